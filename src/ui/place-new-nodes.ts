import type { Target } from '../model/address'
import { connectionsTo } from '../policy/graph'
import type { Policy } from '../policy/policy'
import type { Scenario } from '../scenario/scenario'
import { withNewNode } from './canvas/commands/new-place'

/** Places what an edit has added, each node beside what leads to it, where nodes have places of their own. */
export function placeNewNodes(after: Scenario, before: Scenario): Scenario {
  if (before.layout.size === 0) return after
  let from = before
  for (const node of newNodes(after.policy, before.policy)) {
    const [source] = connectionsTo(after.policy, node)
    const parent: Target | null = source?.from ? { kind: 'rule', id: source.from.rule } : null
    // Each is placed among those placed before it, so that none covers another.
    from = withNewNode({ ...after, layout: from.layout }, from, node, { kind: 'after', node: parent })
  }
  return from === before ? after : from
}

function newNodes(after: Policy, before: Policy): readonly Target[] {
  const rules = [...after.rules.keys()].filter((id) => !before.rules.has(id))
  const endpoints = [...after.endpoints.keys()].filter((id) => !before.endpoints.has(id))
  return [
    ...rules.map((id): Target => ({ kind: 'rule', id })),
    ...endpoints.map((id): Target => ({ kind: 'endpoint', id })),
  ]
}
