import type { EndpointId } from '../model/address'

/** What endpoints can take, and what that is set against. */
export interface Capacities {
  /**
   * What all clients ask together, such as 120,000 requests a second; null: the sum of the demand in its own unit.
   * It turns shares into loads, and loads into shares.
   */
  readonly total: { readonly amount: number; readonly unit: string } | null
  /** Endpoints without a known capacity are left out. */
  readonly endpoints: ReadonlyMap<EndpointId, Capacity>
}

/** What an endpoint can take: percent of the whole demand, or a load in the unit of the total. */
export interface Capacity {
  /** From 0. */
  readonly amount: number
  readonly in: 'percent' | 'load'
}

export const NO_CAPACITIES: Capacities = { total: null, endpoints: new Map() }

/** The capacities with another one for an endpoint; null takes it away. */
export function withCapacity(
  capacities: Capacities,
  endpoint: EndpointId,
  capacity: Capacity | null,
): Capacities {
  const before = capacities.endpoints.get(endpoint) ?? null
  if (before?.amount === capacity?.amount && before?.in === capacity?.in) return capacities
  const endpoints = new Map(capacities.endpoints)
  if (capacity === null) endpoints.delete(endpoint)
  else endpoints.set(endpoint, capacity)
  return { ...capacities, endpoints }
}
