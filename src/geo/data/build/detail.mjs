import { distanceKm } from './sphere.mjs'

/** Corners of the area around a place that keeps all of its detail. */
const CORNERS = 16

/** The areas around points, as polygons with a radius in km; those that overlap are left as they are. */
export function areasAround(places) {
  return places.map(({ point, radiusKm }) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Polygon', coordinates: [circle(point, radiusKm)] },
  }))
}

/** Wide enough to outlast the rounding to half a kilometre. */
const WAY_KM = 0.9

/** The ways from places to where their unit begins, as polygons with the code of that unit. */
export function waysHome(places) {
  return places.map(({ code, point, home }) => ({
    type: 'Feature',
    properties: { corrected: code },
    geometry: { type: 'Polygon', coordinates: [hull([...circle(point, WAY_KM), ...circle(home, WAY_KM)])] },
  }))
}

/** The convex ring around points, clockwise. */
function hull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (ordered) => {
    const chain = []
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) >= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  const ring = [...half(sorted), ...half(sorted.toReversed())]
  return [...ring, ring[0]]
}

function turn([ax, ay], [bx, by], [cx, cy]) {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

function circle([x, y], radiusKm) {
  const north = radiusKm / distanceKm([x, y], [x, y + 1])
  const east = radiusKm / distanceKm([x, y], [x + 1, y])
  const ring = Array.from({ length: CORNERS }, (_, corner) => {
    const angle = (-2 * Math.PI * corner) / CORNERS
    return [x + east * Math.cos(angle), y + north * Math.sin(angle)]
  })
  return [...ring, ring[0]]
}
