import type { Coordinates } from '../../geo/coordinates'
import { biasFactor, type NegativeBias, toUnitVector, vectorDistanceKm } from '../../geo/distance'
import type { CostLine, Decision } from '../decision'
import { byNearness, UNKNOWN_LINE } from '../nearness'

/** A location to be near to; null coordinates where its place is not known. */
export interface Site {
  readonly coordinates: Coordinates | null
  readonly bias: number
}

/**
 * The decision of a geoproximity rule: the smallest distance multiplied by its bias factor. The real
 * distance, since a shortened monotone one would move borders once it is multiplied.
 */
export function byBiasedDistance(locations: readonly Site[], negativeBias: NegativeBias): Decision {
  const lines = locations.map(
    ({ coordinates, bias }): CostLine =>
      coordinates
        ? { site: toUnitVector(coordinates), base: 0, perKm: biasFactor(bias, negativeBias) }
        : UNKNOWN_LINE,
  )

  return byNearness({
    count: lines.length,
    linesFor: () => lines,
    measures(branch, { vector }) {
      const { site, perKm } = lines[branch] ?? UNKNOWN_LINE
      const bias = locations[branch]?.bias ?? 0
      if (!site || !vector) return { bias }
      const distanceKm = vectorDistanceKm(site, vector)
      return { distanceKm, bias, biasedDistanceKm: distanceKm * perKm }
    },
    reasons: () => ({ won: 'nearest', lost: 'farther' }),
  })
}
