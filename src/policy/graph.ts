import type { RuleId, Target } from '../model/address'
import { sameTarget } from '../model/address'
import type { Connection, Policy } from './policy'

/** Every connection, the start's first, then rule by rule in document order; dangling ones included. */
export function connections(policy: Policy): readonly Connection[] {
  const own: Connection[] = policy.start ? [{ from: null, target: policy.start }] : []
  for (const [rule, { branches }] of policy.rules) {
    for (const branch of branches) {
      if (branch.target) own.push({ from: { rule, branch: branch.id }, target: branch.target })
    }
  }
  return own
}

/** The connections that lead to a target. */
export function connectionsTo(policy: Policy, target: Target): readonly Connection[] {
  return connections(policy).filter((connection) => sameTarget(connection.target, target))
}

/** The rules that a rule's branches lead straight to; each once. */
export function childRules(policy: Policy, id: RuleId): readonly RuleId[] {
  const branches = policy.rules.get(id)?.branches ?? []
  return [...new Set(branches.flatMap(({ target }) => (target?.kind === 'rule' ? [target.id] : [])))]
}

/** Everything reachable from a target, itself first; dangling targets are left out. */
export function reachable(policy: Policy, from: Target | null): readonly Target[] {
  return reachableFrom(policy, from ? [from] : [])
}

/** Everything reachable from any of some targets; each once. */
export function reachableFrom(policy: Policy, roots: readonly Target[]): readonly Target[] {
  const found: Target[] = []
  const seen = new Set<string>()
  const stack = roots.toReversed()
  for (let target = stack.pop(); target; target = stack.pop()) {
    const key = `${target.kind} ${target.id}`
    if (seen.has(key)) continue
    seen.add(key)
    if (target.kind === 'endpoint') {
      if (policy.endpoints.has(target.id)) found.push(target)
      continue
    }
    const rule = policy.rules.get(target.id)
    if (!rule) continue
    found.push(target)
    for (const branch of rule.branches.toReversed()) if (branch.target) stack.push(branch.target)
  }
  return found
}

/** Rules and endpoints that no path from the start reaches. */
export function unusedNodes(policy: Policy): readonly Target[] {
  const used = new Set(reachable(policy, policy.start).map(({ kind, id }) => `${kind} ${id}`))
  const all: Target[] = [
    ...[...policy.rules.keys()].map((id): Target => ({ kind: 'rule', id })),
    ...[...policy.endpoints.keys()].map((id): Target => ({ kind: 'endpoint', id })),
  ]
  return all.filter(({ kind, id }) => !used.has(`${kind} ${id}`))
}

/** Whether a branch of `rule` leading to `target` would close a cycle. */
export function wouldCycle(policy: Policy, rule: RuleId, target: Target): boolean {
  return reachable(policy, target).some(({ kind, id }) => kind === 'rule' && id === rule)
}

/** The rules of a cycle in order, the first again at the end; null when there is none. */
export function findCycle(policy: Policy): readonly RuleId[] | null {
  const done = new Set<RuleId>()
  for (const root of policy.rules.keys()) {
    // An explicit stack: documents from outside may be deeper than the call stack.
    const path: { id: RuleId; rest: RuleId[] }[] = []
    const onPath = new Set<RuleId>()
    const enter = (id: RuleId) => {
      onPath.add(id)
      path.push({ id, rest: childRules(policy, id).toReversed() })
    }
    if (!done.has(root)) enter(root)
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.rest.pop()
      if (next === undefined) {
        done.add(top.id)
        onPath.delete(top.id)
        path.pop()
      } else if (onPath.has(next)) {
        const start = path.findIndex(({ id }) => id === next)
        return [...path.slice(start).map(({ id }) => id), next]
      } else if (!done.has(next)) enter(next)
    }
  }
  return null
}
