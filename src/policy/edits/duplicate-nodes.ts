import type { Target } from '../../model/address'
import type { Policy } from '../policy'
import { freshId } from './fresh-id'
import { mapBranches, withEndpoint, withRule } from './members'

/** A node and the copy that was made of it. */
export interface Copy {
  readonly from: Target
  readonly to: Target
}

/**
 * Copies nodes. Connections between the copied nodes are copied with them; connections that leave the
 * selection lead to the same nodes as before, and nothing yet leads to the copies.
 */
export function duplicateNodes(
  policy: Policy,
  targets: readonly Target[],
): { readonly policy: Policy; readonly copies: readonly Copy[] } {
  let edited = policy
  const copies: Copy[] = []
  for (const from of targets) {
    const id = freshId(edited, from.id.replace(/-\d+$/, ''))
    const rule = from.kind === 'rule' ? policy.rules.get(from.id) : undefined
    const endpoint = from.kind === 'endpoint' ? policy.endpoints.get(from.id) : undefined
    if (rule) edited = withRule(edited, id, rule)
    if (endpoint) edited = withEndpoint(edited, { ...endpoint, id })
    if (rule || endpoint) copies.push({ from, to: { kind: from.kind, id } })
  }
  const copyOf = new Map(copies.map(({ from, to }) => [`${from.kind} ${from.id}`, to]))
  for (const { to } of copies) {
    const rule = to.kind === 'rule' ? edited.rules.get(to.id) : undefined
    if (!rule) continue
    const led = mapBranches(rule, (branch) => {
      const target = branch.target && copyOf.get(`${branch.target.kind} ${branch.target.id}`)
      return target ? { ...branch, target } : branch
    })
    edited = withRule(edited, to.id, led)
  }
  return { policy: edited, copies }
}
