import type { Coordinates } from './coordinates'

/** A populated place. `weight` is the population that it stands for: its own and that of the places left out around it. */
export interface Place extends Coordinates {
  readonly name: string
  /** Country code of Route 53. */
  readonly country: string
  /** US state, else null. */
  readonly subdivision: string | null
  readonly population: number
  readonly weight: number
}
