import type { WorldTopology } from './world-topology'

/**
 * The straight pieces of all borders in degrees, each once, with the units on its two sides (which is which does not
 * matter; NO_SIDE is the sea). Piece i runs from (x0, y0) up to (x1, y1), y0 ≤ y1.
 */
export interface Segments {
  readonly count: number
  readonly x0: Float64Array
  readonly y0: Float64Array
  readonly x1: Float64Array
  readonly y1: Float64Array
  readonly sideA: Int16Array
  readonly sideB: Int16Array
}

export const NO_SIDE = -1

/** The segments of a topology. A piece that bounds one unit twice is left out: it separates nothing. */
export function segmentsOf(topology: WorldTopology): Segments {
  const sides = sidesOfArcs(topology)
  const capacity = topology.arcs.reduce((sum, arc) => sum + arc.length - 1, 0)
  const x0 = new Float64Array(capacity)
  const y0 = new Float64Array(capacity)
  const x1 = new Float64Array(capacity)
  const y1 = new Float64Array(capacity)
  const sideA = new Int16Array(capacity).fill(NO_SIDE)
  const sideB = new Int16Array(capacity).fill(NO_SIDE)
  let count = 0

  topology.arcs.forEach((arc, index) => {
    const [a = NO_SIDE, b = NO_SIDE, ...more] = sides[index] ?? []
    if (more.length > 0) throw new Error(`arc ${index} bounds more than two units`)
    if (a === NO_SIDE) return
    for (let i = 1; i < arc.length; i++) {
      const from = arc[i - 1]
      const to = arc[i]
      const fromX = from?.[0] ?? 0
      const fromY = from?.[1] ?? 0
      const toX = to?.[0] ?? 0
      const toY = to?.[1] ?? 0
      // One direction for both neighbours, so that the two compute the very same crossing.
      const isUp = fromY < toY || (fromY === toY && fromX <= toX)
      x0[count] = isUp ? fromX : toX
      y0[count] = isUp ? fromY : toY
      x1[count] = isUp ? toX : fromX
      y1[count] = isUp ? toY : fromY
      sideA[count] = a
      sideB[count] = b
      count++
    }
  })
  return { count, x0, y0, x1, y1, sideA, sideB }
}

function sidesOfArcs(topology: WorldTopology): readonly (readonly number[])[] {
  const sides = topology.arcs.map(() => new Set<number>())
  topology.objects.units.geometries.forEach((geometry, unit) => {
    for (const arc of geometry.arcs.flat(2)) {
      const side = sides[arc < 0 ? ~arc : arc]
      // Even-odd: the second time takes the first one back.
      if (side && !side.delete(unit)) side.add(unit)
    }
  })
  return sides.map((side) => [...side])
}
