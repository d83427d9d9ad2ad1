import { isJsonArray, type JsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import { RULE_TYPES } from '../../rules'
import type { Repair } from './repair'
import { bare, keysOf, type Sight } from './sight'

/** Keys that have no place in the document: what the policy record or the API call says, empty lists of other types. */
export function repairNeedless({ document, endpoints, rules }: Sight): readonly Repair[] {
  return [
    ...[...document.keys()].flatMap((key) => {
      const where = BESIDE[bare(key)]
      return where === undefined || !Object.hasOwn(BESIDE, bare(key)) ? [] : [removed(key, [], where)]
    }),
    ...timesToLive(endpoints),
    ...timesToLive(rules),
    ...rules.flatMap(({ branches }) =>
      timesToLive(branches.map(({ branch, path }) => ({ member: branch, path }))),
    ),
    ...rules.flatMap(({ member, path, type }) =>
      type === null ? [] : emptyLists(member, path, keysOf(type)),
    ),
  ]
}

const RECORD = 'the policy record says it'
/** What people put at the top of a document, and where it belongs (route53.md 1). */
const BESIDE: Readonly<Record<string, { readonly why: string; readonly safe: boolean }>> = {
  ttl: { why: RECORD, safe: true },
  hostedzoneid: { why: RECORD, safe: true },
  name: { why: 'the call that makes the policy names it', safe: false },
  policyname: { why: 'the call that makes the policy names it', safe: false },
  comment: { why: 'the call that makes the policy has it beside the document', safe: false },
  description: { why: 'the document has no place for it', safe: false },
}

function timesToLive(
  holders: readonly { readonly member: JsonObject; readonly path: JsonPath }[],
): readonly Repair[] {
  return holders.flatMap(({ member, path }) =>
    [...member.keys()]
      .filter((key) => bare(key) === 'ttl')
      .map((key) => removed(key, path, { why: 'the policy record says one for all', safe: true })),
  )
}

function removed(
  key: string,
  path: JsonPath,
  { why, safe }: { readonly why: string; readonly safe: boolean },
): Repair {
  const at = [...path, key]
  return {
    code: 'repair/needless',
    title: `Remove ${quote(key)}: ${why}`,
    path: at,
    safe,
    mends: ['document/unknown-key'],
    edits: [{ op: 'remove', path: at }],
  }
}

/** Every key of branches that some rule type has. */
const LIST_KEYS = [...new Set(RULE_TYPES.flatMap(keysOf))]

/** An empty list that belongs to another rule type, as generators write it. */
function emptyLists(member: JsonObject, path: JsonPath, own: readonly string[]): readonly Repair[] {
  return LIST_KEYS.flatMap((key): readonly Repair[] => {
    const held = member.get(key)
    if (own.includes(key) || !isJsonArray(held) || held.length > 0 || !own.every((each) => member.has(each)))
      return []
    const at = [...path, key]
    return [
      {
        code: 'repair/needless',
        title: `Remove the empty ${key}, which belongs to another rule type`,
        path: at,
        safe: true,
        mends: ['rule/foreign-list'],
        edits: [{ op: 'remove', path: at }],
      },
    ]
  })
}
