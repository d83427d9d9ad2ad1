import type { EndpointId } from '../model/address'
import type { Capacities, Capacity } from '../scenario/capacities'

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

/** Loads are sums of thousands of places, and as far from the truth as their rounding. */
const ROUNDING = 1e-9

function partOf(load: number, capacity: number): number {
  if (load === 0) return 0
  if (capacity === 0) return Number.POSITIVE_INFINITY
  const part = load / capacity
  return Math.abs(part - 1) < ROUNDING ? 1 : part
}

/** Whether the endpoint gets more than it can take. */
export function isOverCapacity({ utilisation }: Utilisation): boolean {
  return utilisation !== null && utilisation > 1
}

/** What loads are counted in: the scenario's own total, or the demand's. */
export interface LoadScale {
  /** What all clients ask together. */
  readonly total: number
  readonly unit: string
}

/** The scale of a scenario: its stated total, else the sum of its demand. */
export function loadScale({ total }: Capacities, demand: LoadScale): LoadScale {
  return total === null ? demand : { total: total.amount, unit: total.unit }
}

/** A capacity in the unit of the scale. */
export function capacityLoad({ amount, in: unit }: Capacity, { total }: LoadScale): number {
  return unit === 'percent' ? (amount / 100) * total : amount
}

/** The utilisation of every endpoint by a scenario's capacities, in the order of `shares`. */
export function scenarioUtilisations(
  shares: ReadonlyMap<EndpointId, number>,
  { endpoints }: Capacities,
  scale: LoadScale,
): readonly Utilisation[] {
  const loads = new Map([...endpoints].map(([id, capacity]) => [id, capacityLoad(capacity, scale)]))
  return utilisations(shares, loads, scale.total)
}

/** How full an endpoint is: `83 % of capacity`; null without a capacity. */
export function utilisationText({ utilisation }: Utilisation): string | null {
  if (utilisation === null) return null
  if (!Number.isFinite(utilisation)) return 'over a capacity of 0'
  return `${fullnessText(utilisation)} of capacity`
}

/** From here on, in percent, how much more it is says nothing. */
const MOST_PERCENT = 999

/** A utilisation in few characters: `83 %`, `101 %`, `> 999 %`. */
export function fullnessText(utilisation: number): string {
  // Rounded down below full and up above it, so that 100 % never hides which side it is on.
  const percent = utilisation > 1 ? Math.ceil(utilisation * 100) : Math.floor(utilisation * 100)
  return percent > MOST_PERCENT ? `> ${MOST_PERCENT} %` : `${percent} %`
}
