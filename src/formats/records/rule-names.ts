import { fold } from '../../geo/fold'
import type { RuleId } from '../../model/address'
import { labelsOf } from '../../model/dns/domain-name'

/** Most octets of one label and of a whole name (RFC 1035 2.3.4). */
const LONGEST_LABEL = 63
const LONGEST_NAME = 255
/** Least room for a label that still says something. */
const SHORTEST_LABEL = 8

/**
 * The owner name of each rule's record sets: the start's own is the policy record's, the others stand below it
 * with a label made of their id, such as `_europe.www.example.com.`. Null when the policy record's name leaves no
 * room below it. Ids that differ in case or punctuation only are told apart by a number.
 */
export function ruleNames(
  rules: readonly RuleId[],
  start: RuleId | null,
  owner: string,
): ReadonlyMap<RuleId, string> | null {
  const parent = parentOf(owner)
  const octets = labelsOf(parent).reduce((sum, label) => sum + [...label].length + 1, 1)
  const room = Math.min(LONGEST_LABEL, LONGEST_NAME - octets - 1)
  const inner = rules.filter((rule) => rule !== start)
  if (inner.length > 0 && room < SHORTEST_LABEL) return null
  const taken = new Set<string>()
  const names = new Map<RuleId, string>(start === null ? [] : [[start, owner]])
  for (const rule of inner) {
    names.set(rule, `${unique(`_${labelOf(rule)}`, room, taken, '-')}.${parent}`)
  }
  return names
}

/** What inner names end in. Nothing can stand below an asterisk (route53.md 4.6), so a label takes its place. */
function parentOf(owner: string): string {
  return owner.replace(/^(\*|\\052)\./, '_wildcard.')
}

/** An id in the letters, digits, hyphens and underscores of a label. */
export function labelOf(id: string): string {
  const words = id.split('_').map((word) => fold(word).replace(/[^a-z0-9]+/g, '-'))
  return words.join('_').replace(/^[-_]+|[-_]+$/g, '') || 'rule'
}

/** The text, cut to the room and with a number where it is taken; noted as taken. */
export function unique(text: string, room: number, taken: Set<string>, separator: string): string {
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : `${separator}${number}`
    const cut = text.length + suffix.length > room
    const candidate = (cut ? text.slice(0, room - suffix.length).replace(/[-_]+$/, '') : text) + suffix
    if (taken.has(candidate)) continue
    taken.add(candidate)
    return candidate
  }
}
