import { createWriter } from './pack.mjs'

/**
 * A topology as the file that `src/geo/world-topology.ts` reads: coordinates rounded to `step` degrees, arcs numbered
 * in the order in which the units use them, everything as one string of integers.
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
  return {
    file: { step, units, arcs: arcs.toBase64(), shapes: shapes.toBase64() },
    pointCount,
    arcCount: order.size,
  }
}

/** The points in steps, without repetitions; an arc keeps at least its two ends. */
function round(points, step) {
  const rounded = points.map(([x, y]) => [Math.round(x / step), Math.round(y / step)])
  const distinct = rounded.filter(
    ([x, y], i) => i === 0 || x !== rounded[i - 1][0] || y !== rounded[i - 1][1],
  )
  return distinct.length > 1 ? distinct : [rounded[0], rounded.at(-1)]
}
