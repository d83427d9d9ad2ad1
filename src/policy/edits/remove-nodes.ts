import type { Target } from '../../model/address'
import { connections, reachable } from '../graph'
import { type Policy, targetExists } from '../policy'
import { mapBranches, mapRules } from './members'

/** What becomes of nodes that only the removed ones led to. */
export type Orphans = 'keep' | 'drop'

/**
 * Removes nodes. A branch that led to one of them stays with its weight, place or health check and without a
 * target, so that nothing else is lost and a new target can be put there; so does the start.
 */
export function removeNodes(policy: Policy, targets: readonly Target[], orphans: Orphans): Policy {
  const doomed = new Set([...targets, ...(orphans === 'drop' ? orphansOf(policy, targets) : [])].map(keyOf))
  const goes = (target: Target | null) => target !== null && doomed.has(keyOf(target))
  if (!targets.some((target) => targetExists(policy, target))) return policy
  const cut = mapRules(policy, (rule) =>
    mapBranches(rule, (branch) => (goes(branch.target) ? { ...branch, target: null } : branch)),
  )
  return {
    ...cut,
    start: goes(cut.start) ? null : cut.start,
    rules: new Map([...cut.rules].filter(([id]) => !goes({ kind: 'rule', id }))),
    endpoints: new Map([...cut.endpoints].filter(([id]) => !goes({ kind: 'endpoint', id }))),
  }
}

/**
 * The nodes that nothing would lead to any more if `targets` were removed: below them now, and afterwards
 * below neither the start nor any other node that stays.
 */
export function orphansOf(policy: Policy, targets: readonly Target[]): readonly Target[] {
  const removed = new Set(targets.map(keyOf))
  const below = targets
    .flatMap((target) => reachable(policy, target))
    .filter((target) => !removed.has(keyOf(target)))
  const candidates = new Map(below.map((target) => [keyOf(target), target]))
  const kept = connections(policy).filter(
    ({ from }) => from === null || !(removed.has(`rule ${from.rule}`) || candidates.has(`rule ${from.rule}`)),
  )
  // Whatever a node that stays leads to stays too, with all that is below it.
  const stack = kept.map(({ target }) => target)
  for (let target = stack.pop(); target; target = stack.pop()) {
    if (!candidates.delete(keyOf(target)) || target.kind === 'endpoint') continue
    for (const branch of policy.rules.get(target.id)?.branches ?? []) {
      if (branch.target) stack.push(branch.target)
    }
  }
  return [...candidates.values()]
}

function keyOf({ kind, id }: Target): string {
  return `${kind} ${id}`
}
