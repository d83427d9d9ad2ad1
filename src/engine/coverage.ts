import type { Territory } from '../geo/territory'
import { runSteps } from '../model/run-steps'
import type { CompiledPolicy } from './compile'
import { type CoverageChanges, createChanges, markChanged } from './coverage-changes'
import type { DescentPath } from './coverage-disc'
import { createField } from './coverage-field'
import type { BlockLevel, CoverageFrame } from './coverage-frame'
import { createBlockKeys, createKeyNumbers } from './coverage-keys'
import { createMixTable } from './coverage-mixes'
import { mixesIn } from './coverage-pixels'
import { createPlanner } from './coverage-plan'
import { createUnitPlans } from './coverage-units'
import { mixWithin, UNDECIDED } from './coverage-walk'
import { type Distribution, distributionFor } from './distribution'
import { createPixelBlock, MOST_PIXELS } from './pixel-block'

/** Who reaches what in a view: for each pixel, row by row, the index of its distribution. */
export interface Coverage {
  /** May hold more than the pixels speak of. */
  readonly mixes: readonly Distribution[]
  readonly pixels: Uint16Array
  /** Where pixels have changed since whoever paints them has last emptied this. */
  readonly changes: CoverageChanges
}

/** The coverage of one policy after another, each in steps of about a millisecond. */
export type CoverageSteps = (compiled: CompiledPolicy) => Generator<undefined, Coverage>

/** The whole coverage at once. */
export function coverageOf(
  compiled: CompiledPolicy,
  units: readonly Territory[],
  frame: CoverageFrame,
): Coverage {
  return coverageNow(createCoverage(units, frame), compiled)
}

/** All steps of a coverage at once. */
export function coverageNow(stepsOf: CoverageSteps, compiled: CompiledPolicy): Coverage {
  return runSteps(stepsOf(compiled))
}

// What is remembered of a block unless all its pixels have one mix, whose index it then is.
/** Its four parts remember theirs. */
const SPLIT = -1
/** Nothing. */
const UNKNOWN = -2
/** It was filled by the mixes of its units, which are noted. */
const BY_UNITS = -3

/** With more mixes than this, the next policy begins anew. */
const MOST_KEPT_MIXES = 4096

/**
 * Blocks of pixels are divided only while more than one mix is possible in them, so that every pixel gets the
 * very distribution of its centre (`distributionFor`). `units` are the atlas's, which the frame's raster names.
 * The pixels are kept from one policy to the next, and only those whose mix has changed are written: the result of
 * the steps is good until the next are taken.
 */
export function createCoverage(units: readonly Territory[], frame: CoverageFrame): CoverageSteps {
  const { view, levels } = frame
  const pixels = new Uint16Array(view.width * view.height)
  const changes = createChanges(view)
  const path: DescentPath = { visits: new Int32Array(levels.length + 1) }
  const memories = levels.map(({ columns, rows }) => new Int32Array(columns * rows).fill(UNKNOWN))
  const notes = levels.map((): Int32Array[] => [])
  const numbers = createKeyNumbers()
  const keys = levels.map(({ columns, rows }) => createBlockKeys(columns * rows, numbers, () => division))
  // Plan numbers by unit + 1 as they were found last, and how often one was found to be another.
  const lastPlans = new Int32Array(units.length + 1).fill(UNKNOWN)
  let division = 0
  let mixes = createMixTable()
  const square = createPixelBlock()
  // By plan, the mix of each pixel of a block.
  const found: Int32Array[] = []
  let visit = 0

  return function* stepsOf(compiled) {
    if (mixes.distributions.length > MOST_KEPT_MIXES) {
      mixes = createMixTable()
      for (const memory of memories) memory.fill(UNKNOWN)
      division++
    }
    const planner = createPlanner(
      compiled,
      mixes,
      (lines, candidates) => createField(lines, candidates, path),
      distributionFor,
    )
    const { plans, indexOf, found: planOfUnit } = createUnitPlans(planner, units, compiled.address)
    const mixOfPlan: number[] = []

    /** The numbers of the plans of a block's units. */
    function plansIn(blockUnits: readonly number[]): readonly number[] {
      const here: number[] = []
      for (const unit of blockUnits) {
        const index = indexOf(unit)
        const last = lastPlans[unit + 1]
        if (last !== index && last !== UNKNOWN) division++
        lastPlans[unit + 1] = index
        if (!here.includes(index)) here.push(index)
      }
      return here
    }

    /** `known` is what is remembered of the block around, or SPLIT where the block has to remember itself. */
    function cover(levelIndex: number, column: number, row: number, outer: readonly number[], known: number) {
      const block = levels[levelIndex]
      const memory = memories[levelIndex]
      const keysHere = keys[levelIndex]
      if (!block || !memory || !keysHere || column >= block.columns || row >= block.rows) return
      const at = row * block.columns + column
      const before = known === SPLIT ? (memory[at] ?? UNKNOWN) : known
      const listed = block.units?.[at]
      const here = listed ? plansIn(listed) : outer
      const level = levelIndex + 1
      path.visits[level] = ++visit
      const disc = block.discAt(column, row)
      let isOne = true
      let isDecided = true
      for (const index of here) {
        const plan = plans[index]
        const mix = plan ? mixWithin(plan, level, disc) : UNDECIDED
        mixOfPlan[index] = mix
        if (mix === UNDECIDED) isDecided = false
        else if (mix !== mixOfPlan[here[0] ?? 0]) isOne = false
      }
      if (isDecided) keysHere.forget(at)
      if (isDecided && isOne) {
        const mix = mixOfPlan[here[0] ?? 0] ?? 0
        if (before !== mix) fill(block, column, row, mix)
        memory[at] = mix
      } else if (isDecided) {
        const isNoted = listed !== undefined && noteMixes(levelIndex, at, listed)
        if (!isNoted || before !== BY_UNITS) fillByUnits(block, column, row)
        memory[at] = listed ? BY_UNITS : UNKNOWN
      } else if (keysHere.keep(at, plans, here, level, disc) && known === SPLIT) {
        // All its pixels are as they were.
        return
      } else if (levelIndex === levels.length - 1) {
        coverPixels(block, column, row, level, here)
        memory[at] = UNKNOWN
      } else {
        const inherited = before === BY_UNITS ? UNKNOWN : before
        cover(level, 2 * column, 2 * row, here, inherited)
        cover(level, 2 * column + 1, 2 * row, here, inherited)
        cover(level, 2 * column, 2 * row + 1, here, inherited)
        cover(level, 2 * column + 1, 2 * row + 1, here, inherited)
        memory[at] = SPLIT
      }
    }

    /** Notes the mix of each of a block's units; returns whether they were noted so already. */
    function noteMixes(levelIndex: number, at: number, listed: readonly number[]): boolean {
      const ofLevel = notes[levelIndex] ?? []
      const noted = ofLevel[at] ?? new Int32Array(listed.length).fill(UNKNOWN)
      ofLevel[at] = noted
      let isSame = true
      listed.forEach((unit, index) => {
        const mix = mixOfPlan[indexOf(unit)] ?? 0
        if (noted[index] !== mix) isSame = false
        noted[index] = mix
      })
      return isSame
    }

    function fill(block: BlockLevel, column: number, row: number, mix: number): void {
      const { left, right, top, bottom } = pixelsOfBlock(block, column, row)
      for (let y = top; y < bottom; y++) pixels.fill(mix, y * view.width + left, y * view.width + right)
      markChanged(changes, left, top, right, bottom)
    }

    /** Fills a block of which every plan's mix is known. */
    function fillByUnits(block: BlockLevel, column: number, row: number): void {
      const { left, right, top, bottom } = pixelsOfBlock(block, column, row)
      let isChanged = false
      for (let y = top; y < bottom; y++) {
        for (let index = y * view.width + left; index < y * view.width + right; index++) {
          const mix = mixOfPlan[planOfUnit[(frame.units[index] ?? 0) + 1] ?? 0] ?? 0
          if (pixels[index] === mix) continue
          pixels[index] = mix
          isChanged = true
        }
      }
      if (isChanged) markChanged(changes, left, top, right, bottom)
    }

    /** Fills a block by asking for each pixel. */
    function coverPixels(
      block: BlockLevel,
      column: number,
      row: number,
      level: number,
      here: readonly number[],
    ): void {
      const { left, right, top, bottom } = pixelsOfBlock(block, column, row)
      const { cosLatitude, sinLatitude, cosLongitude, sinLongitude } = frame.centres
      let count = 0
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
          square.x[count] = (cosLatitude[y] ?? 0) * (cosLongitude[x] ?? 0)
          square.y[count] = (cosLatitude[y] ?? 0) * (sinLongitude[x] ?? 0)
          square.z[count] = sinLatitude[y] ?? 0
          count++
        }
      }
      square.count = count
      for (const index of here) {
        const plan = plans[index]
        found[index] ??= new Int32Array(MOST_PIXELS)
        if (plan) mixesIn(plan, level, square, found[index])
      }
      const only = here.length === 1 ? found[here[0] ?? 0] : undefined
      let isChanged = false
      let pixel = 0
      for (let y = top; y < bottom; y++) {
        for (let index = y * view.width + left; index < y * view.width + right; index++) {
          const mixOf = only ?? found[planOfUnit[(frame.units[index] ?? 0) + 1] ?? 0]
          const mix = mixOf?.[pixel++] ?? 0
          if (pixels[index] === mix) continue
          pixels[index] = mix
          isChanged = true
        }
      }
      if (isChanged) markChanged(changes, left, top, right, bottom)
    }

    function pixelsOfBlock({ size }: BlockLevel, column: number, row: number) {
      return {
        left: column * size,
        right: Math.min(view.width, (column + 1) * size),
        top: row * size,
        bottom: Math.min(view.height, (row + 1) * size),
      }
    }

    const top = levels[0]
    for (let row = 0; row < (top?.rows ?? 0); row++) {
      for (let column = 0; column < (top?.columns ?? 0); column++) cover(0, column, row, [], SPLIT)
      yield
    }
    return { mixes: mixes.distributions, pixels, changes }
  }
}
