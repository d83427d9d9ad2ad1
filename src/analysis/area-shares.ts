import { coverClientsInSteps } from '../engine/client-coverage'
import type { ClientTable } from '../engine/client-table'
import type { CompiledPolicy } from '../engine/compile'
import { demandFor } from '../engine/distribution'
import type { EndpointId } from '../model/address'
import { runSteps } from '../model/run-steps'

/** How land area is divided, as an estimate from sample points. All figures are parts of 1. */
export interface AreaShares {
  /** Every endpoint of the policy, in the document's order, also those that nobody reaches. */
  readonly shares: ReadonlyMap<EndpointId, number>
  /** The part without an answer; it and the shares sum to 1. */
  readonly nodata: number
  /** The part of the shares that falls on endpoints that are down. */
  readonly blackholed: number
  readonly samplePoints: number
  /** Each figure lies within this of the true one, 95 times in 100. */
  readonly margin: number
}

/** Shares of land area for a policy in its world. */
export function areaShares(compiled: CompiledPolicy, sample: ClientTable): AreaShares {
  return runSteps(areaShareSteps(compiled, sample))
}

/** The same in steps of less than a millisecond. */
export function* areaShareSteps(
  compiled: CompiledPolicy,
  sample: ClientTable,
): Generator<undefined, AreaShares> {
  const { mixes, points } = yield* coverClientsInSteps(compiled, sample, demandFor)
  const counts = new Uint32Array(mixes.length)
  for (const mix of points) counts[mix] = (counts[mix] ?? 0) + 1
  const shares = new Map<EndpointId, number>([...compiled.policy.endpoints.keys()].map((id) => [id, 0]))
  let nodata = 0
  mixes.forEach(({ endpoints, nodata: none }, mix) => {
    const part = (counts[mix] ?? 0) / Math.max(1, points.length)
    nodata += part * none
    for (const { endpoint, probability } of endpoints) {
      shares.set(endpoint, (shares.get(endpoint) ?? 0) + part * probability)
    }
  })
  const down = [...shares].filter(([id]) => compiled.health.isDown(id))
  return {
    shares,
    nodata,
    blackholed: down.reduce((sum, [, share]) => sum + share, 0),
    samplePoints: points.length,
    margin: marginOf(points.length),
  }
}

/** 95 % margin of a share of one half among points drawn by chance; evenly spread points do better. */
function marginOf(count: number): number {
  return count === 0 ? 1 : 1.96 * Math.sqrt(0.25 / count)
}
