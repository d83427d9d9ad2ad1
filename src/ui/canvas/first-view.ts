import type { Scenario } from '../../scenario/scenario'
import { flowIdOf } from './flow-id'

/** A policy of more nodes is not shown whole at first: it would be too small to read. */
const READABLE_NODES = 40

/** What an opened scenario shows first: the whole policy or, of a large one, where it begins. */
export function firstView({ policy }: Scenario) {
  const options = { padding: 0.12, maxZoom: 1, minZoom: 0.35 }
  if (policy.rules.size + policy.endpoints.size <= READABLE_NODES) return options
  const first = [null, ...(policy.start ? [policy.start] : [])]
  return { ...options, minZoom: 0.5, nodes: first.map((node) => ({ id: flowIdOf(node) })) }
}
