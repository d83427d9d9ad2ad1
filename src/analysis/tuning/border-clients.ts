import { biasFactor, type NegativeBias } from '../../geo/distance'
import type { BiasSearch, Found } from './bias-search'

/**
 * The clients near the borders of some biases, the only ones that small changes send elsewhere. They are a few percent
 * of all, so that a change costs microseconds.
 */
export interface BorderClients {
  /** The shares of the endpoints at the present biases. */
  readonly shares: Float64Array
  /** How many clients a location has in the mean: what a change costs. */
  readonly perLocation: number
  /** Gives a location another bias; its factor must stay within the width of that which it began with. */
  readonly setBias: (location: number, bias: number) => void
}

/** Those whose location may change while no factor gains or loses more than `width`, in parts of 1. */
export function borderClients(
  search: BiasSearch,
  from: Found,
  width: number,
  negativeBias: NegativeBias,
): BorderClients {
  const { reach } = search.field
  const { brought } = search.loads
  const shares = from.shares.slice()
  const factors = Float64Array.from(from.biases, (bias) => biasFactor(bias, negativeBias))
  const { clients, starts, rivals, kilometres, rivalsOf } = rivalries(
    search,
    factors,
    (1 + width) / (1 - width),
  )
  /** Which of its rivals each client gets, and what that costs. */
  const winners = new Int32Array(clients.length)
  const lowest = new Float64Array(clients.length)
  clients.forEach((_, index) => rank(index))

  /** Finds the nearest rival of a client. */
  function rank(index: number): void {
    const end = starts[index + 1] ?? 0
    let least = Number.POSITIVE_INFINITY
    for (let at = starts[index] ?? 0; at < end; at++) {
      const cost = (factors[rivals[at] ?? 0] ?? 0) * (kilometres[at] ?? 0)
      if (cost >= least) continue
      least = cost
      winners[index] = at
    }
    lowest[index] = least
  }

  /** Counts a client at its new rival. */
  function move(index: number, before: number): void {
    const client = clients[index] ?? 0
    const lost = brought(rivals[before] ?? 0, client)
    const gained = brought(rivals[winners[index] ?? 0] ?? 0, client)
    const amount = reach[client] ?? 0
    for (let position = 0; position < shares.length; position++) {
      shares[position] = (shares[position] ?? 0) + amount * ((gained[position] ?? 0) - (lost[position] ?? 0))
    }
  }

  return {
    shares,
    perLocation: rivals.length / Math.max(1, factors.length),
    setBias(location, bias) {
      const factor = biasFactor(bias, negativeBias)
      const isFarther = factor > (factors[location] ?? 0)
      factors[location] = factor
      const { at: places, index: indexes } = rivalsOf[location] ?? NO_RIVALS
      for (let each = 0; each < places.length; each++) {
        const at = places[each] ?? 0
        const index = indexes[each] ?? 0
        const before = winners[index] ?? 0
        if (before === at) {
          if (isFarther) rank(index)
          else lowest[index] = factor * (kilometres[at] ?? 0)
        } else if (!isFarther && factor * (kilometres[at] ?? 0) < (lowest[index] ?? 0)) rank(index)
        if (winners[index] !== before) move(index, before)
      }
    },
  }
}

/** The clients of one location: where it stands among their rivals, and which of the clients they are. */
interface RivalOf {
  readonly at: Int32Array
  readonly index: Int32Array
}

const NO_RIVALS: RivalOf = { at: new Int32Array(0), index: new Int32Array(0) }

/** Clients with several locations that cost at most so much times the least; the rivals of one stand together. */
function rivalries(
  { field: { distances, groups, reach } }: BiasSearch,
  factors: Float64Array,
  margin: number,
) {
  const clients: number[] = []
  const starts = [0]
  const rivals: number[] = []
  const kilometres: number[] = []
  const lists = Array.from(factors, () => ({ at: new Array<number>(), index: new Array<number>() }))
  const costs = new Float64Array(factors.length)
  for (const { start, end, candidates } of groups) {
    for (let client = start; client < end; client++) {
      if (reach[client] === 0) continue
      let least = Number.POSITIVE_INFINITY
      for (const location of candidates) {
        const cost = (factors[location] ?? 0) * (distances[location]?.[client] ?? Number.POSITIVE_INFINITY)
        costs[location] = cost
        if (cost < least) least = cost
      }
      const near = candidates.filter((location) => (costs[location] ?? 0) <= least * margin)
      if (near.length < 2) continue
      for (const location of near) {
        lists[location]?.at.push(rivals.length)
        lists[location]?.index.push(clients.length)
        rivals.push(location)
        kilometres.push(distances[location]?.[client] ?? 0)
      }
      clients.push(client)
      starts.push(rivals.length)
    }
  }
  return {
    clients,
    starts: Int32Array.from(starts),
    rivals: Int32Array.from(rivals),
    kilometres: Float64Array.from(kilometres),
    rivalsOf: lists.map(
      ({ at, index }): RivalOf => ({ at: Int32Array.from(at), index: Int32Array.from(index) }),
    ),
  }
}
