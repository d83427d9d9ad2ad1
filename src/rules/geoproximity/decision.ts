import type { Coordinates } from '../../geo/coordinates'
import { biasFactor, type NegativeBias, toUnitVector, vectorDistanceKm } from '../../geo/distance'
import type { Client } from '../client'
import type { CostLine, Decision } from '../decision'
import { byPreference } from '../preference'

/** A location to be near to; null coordinates where its place is not known. */
export interface Site {
  readonly coordinates: Coordinates | null
  readonly bias: number
}

/** Ranks behind every known location; document order breaks the tie. */
const UNKNOWN = Number.MAX_VALUE

/**
 * The decision of a geoproximity rule: the smallest distance multiplied by its bias factor. The real
 * distance, since a shortened monotone one would move borders once it is multiplied.
 */
export function byBiasedDistance(locations: readonly Site[], negativeBias: NegativeBias): Decision {
  const sites = locations.map(({ coordinates, bias }) => ({
    vector: coordinates && toUnitVector(coordinates),
    bias,
    factor: biasFactor(bias, negativeBias),
  }))

  const lines: readonly CostLine[] = sites.map(({ vector, factor }) =>
    vector ? { site: vector, base: 0, perKm: factor } : { site: null, base: UNKNOWN, perKm: 0 },
  )

  function cost(branch: number, client: Client): number {
    const site = sites[branch]
    if (!site?.vector || !client.vector) return UNKNOWN
    return vectorDistanceKm(site.vector, client.vector) * site.factor
  }

  return byPreference({
    count: sites.length,
    cost,
    measures(branch, client) {
      const site = sites[branch]
      if (!site?.vector || !client.vector) return site ? { bias: site.bias } : {}
      const distanceKm = vectorDistanceKm(site.vector, client.vector)
      return { distanceKm, bias: site.bias, biasedDistanceKm: distanceKm * site.factor }
    },
    reasons(branch, client) {
      if (cost(branch, client) < UNKNOWN) return { won: 'nearest', lost: 'farther' }
      return { won: 'first-in-document', lost: client.vector ? 'unknown-region' : 'later-in-document' }
    },
    undefinedFor: (client) => sites.every((_, branch) => cost(branch, client) === UNKNOWN),
    costLines: () => lines,
  })
}
