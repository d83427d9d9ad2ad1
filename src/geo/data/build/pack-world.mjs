import { createWriter } from './pack.mjs'

/**
 * A topology as the file that `src/geo/world-topology.ts` reads: coordinates rounded to `step` degrees, arcs numbered
 * in the order in which the units use them, everything as one string of integers. `rounded` is the topology as read.
 */
export function packWorld(topology, names, step) {
  if (topology.transform) throw new Error('expected a topology that has not been quantised')
  const [{ geometries }] = Object.values(topology.objects)
  const order = new Map()
  const shapes = createWriter()
  let previousArc = -1
  const units = geometries.map((geometry) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs
    if (!polygons) throw new Error(`${geometry.id} has no shape`)
    shapes.unsigned(polygons.length)
    for (const rings of polygons) {
      shapes.unsigned(rings.length)
      for (const ring of rings) {
        shapes.unsigned(ring.length)
        for (const signedArc of ring) {
          const arc = signedArc < 0 ? ~signedArc : signedArc
          if (!order.has(arc)) order.set(arc, order.size)
          const number = order.get(arc)
          // Most arcs follow the one before: the lowest bit is the direction, the rest the distance from there.
          shapes.signed((number - previousArc - 1) * 2 + (signedArc < 0 ? 1 : 0))
          previousArc = number
        }
      }
    }
    return names.has(geometry.id) ? [geometry.id, names.get(geometry.id)] : [geometry.id]
  })

  const arcs = createWriter()
  arcs.unsigned(order.size)
  let [lastX, lastY] = [0, 0]
  let pointCount = 0
  for (const arc of order.keys()) {
    const points = round(topology.arcs[arc], step)
    arcs.unsigned(points.length)
    pointCount += points.length
    for (const [x, y] of points) {
      arcs.signed(x - lastX)
      arcs.signed(y - lastY)
      ;[lastX, lastY] = [x, y]
    }
  }
  const rounded = {
    type: 'Topology',
    objects: topology.objects,
    arcs: topology.arcs.map((arc) =>
      round(arc, step).map((point) => point.map((steps) => toDegrees(steps, step))),
    ),
  }
  return {
    rounded,
    file: { step, units, arcs: arcs.toBase64(), shapes: shapes.toBase64() },
    pointCount,
    arcCount: order.size,
  }
}

/** The points in steps, without repetitions. A ring that has no area left becomes a square of two steps. */
function round(points, step) {
  const rounded = points.map(([x, y]) => [Math.round(x / step), Math.round(y / step)])
  const distinct = rounded.filter(
    ([x, y], i) => i === 0 || x !== rounded[i - 1][0] || y !== rounded[i - 1][1],
  )
  const isRing = points[0][0] === points.at(-1)[0] && points[0][1] === points.at(-1)[1]
  if (isRing) return doubleArea(distinct) === 0 ? squareAround(distinct[0]) : distinct
  return distinct.length > 1 ? distinct : [rounded[0], rounded.at(-1)]
}

function doubleArea(ring) {
  let sum = 0
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1]
  return Math.abs(sum)
}

function squareAround([x, y]) {
  return [
    [x - 1, y - 1],
    [x - 1, y + 1],
    [x + 1, y + 1],
    [x + 1, y - 1],
    [x - 1, y - 1],
  ]
}

/** As the application does it. */
function toDegrees(steps, step) {
  return steps / Math.round(1 / step)
}
