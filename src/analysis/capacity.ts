import type { EndpointId } from '../model/address'

/** How much of an endpoint's capacity its share of the demand takes. */
export interface Utilisation {
  readonly endpoint: EndpointId
  /** In the unit of the world's demand. */
  readonly load: number
  /** In the same unit; null where none is given. */
  readonly capacity: number | null
  /** Load by capacity: 1 is full, more is over; null without a capacity. */
  readonly utilisation: number | null
}

/**
 * The utilisation of every endpoint in the order of `shares`. `worldDemand` is what all clients ask together, such
 * as requests a second, and capacities are in its unit. A capacity of 0 is over as soon as anything arrives.
 */
export function utilisations(
  shares: ReadonlyMap<EndpointId, number>,
  capacities: ReadonlyMap<EndpointId, number>,
  worldDemand: number,
): readonly Utilisation[] {
  return [...shares].map(([endpoint, share]) => {
    const load = share * worldDemand
    const capacity = capacities.get(endpoint) ?? null
    return { endpoint, load, capacity, utilisation: capacity === null ? null : partOf(load, capacity) }
  })
}

function partOf(load: number, capacity: number): number {
  if (load === 0) return 0
  return capacity > 0 ? load / capacity : Number.POSITIVE_INFINITY
}

/** Whether the endpoint gets more than it can take. */
export function isOverCapacity({ utilisation }: Utilisation): boolean {
  return utilisation !== null && utilisation > 1
}
