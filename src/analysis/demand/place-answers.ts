import { type ClientCoverage, coverClients } from '../../engine/client-coverage'
import type { CompiledPolicy } from '../../engine/compile'
import { demandFor } from '../../engine/distribution'
import type { PreparedDemand } from './prepared-demand'

/** Where the demand of every place goes: `mixes[points[n]]` is the distribution of the n-th of `prepared.points`. */
export type PlaceAnswers = ClientCoverage

/** Asks about every place of a demand. */
export function placeAnswers(compiled: CompiledPolicy, { table }: PreparedDemand): PlaceAnswers {
  return coverClients(compiled, table, demandFor)
}
