import { childRules } from '../../policy/graph'
import type { Scenario } from '../../scenario/scenario'
import { flowIdOf } from './flow-id'

/** A policy of more nodes is not shown whole at first: it would be too small to read. */
const READABLE_NODES = 40
const FIRST_CHILDREN = 4

/** What an opened scenario shows first: the whole policy or, of a large one, where it begins. */
export function firstView({ policy }: Scenario) {
  const options = { padding: 0.12, maxZoom: 1, minZoom: 0.35 }
  if (policy.rules.size + policy.endpoints.size <= READABLE_NODES) return options
  const { start } = policy
  const below = start?.kind === 'rule' ? childRules(policy, start.id).slice(0, FIRST_CHILDREN) : []
  const ids = [
    flowIdOf(null),
    ...(start ? [flowIdOf(start)] : []),
    ...below.map((id) => flowIdOf({ kind: 'rule', id })),
  ]
  return { ...options, minZoom: 0.5, nodes: ids.map((id) => ({ id })) }
}
