import type { Atlas } from '../../geo/atlas'
import { runSteps } from '../../model/run-steps'
import type { CompiledPolicy } from '../compile'
import type { Distribution } from '../distribution'
import { joinBorders } from './borders'
import { LEVELS, placeOf, ROWS } from './grid'
import { createOutlineField } from './outline-field'
import { type Polygon, polygonsOf } from './polygons'
import { ringAreaKm2 } from './ring-area'
import { ringsOf } from './rings'
import { traceSteps } from './trace'

/** All places of the world that get one mix of answers. */
export interface Outline {
  readonly mix: Distribution
  /**
   * In degrees, cut at the antimeridian and closed along it and the poles; points are joined straight in longitude
   * and latitude, outer rings run against the clock. The true border lies within a kilometre.
   */
  readonly polygons: readonly Polygon[]
  readonly areaKm2: number
}

/** The whole world at once. */
export function outlinesOf(compiled: CompiledPolicy, atlas: Atlas): readonly Outline[] {
  return runSteps(outlineSteps(compiled, atlas))
}

/**
 * The outlines of every mix of answers, the largest first, in steps of some milliseconds that give the part done.
 * The sphere is divided into smaller and smaller boxes wherever the engine's decision may differ in them, and its
 * borders are traced through cells of a kilometre; along countries they follow the shapes themselves.
 */
export function* outlineSteps(compiled: CompiledPolicy, atlas: Atlas): Generator<number, readonly Outline[]> {
  const field = createOutlineField(compiled, atlas, LEVELS)
  const tracing = yield* traceSteps(field, atlas)
  const onRim = field.mixIn(field.whole, placeOf(0, ROWS / 2))
  const rings = ringsOf(tracing, joinBorders(tracing), onRim)
  return [...rings]
    .flatMap(([index, of]): Outline[] => {
      const mix = field.mixes[index]
      const areaKm2 = of.reduce((sum, ring) => sum + ringAreaKm2(ring), 0)
      return mix ? [{ mix, polygons: polygonsOf(of), areaKm2 }] : []
    })
    .sort((a, b) => b.areaKm2 - a.areaKm2)
}
