import type { EndpointId, RuleId, Target } from '../../model/address'
import type { RuleType } from '../../rules'
import { connectionsTo } from '../graph'
import type { Policy } from '../policy'
import { addEndpoint } from './add-node'
import { addBranch } from './branches'
import { whyNotUnder } from './can-connect'
import { lead } from './connect'
import { type Edited, refuse } from './edited'
import { freshId } from './fresh-id'
import { quoted, withRule } from './members'
import { newRule } from './new-rule'

/** How a multivalue answer differs from the one record with several values that a document cannot hold. */
export const SEVERAL_VALUES_NOTE =
  'An endpoint of a traffic policy holds one value. A multivalue answer gives several: up to eight at a time, ' +
  'in random order, and without those whose health check fails. A plain record with several values always ' +
  'returns all of them, and checks none.'

/** The rule type by which one name answers with several values. */
const SEVERAL = 'multivalue' satisfies RuleType

/** The values in what a user typed for one endpoint: addresses may stand beside each other, others on lines. */
export function valuesIn(recordType: string | undefined, text: string): readonly string[] {
  const separator = recordType === 'A' || recordType === 'AAAA' ? /[\s,;]+/ : /\r?\n/
  return text
    .split(separator)
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

/**
 * Gives an endpoint's place in the answer further values: each becomes an endpoint of its own beside it in a
 * multivalue answer rule, which is made where the endpoint was not in one yet (`rule` is then its id).
 */
export function addSecondValue(
  policy: Policy,
  id: EndpointId,
  values: readonly string[],
): Edited<{ readonly endpoints: readonly EndpointId[]; readonly rule: RuleId | null }> {
  const target: Target = { kind: 'endpoint', id }
  if (!policy.endpoints.has(id)) return refuse(`There is no endpoint ${quoted(id)}.`)
  if (values.length === 0) return refuse('There is no second value.')
  const refusal = whyNotUnder(policy, SEVERAL, target)
  if (refusal) return refusal

  let edited = policy
  const endpoints: EndpointId[] = []
  for (const value of values) {
    const added = addEndpoint(edited, { type: 'value', value }, freshId(edited, id.replace(/-\d+$/, '')))
    if (!added.ok) return added
    edited = added.policy
    endpoints.push(added.id)
  }
  const siblings = endpoints.map((endpoint): Target => ({ kind: 'endpoint', id: endpoint }))
  const sources = connectionsTo(policy, target).map(({ from }) => from)
  const holders = sources.flatMap((from) =>
    from && policy.rules.get(from.rule)?.type === SEVERAL ? [from.rule] : [],
  )
  for (const holder of new Set(holders)) {
    for (const sibling of siblings) {
      const added = addBranch(edited, holder, sibling)
      if (!added.ok) return added
      edited = added.policy
    }
  }
  const others = sources.filter((from) => from === null || !holders.includes(from.rule))
  if (holders.length > 0 && others.length === 0) return { ok: true, policy: edited, endpoints, rule: null }
  const rule = freshId(edited, SEVERAL)
  edited = withRule(edited, rule, newRule(edited, SEVERAL, [target, ...siblings]))
  for (const from of others) edited = lead(edited, from, { kind: 'rule', id: rule })
  return { ok: true, policy: edited, endpoints, rule }
}
