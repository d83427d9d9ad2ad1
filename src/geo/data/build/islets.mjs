import { distanceKm } from './sphere.mjs'

/**
 * The parts without small islands that lie close to a kept part of their unit: one is kept if it has at least
 * `islandKm2`, or is further than `islandKm` from everything kept so far (largest first), so that no inhabited
 * place loses the last land around it.
 */
export function dropIslets(parts, islandKm2, islandKm) {
  const keptByUnit = new Map()
  const largestFirst = [...parts].sort((a, b) => b.properties.area - a.properties.area)
  return largestFirst.filter((part) => {
    const kept = keptByUnit.get(part.properties.code) ?? []
    keptByUnit.set(part.properties.code, kept)
    const islet =
      part.properties.area < islandKm2 && kept.some((other) => gapKm(part, other, islandKm) <= islandKm)
    if (!islet) kept.push(part)
    return !islet
  })
}

/** Distance between the closest vertices of two parts; a far-off lower bound is enough once it exceeds the limit. */
function gapKm(a, b, limitKm) {
  const [ring] = a.geometry.coordinates
  const latitudeGapKm = boxGap(latitudes(a), latitudes(b)) * 111.19
  if (latitudeGapKm > limitKm) return latitudeGapKm
  let least = Infinity
  for (const p of ring) {
    for (const q of b.geometry.coordinates[0]) {
      if (Math.abs(p[1] - q[1]) * 111.19 > limitKm) continue
      const km = distanceKm(p, q)
      if (km < least) least = km
      if (least <= limitKm) return least
    }
  }
  return least
}

const ranges = new WeakMap()

function latitudes(part) {
  let range = ranges.get(part)
  if (!range) {
    range = [Infinity, -Infinity]
    for (const [, latitude] of part.geometry.coordinates[0]) {
      if (latitude < range[0]) range[0] = latitude
      if (latitude > range[1]) range[1] = latitude
    }
    ranges.set(part, range)
  }
  return range
}

function boxGap([lowA, highA], [lowB, highB]) {
  return Math.max(0, lowA - highB, lowB - highA)
}
