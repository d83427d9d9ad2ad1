import { coverClients } from '../../engine/client-coverage'
import type { CompiledPolicy } from '../../engine/compile'
import { mixKey } from '../../engine/coverage-mixes'
import { distributionFor } from '../../engine/distribution'
import type { PreparedDemand } from './prepared-demand'

/** The part of the world's demand that comes from the places of each mix of answers, by `mixKey`. */
export function mixDemand(
  compiled: CompiledPolicy,
  { table, parts }: PreparedDemand,
): ReadonlyMap<string, number> {
  const { mixes, points } = coverClients(compiled, table, distributionFor)
  const sums = new Float64Array(mixes.length)
  points.forEach((mix, point) => {
    sums[mix] = (sums[mix] ?? 0) + (parts[point] ?? 0)
  })
  return new Map(mixes.map((mix, index) => [mixKey(mix), sums[index] ?? 0]))
}
