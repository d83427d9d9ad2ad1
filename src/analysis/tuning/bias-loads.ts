import { coverClients } from '../../engine/client-coverage'
import { clientFlow } from '../../engine/client-flow'
import type { CompiledPolicy } from '../../engine/compile'
import { demandFor } from '../../engine/distribution'
import type { EndpointId } from '../../model/address'
import type { PreparedDemand } from '../demand/prepared-demand'
import type { BiasField } from './bias-field'

/** What some endpoints get as the biases of one rule change. Endpoints go by their position among those asked for. */
export interface BiasLoads {
  readonly count: number
  /** The part of the world's demand that reaches each endpoint without passing by the rule. */
  readonly around: Float64Array
  /** What a client brings to each endpoint when it is sent to a location; the same array for clients alike. */
  readonly brought: (location: number, client: number) => Float64Array
  /** What clients bring to each endpoint at a location, were all of them sent there. */
  readonly mostBrought: readonly Float64Array[]
  /** What each location brings to each endpoint when clients get these locations. */
  readonly flowsWith: (winners: Int32Array) => readonly Float64Array[]
}

export function createBiasLoads(
  compiled: CompiledPolicy,
  { table, parts }: PreparedDemand,
  { biasRule: { node }, reach }: BiasField,
  endpoints: readonly EndpointId[],
): BiasLoads {
  const positions = new Map(endpoints.map((id, position) => [id, position]))
  const flow = clientFlow(compiled, table, parts, node)
  const around = Float64Array.from(endpoints, (id) => sumOf(flow.endpoints.get(id) ?? []))

  // Locations may lead to one target: its subtree is asked about once.
  const subtrees = new Map(
    [...new Set(node.targets)].map((target) => {
      const { mixes, points } = coverClients({ ...compiled, start: target }, table, demandFor)
      const vectors = mixes.map((mix) => {
        const vector = new Float64Array(endpoints.length)
        for (const { endpoint, probability } of mix.endpoints) {
          const position = positions.get(endpoint)
          if (position !== undefined) vector[position] = probability
        }
        return vector
      })
      return [target, { vectors, points: vectors.length > 1 ? points : null }] as const
    }),
  )
  const below = node.targets.map((target) => subtrees.get(target) ?? { vectors: [], points: null })
  const isVarying = below.map(({ points }) => points !== null)
  const variesAnywhere = isVarying.includes(true)
  const nothing = new Float64Array(endpoints.length)

  function brought(location: number, client: number): Float64Array {
    const subtree = below[location]
    return subtree?.vectors[subtree.points?.[client] ?? 0] ?? nothing
  }

  function add(into: Float64Array, vector: Float64Array, amount: number): void {
    for (let position = 0; position < vector.length; position++) {
      into[position] = (into[position] ?? 0) + (vector[position] ?? 0) * amount
    }
  }

  function flowsWith(winners: Int32Array): readonly Float64Array[] {
    const flows = below.map(() => nothing.slice())
    // Clients that bring the same are counted together first.
    const alike = new Float64Array(below.length)
    for (let client = 0; client < winners.length; client++) {
      const location = winners[client] ?? 0
      alike[location] = (alike[location] ?? 0) + (reach[client] ?? 0)
    }
    flows.forEach((flow, location) => {
      if (!isVarying[location]) add(flow, brought(location, 0), alike[location] ?? 0)
    })
    for (let client = 0; variesAnywhere && client < winners.length; client++) {
      const location = winners[client] ?? 0
      const amount = reach[client] ?? 0
      if (amount > 0 && isVarying[location])
        add(flows[location] ?? nothing, brought(location, client), amount)
    }
    return flows
  }

  const mostBrought = below.map((_, location) => {
    const sums = new Float64Array(endpoints.length)
    for (let client = 0; client < reach.length; client++) {
      const amount = reach[client] ?? 0
      if (amount > 0) add(sums, brought(location, client), amount)
    }
    return sums
  })

  return { count: endpoints.length, around, brought, mostBrought, flowsWith }
}

/** The shares of the endpoints, in parts of the world's demand, from what each location brings them. */
export function sharesOf({ around }: BiasLoads, flows: readonly Float64Array[]): Float64Array {
  return around.map((share, position) => flows.reduce((sum, flow) => sum + (flow[position] ?? 0), share))
}

function sumOf(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
