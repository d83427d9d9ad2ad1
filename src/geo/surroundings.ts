import { type Atlas, NO_UNIT } from './atlas'
import { chordOfKm, squaredChordTo } from './chord'
import { isSeam } from './coast'
import type { Coordinates } from './coordinates'
import type { Cap, DegreeBox } from './degree-box'
import type { UnitVector } from './distance'
import { COASTAL_CHORD, nearestUnit } from './nearest-land'
import { NO_SIDE } from './segments'

/** What of the shapes of the world matters to the places of a box. */
export interface Surroundings {
  /** The border pieces that meet the box. */
  readonly segments: Int32Array
  /** The pieces of coast that may be the nearest to a place at sea in the box. */
  readonly pieces: Int32Array
  /** Every unit that a place in the box may belong to; NO_UNIT for the open sea. */
  readonly units: readonly number[]
}

/** Finds what matters by narrowing: from a box to a smaller one inside it, shapes drop out. */
export interface SurroundingsFinder {
  readonly everything: Surroundings
  /** `cap` holds the box. */
  readonly narrow: (outer: Surroundings, box: DegreeBox, cap: Cap) => Surroundings
  /** The unit of a place in the box that was narrowed to: the very answer of `Atlas.unitAt`. */
  readonly unitIn: (surroundings: Surroundings, place: Coordinates, vector: UnitVector) => number
}

const NOTHING = new Int32Array(0)

export function createSurroundings(atlas: Atlas): SurroundingsFinder {
  const { segments, coast } = atlas.linework()
  const { x0, y0, x1, y1, sideA, sideB } = segments
  // Of one narrowing: the chord from the middle of the cap to each piece, in the order of the list.
  const chords = new Float64Array(coast.units.length)
  const everything: Surroundings = {
    segments: Int32Array.from({ length: segments.count }, (_, index) => index).filter(
      (index) => !isSeam(x0[index] ?? 0, y0[index] ?? 0, x1[index] ?? 0, y1[index] ?? 0),
    ),
    pieces: Int32Array.from({ length: coast.units.length }, (_, index) => index),
    units: [NO_UNIT, ...atlas.units.map(({ index }) => index)],
  }

  function meets(segment: number, { west, south, east, north }: DegreeBox): boolean {
    const ax = x0[segment] ?? 0
    const bx = x1[segment] ?? 0
    const bottom = y0[segment] ?? 0
    const top = y1[segment] ?? 0
    if (Math.max(ax, bx) < west || Math.min(ax, bx) > east || top < south || bottom > north) return false
    // It passes the box by where all four corners lie on one side of its line.
    const dx = bx - ax
    const dy = top - bottom
    const sideOf = (x: number, y: number) => Math.sign(dx * (y - bottom) - dy * (x - ax))
    const sides = sideOf(west, south) + sideOf(east, south) + sideOf(west, north) + sideOf(east, north)
    return Math.abs(sides) < 4
  }

  /** The pieces of coast that may be nearest somewhere in the cap; writes its units into `units`. */
  function narrowPieces(pieces: Int32Array, cap: Cap, units: Set<number>): Int32Array {
    const { x, y, z, radiusKm } = cap
    const reach = chordOfKm(radiusKm)
    let least = Number.POSITIVE_INFINITY
    pieces.forEach((piece, index) => {
      const chord = Math.sqrt(squaredChordTo(coast.points, piece, x, y, z))
      chords[index] = chord
      if (chord < least) least = chord
    })
    if (least + reach > COASTAL_CHORD) units.add(NO_UNIT)
    const limit = Math.min(COASTAL_CHORD + reach, least + 2 * reach)
    return pieces.filter((piece, index) => {
      if ((chords[index] ?? 0) > limit) return false
      units.add(coast.units[piece] ?? NO_UNIT)
      return true
    })
  }

  return {
    everything,
    narrow(outer, box, cap) {
      const met = outer.segments.length === 0 ? NOTHING : outer.segments.filter((each) => meets(each, box))
      const units = new Set<number>()
      let hasSea = false
      for (const segment of met) {
        units.add(sideA[segment] ?? NO_UNIT)
        const b = sideB[segment] ?? NO_SIDE
        if (b === NO_SIDE) hasSea = true
        else units.add(b)
      }
      if (met.length === 0) {
        const latitude = (box.south + box.north) / 2
        const unit = atlas.landUnitAt({ latitude, longitude: (box.west + box.east) / 2 })
        if (unit !== NO_UNIT) return { segments: NOTHING, pieces: NOTHING, units: [unit] }
        hasSea = true
      }
      const pieces = hasSea ? narrowPieces(outer.pieces, cap, units) : NOTHING
      return { segments: met, pieces, units: [...units] }
    },
    unitIn({ segments: met, pieces, units }, place, { x, y, z }) {
      const [only = NO_UNIT] = units
      if (units.length === 1) return only
      const land = met.length === 0 ? NO_UNIT : atlas.landUnitAt(place)
      return land === NO_UNIT ? nearestUnit(coast, pieces, 0, pieces.length, x, y, z) : land
    },
  }
}
