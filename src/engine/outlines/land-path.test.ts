import { describe, expect, it } from 'vitest'
import type { Segments } from '../../geo/segments'
import { landPathIn, NO_SEGMENT } from './land-path'
import type { LonLat } from './tracing'

const BOX = { west: 0, east: 1, south: 0, north: 1 }
const MEETING: LonLat = [0.5, 0.5]
/** Three borders that meet; the first and the second have a corner on the way. */
const LINES: readonly (readonly LonLat[])[] = [
  [[-1, 0.2], [0.3, 0.2], MEETING],
  [[2, 0.3], [0.7, 0.2], MEETING],
  [[0.5, 2], MEETING],
]

describe('a border inside a cell', () => {
  const pieces = LINES.flatMap((line) =>
    line.slice(1).map((end, index) => [line[index] ?? end, end] as const),
  )
  const land = landPathIn(segmentsOf(pieces), [0, 1, 2, 3, 4], BOX)

  it('leads over its corners to where three borders meet', () => {
    expect(land.meeting()).toEqual(MEETING)
    expect(land.towards(0, MEETING)).toEqual([[0.3, 0.2]])
    expect(land.towards(2, MEETING)).toEqual([[0.7, 0.2]])
    expect(land.towards(4, MEETING)).toEqual([])
  })

  it('has no corners towards a place that it does not come to', () => {
    expect(land.towards(0, [0.9, 0.9])).toEqual([])
    expect(land.towards(NO_SEGMENT, MEETING)).toEqual([])
  })
})

/** Pieces with one unit each at either side. */
function segmentsOf(pieces: readonly (readonly [from: LonLat, to: LonLat])[]): Segments {
  return {
    count: pieces.length,
    x0: Float64Array.from(pieces, ([[x]]) => x),
    y0: Float64Array.from(pieces, ([[, y]]) => y),
    x1: Float64Array.from(pieces, ([, [x]]) => x),
    y1: Float64Array.from(pieces, ([, [, y]]) => y),
    sideA: new Int16Array(pieces.length).fill(0),
    sideB: new Int16Array(pieces.length).fill(1),
  }
}
