import type { Territory } from '../geo/territory'
import type { CompiledPolicy } from './compile'
import type { DescentPath } from './coverage-disc'
import { createField } from './coverage-field'
import { type BlockLevel, type CoverageFrame } from './coverage-frame'
import { createMixTable } from './coverage-mixes'
import { createPlanner } from './coverage-plan'
import { createUnitPlans } from './coverage-units'
import { mixAt, mixWithin, UNDECIDED } from './coverage-walk'
import { type Distribution, distributionFor } from './distribution'

/** Who reaches what in a view: for each pixel, row by row, the index of its distribution. */
export interface Coverage {
  readonly mixes: readonly Distribution[]
  readonly pixels: Uint16Array
}

/** The whole coverage at once. */
export function coverageOf(
  compiled: CompiledPolicy,
  units: readonly Territory[],
  frame: CoverageFrame,
): Coverage {
  const steps = coverageSteps(compiled, units, frame)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/**
 * The coverage in steps of about a millisecond, so that a caller can stop for something newer. Blocks of
 * pixels are divided only while more than one mix is possible in them, so that every pixel gets the very
 * distribution of its centre (`distributionFor`). `units` are the atlas's, which the frame's raster names.
 */
export function* coverageSteps(
  compiled: CompiledPolicy,
  units: readonly Territory[],
  frame: CoverageFrame,
): Generator<undefined, Coverage> {
  const { view, levels } = frame
  const mixes = createMixTable()
  const path: DescentPath = { visits: new Int32Array(levels.length + 1) }
  const planner = createPlanner(
    compiled,
    mixes,
    (lines, candidates) => createField(lines, candidates, path),
    distributionFor,
  )
  const { plans, indexOf, found: planOfUnit } = createUnitPlans(planner, units)
  const pixels = new Uint16Array(view.width * view.height)
  const mixOfPlan: number[] = []
  let visit = 0

  function plansIn(blockUnits: readonly number[]): readonly number[] {
    const [only] = blockUnits
    if (only !== undefined && blockUnits.length === 1) return [indexOf(only)]
    return [...new Set(blockUnits.map(indexOf))]
  }

  function cover(levelIndex: number, column: number, row: number, outer: readonly number[]): void {
    const block = levels[levelIndex]
    if (!block || column >= block.columns || row >= block.rows) return
    const listed = block.units?.[row * block.columns + column]
    const here = listed ? plansIn(listed) : outer
    const level = levelIndex + 1
    path.visits[level] = ++visit
    const disc = block.discAt(column, row)
    let decided = true
    for (const index of here) {
      const plan = plans[index]
      const mix = plan ? mixWithin(plan, level, disc) : UNDECIDED
      mixOfPlan[index] = mix
      if (mix === UNDECIDED) decided = false
    }
    if (decided) fill(block, column, row, here)
    else if (levelIndex === levels.length - 1) coverPixels(block, column, row, level)
    else {
      for (const r of [2 * row, 2 * row + 1]) {
        for (const c of [2 * column, 2 * column + 1]) cover(levelIndex + 1, c, r, here)
      }
    }
  }

  /** Fills a block of which every plan's mix is known. */
  function fill(block: BlockLevel, column: number, row: number, here: readonly number[]): void {
    const { left, right, top, bottom } = pixelsOfBlock(block, column, row)
    const first = mixOfPlan[here[0] ?? 0] ?? 0
    const isOne = here.every((index) => mixOfPlan[index] === first)
    for (let y = top; y < bottom; y++) {
      const start = y * view.width
      if (isOne) pixels.fill(first, start + left, start + right)
      else {
        for (let index = start + left; index < start + right; index++) {
          pixels[index] = mixOfPlan[planOfUnit[(frame.units[index] ?? 0) + 1] ?? 0] ?? 0
        }
      }
    }
  }

  /** Fills a block by asking for each pixel. */
  function coverPixels(block: BlockLevel, column: number, row: number, level: number): void {
    const { left, right, top, bottom } = pixelsOfBlock(block, column, row)
    const { cosLatitude, sinLatitude, cosLongitude, sinLongitude } = frame.centres
    for (let y = top; y < bottom; y++) {
      const cos = cosLatitude[y] ?? 0
      const sin = sinLatitude[y] ?? 0
      for (let x = left; x < right; x++) {
        const index = y * view.width + x
        const plan = plans[planOfUnit[(frame.units[index] ?? 0) + 1] ?? 0]
        if (!plan) continue
        pixels[index] = mixAt(plan, level, cos * (cosLongitude[x] ?? 0), cos * (sinLongitude[x] ?? 0), sin)
      }
    }
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
    for (let column = 0; column < (top?.columns ?? 0); column++) cover(0, column, row, [])
    yield
  }
  return { mixes: mixes.distributions, pixels }
}
