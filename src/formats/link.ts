import { isJsonObject } from '../model/json'
import { type Failure, failure, type Result, success } from '../model/result'
import { encodePolicy } from '../policy/document'
import type { Scenario } from '../scenario/scenario'
import { fromCompact, toCompact } from './link/compact'
import { type Damage, unseal } from './link/envelope'
import { decodeV1, encodeV1 } from './link/version-1'
import { decodeV2, encodeV2 } from './link/version-2'
import { type ReadingProblem, readingProblem } from './reading-problem'
import { decodeScenario, type OpenedScenario } from './scenario-json'

/** The version of links made now; links of every version stay readable. */
export const LINK_VERSION = 2
/** In characters. What AWS takes at most (102,400 characters of document) makes far shorter ones. */
export const LONGEST_LINK = 1_000_000

const PREFIX = /^c([1-9]\d{0,3})\./

/**
 * The whole scenario as the fragment of a link, without the `#`: a prefix with the version, then
 * letters, digits, `-` and `_`. Key order, numbers and strings stay as they are spelled; white space
 * between them does not, and positions are rounded to whole canvas units.
 */
export function encodeLink(scenario: Scenario): string {
  const document = encodePolicy(scenario.policy)
  const rest = toCompact(scenario)
  return encodeV2(document, rest) ?? encodeV1(document, rest)
}

/** The fragment in a pasted or typed link, whole or from the `#` on; null for a text that is no link at all. */
export function payloadOf(text: string): string | null {
  const trimmed = text.trim()
  if (PREFIX.test(trimmed)) return trimmed
  // What has spaces in it is a comment in some other language, but for a link that was broken.
  if (/^#(\S*$|c\d)/.test(trimmed)) return trimmed.slice(1)
  return /^[a-z][a-z0-9+.-]*:\/\/\S*$/i.test(trimmed) ? (/#(.*)$/.exec(trimmed)?.[1] ?? '') : null
}

/** The scenario of a fragment, or the one thing that is wrong with it; a changed link never opens. */
export function decodeLink(payload: string): Result<Scenario> {
  const opened = openLink(payload)
  return opened.ok ? success(opened.value.scenario) : opened
}

/** The same with warnings and notes about what was left out. */
export function openLink(payload: string): Result<OpenedScenario> {
  const prefix = PREFIX.exec(payload)
  if (!prefix) {
    return refused(
      'link/not-a-link',
      'This is no Catchment link. One has “#c2.” and a long row of letters and digits.',
    )
  }
  const version = Number(prefix[1])
  if (version > LINK_VERSION) {
    return refused(
      'link/newer-version',
      `This link has version ${version}, and this Catchment knows up to ${LINK_VERSION}. Reload to get the newest.`,
    )
  }
  if (payload.length > LONGEST_LINK) {
    return refused(
      'link/too-large',
      `This link is longer than ${LONGEST_LINK.toLocaleString('en-GB')} characters.`,
    )
  }
  const content = unseal(prefix[0], payload.slice(prefix[0].length))
  if ('damage' in content) return refused(...damaged(content))
  const unpacked = version === 1 ? decodeV1(content) : decodeV2(content)
  if (unpacked === 'too-large') {
    return refused('link/too-large', 'This link unpacks to more than any scenario needs.')
  }
  if (unpacked === 'unreadable' || !isJsonObject(unpacked.document) || !isJsonObject(unpacked.rest)) {
    return refused('link/unreadable', 'This link arrived whole, but what it holds is no scenario.')
  }
  return decodeScenario(fromCompact(unpacked.rest, unpacked.document))
}

function damaged(damage: Damage): [ReadingProblem, string] {
  switch (damage.damage) {
    case 'missing': {
      const part = damage.characters === null ? 'most of it' : counted(damage.characters)
      return ['link/cut-off', `This link was cut off: it lacks ${part}. Copy it again, up to its end.`]
    }
    case 'added': {
      const part = counted(damage.characters)
      return ['link/added', `This link has ${part} too many. Copy it again, without what surrounds it.`]
    }
    case 'altered':
      return [
        'link/altered',
        'This link was altered on its way: not all its characters are those it was made with.',
      ]
  }
}

function counted(characters: number): string {
  return characters === 1 ? 'one character' : `${characters} characters`
}

function refused(code: ReadingProblem, message: string): Failure {
  return failure(readingProblem(code, message))
}
