import { type ClientTable, createClientTable, type LocatedPlace, territoryKey } from '../engine/client-table'
import type { Atlas } from '../geo/atlas'
import { normaliseLongitude } from '../geo/coordinates'

/** Points of a Fibonacci sphere, each standing for the same area; about 20,000 of them lie on land. */
const SPHERE_POINTS = 75_000

const GOLDEN_ANGLE = 180 * (3 - Math.sqrt(5))

/**
 * Points spread evenly over the land, without Antarctica, which would outweigh Europe and asks nothing.
 * Always the same points.
 */
export function landSample(atlas: Atlas, spherePoints = SPHERE_POINTS): ClientTable {
  const places = new Map<string, LocatedPlace[]>()
  for (let index = 0; index < spherePoints; index++) {
    const z = 1 - (2 * index + 1) / spherePoints
    const coordinates = {
      latitude: (Math.asin(z) * 180) / Math.PI,
      longitude: normaliseLongitude((index * GOLDEN_ANGLE) % 360),
    }
    const unit = atlas.units[atlas.landUnitAt(coordinates)]
    if (!unit || unit.country === 'AQ') continue
    const { country, subdivision } = unit
    const key = territoryKey(unit)
    const ofTerritory = places.get(key) ?? []
    places.set(key, ofTerritory)
    ofTerritory.push({ coordinates, country, subdivision })
  }
  return createClientTable([...places.values()].flat())
}
