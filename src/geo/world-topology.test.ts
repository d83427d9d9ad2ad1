import { describe, expect, it } from 'vitest'
import { createAtlas } from './atlas'
import { decodeWorld } from './world-topology'

/** Integers below 64 in magnitude, one byte each, the sign in the lowest bit. */
function signed(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}

function bytes(values: readonly number[]): string {
  return btoa(String.fromCharCode(...values))
}

// Two squares of one degree beside each other: arc 0 is the border between them, arc 1 the rest of AA, arc 2 that of BB.
const ARCS: readonly (readonly (readonly [number, number])[])[] = [
  [
    [1, 0],
    [0, 1],
  ],
  [
    [0, 0],
    [-1, 0],
    [0, -1],
    [1, 0],
  ],
  [
    [0, 1],
    [1, 0],
    [0, -1],
    [-1, 0],
  ],
]
const SQUARES = {
  step: 1,
  units: [['FR'], ['CA-ON', 'Ontario']],
  arcs: bytes([3, ...ARCS.flatMap((arc) => [arc.length, ...arc.flat().map(signed)])]),
  // Each: one polygon, one ring, two arcs. An arc is its distance from the one after the last, then its direction.
  shapes: bytes([1, 1, 2, signed(0), signed(0), 1, 1, 2, signed(-2 * 2 + 1), signed(1 * 2)]),
}

describe('a world file', () => {
  it('is read as arcs in degrees and shapes over them', () => {
    const topology = decodeWorld({
      ...SQUARES,
      shapes: bytes([1, 1, 2, 0, 0, 1, 1, 2, signed(-4 + 1), signed(2)]),
    })
    expect(topology.arcs[0]).toEqual([
      [1, 0],
      [1, 1],
    ])
    expect(topology.objects.units.geometries.map(({ id, arcs }) => [id, arcs])).toEqual([
      ['FR', [[[0, 1]]]],
      ['CA-ON', [[[~0, 2]]]],
    ])
  })

  it('makes an atlas in which a shared border belongs to the unit east of it', () => {
    const atlas = createAtlas(decodeWorld(SQUARES))
    const row = [-0.5, 0, 0.5, 1, 1.5, 2, 2.5].map((longitude) => atlas.unitAt({ latitude: 0.5, longitude }))
    // Half a degree, 56 km, is too far out at sea; the eastern edge itself is coast and so within 25 km.
    expect(row).toEqual([-1, 0, 0, 1, 1, 1, -1])
    expect(atlas.units.map(({ country, division, name }) => [country, division, name])).toEqual([
      ['FR', null, 'France'],
      ['CA', 'CA-ON', 'Ontario'],
    ])
    expect(atlas.borders('division').coordinates).toEqual([])
    expect(atlas.borders('country').coordinates).toEqual([
      [
        [1, 0],
        [1, 1],
      ],
    ])
  })

  it('is refused when it is damaged', () => {
    expect(() => decodeWorld({ ...SQUARES, arcs: SQUARES.arcs.slice(0, 4) })).toThrow('end too early')
    expect(() => createAtlas(decodeWorld({ ...SQUARES, units: [['France'], ['CA-ON']] }))).toThrow(
      'has no code',
    )
  })
})
