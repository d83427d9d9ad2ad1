import type { BiasSearch, Tried } from './bias-search'

/** How shares change with small changes of factors, as straight lines. */
export interface BiasSlopes {
  /** The shares of the endpoints where the lines begin. */
  readonly shares: Float64Array
  /** By location: what each endpoint gains when the logarithm of the location's factor grows by 1. */
  readonly slopes: readonly Float64Array[]
}

/** Clients whose two cheapest locations differ by less, as a logarithm, say how much demand lies at a border. */
const NEAR_BORDER = 0.04

/** The slopes around some biases, from the demand close to their borders. */
export function biasSlopes({ field, loads }: BiasSearch, { biases, shares }: Tried): BiasSlopes {
  const { best, second, leadOf } = field.rank(biases)
  const slopes = biases.map(() => new Float64Array(loads.count))
  field.reach.forEach((amount, client) => {
    const rival = second[client] ?? -1
    if (amount === 0 || rival < 0 || !(leadOf(client) < NEAR_BORDER)) return
    const winner = best[client] ?? 0
    const brought = loads.brought(winner, client)
    const other = loads.brought(rival, client)
    // Demand within the width on both sides of a border crosses it as the factors' ratio changes by twice that.
    const density = amount / (2 * NEAR_BORDER)
    for (let position = 0; position < loads.count; position++) {
      const moved = density * ((brought[position] ?? 0) - (other[position] ?? 0))
      addTo(slopes[winner], position, -moved)
      addTo(slopes[rival], position, moved)
    }
  })
  return { shares, slopes }
}

function addTo(values: Float64Array | undefined, position: number, amount: number): void {
  if (values) values[position] = (values[position] ?? 0) + amount
}
