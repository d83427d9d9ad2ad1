import { type Coordinates, toRadians } from '../../geo/coordinates'
import { distanceKm, EARTH_RADIUS_KM } from '../../geo/distance'
import type { BranchId } from '../../model/address'
import type { Branch } from '../branch'
import { coordinatesOf, type Located } from './location'

/** Below these distances two locations are one point, surely one metropolitan area, or perhaps one (9.9). */
export interface Closeness {
  readonly samePointDegrees: number
  readonly sameMetropolisKm: number
  readonly closeTogetherKm: number
}

// AWS allows one location in a metropolitan area without saying how far that reaches.
export const CLOSENESS: Closeness = { samePointDegrees: 0.01, sameMetropolisKm: 80, closeTogetherKm: 160 }

/** What AWS may make of two locations at a distance; null where they are far enough apart. */
export function closenessOf(
  km: number,
  { samePointDegrees, sameMetropolisKm, closeTogetherKm }: Closeness = CLOSENESS,
): 'same-point' | 'same-metropolis' | 'close-together' | null {
  // A hair less, since points two decimals apart must not count as one by rounding.
  if (km < toRadians(samePointDegrees) * EARTH_RADIUS_KM * 0.999) return 'same-point'
  if (km < sameMetropolisKm) return 'same-metropolis'
  return km < closeTogetherKm ? 'close-together' : null
}

/** Of the other locations of a rule the one nearest to a point, and how far it is; null where none has a known place. */
export function closestOther<B extends Branch & Located>(
  branches: readonly B[],
  own: BranchId,
  at: Coordinates,
): { readonly branch: B; readonly km: number } | null {
  let closest: { readonly branch: B; readonly km: number } | null = null
  for (const branch of branches) {
    const coordinates = branch.id === own ? null : coordinatesOf(branch.location)
    if (!coordinates) continue
    const km = distanceKm(coordinates, at)
    if (!closest || km < closest.km) closest = { branch, km }
  }
  return closest
}
