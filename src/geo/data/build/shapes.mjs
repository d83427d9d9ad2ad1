import { feature } from 'topojson-client'
import { distanceKm } from './sphere.mjs'

/** The application's rule: at sea within this distance of land, a point belongs to the nearest land. */
const COASTAL_KM = 25

/**
 * Which unit a point is found in on a topology. Written without a look at the application's own code, by trying every
 * shape: it is slow, and a check on the other.
 */
export function createShapes(topology) {
  const [{ geometries }] = Object.values(topology.objects)
  const shapes = geometries.map((geometry) => {
    const { coordinates, type } = feature(topology, geometry).geometry
    const rings = (type === 'Polygon' ? [coordinates] : coordinates).flat()
    return { code: geometry.id, rings, boxes: rings.map(boxOf) }
  })

  function unitAt(point) {
    const containing = shapes.find(({ rings, boxes }) => contains(rings, boxes, point))
    if (containing) return containing.code
    let nearest = { km: COASTAL_KM, code: null }
    for (const { code, rings } of shapes) {
      const { km } = nearestOnRings(rings, point, nearest.km)
      if (km < nearest.km) nearest = { km, code }
    }
    return nearest.code
  }

  /** The point of a unit's border that is nearest, and its distance. */
  function nearestBorder(code, point) {
    const rings = shapes.filter((shape) => isIn(shape.code, code)).flatMap((shape) => shape.rings)
    return nearestOnRings(rings, point, Infinity)
  }

  return { unitAt, nearestBorder }
}

/** Whether a shape is a country or state, or a part of it. */
export function isIn(shapeCode, code) {
  return shapeCode !== null && (shapeCode === code || shapeCode.startsWith(`${code}-`))
}

function boxOf(ring) {
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}

function contains(rings, boxes, [x, y]) {
  let isInside = false
  rings.forEach((ring, i) => {
    const [west, south, east, north] = boxes[i]
    if (x < west || x > east || y < south || y > north) return
    for (let j = 1; j < ring.length; j++) {
      const [ax, ay] = ring[j - 1]
      const [bx, by] = ring[j]
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside
    }
  })
  return isInside
}

function nearestOnRings(rings, point, limitKm) {
  let nearest = { km: limitKm, point: null }
  for (const ring of rings) {
    for (let j = 1; j < ring.length; j++) {
      if (Math.abs(ring[j][1] - point[1]) * 111 > nearest.km + 400) continue
      const onSegment = nearestOnSegment(ring[j - 1], ring[j], point)
      const km = distanceKm(onSegment, point)
      if (km < nearest.km) nearest = { km, point: onSegment }
    }
  }
  return nearest
}

/** On a plane that is true to scale at the point. */
function nearestOnSegment([ax, ay], [bx, by], [x, y]) {
  const scale = Math.cos((y * Math.PI) / 180)
  const [dx, dy] = [(bx - ax) * scale, by - ay]
  const squared = dx * dx + dy * dy
  const along = squared === 0 ? 0 : ((x - ax) * scale * dx + (y - ay) * dy) / squared
  const t = Math.min(1, Math.max(0, along))
  return [ax + t * (bx - ax), ay + t * (by - ay)]
}
