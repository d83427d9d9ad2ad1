import type { BiasField } from '../tuning/bias-field'
import type { BiasLoads } from '../tuning/bias-loads'

/**
 * The part of the world's demand that ends elsewhere when clients get other locations. `loads` must have been made for
 * all endpoints of the policy.
 */
export function movedDemand(
  { reach }: BiasField,
  { brought }: BiasLoads,
  before: Int32Array,
  after: Int32Array,
): number {
  let moved = 0
  for (let client = 0; client < reach.length; client++) {
    const amount = reach[client] ?? 0
    const from = before[client] ?? 0
    const to = after[client] ?? 0
    if (amount > 0 && from !== to) moved += amount * partMoved(brought(from, client), brought(to, client))
  }
  return moved
}

/** The part of a client's demand that is not in the same place in two divisions; what they lack gets no answer. */
function partMoved(a: Float64Array, b: Float64Array): number {
  if (a === b) return 0
  let gained = 0
  let lost = 0
  for (let position = 0; position < a.length; position++) {
    const difference = (b[position] ?? 0) - (a[position] ?? 0)
    if (difference > 0) gained += difference
    else lost -= difference
  }
  return Math.max(gained, lost)
}
