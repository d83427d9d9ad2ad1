import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CoverageFrame } from '../../engine/coverage-frame'
import type { Atlas } from '../../geo/atlas'
import { loadAtlas } from '../../geo/load'
import type { RasterView } from '../../geo/raster-view'
import { frameSteps } from './coverage-raster'

const SEED = 20_261_126

describe('the frame of a view', () => {
  let atlas: Atlas
  beforeAll(async () => {
    atlas = await loadAtlas()
  })

  function made(view: RasterView, older: CoverageFrame | null): { frame: CoverageFrame; rasterised: number } {
    let rasterised = 0
    const counting: Atlas = {
      ...atlas,
      rasterise(part) {
        rasterised += part.width * part.height
        return atlas.rasterise(part)
      },
    }
    const steps = frameSteps(counting, view, older)
    for (let step = steps.next(); ; step = steps.next())
      if (step.done) return { frame: step.value, rasterised }
  }

  const view: RasterView = { zoom: 3, left: 1000, top: 640, width: 120, height: 150 }

  it('keeps what an older view shares with it, wherever it was moved', () => {
    const older = made(view, null).frame
    const move = fc.integer({ min: -160, max: 160 })
    const size = fc.integer({ min: 1, max: 200 })
    fc.assert(
      fc.property(move, move, size, size, (x, y, width, height) => {
        const moved = { ...view, left: view.left + x, top: view.top + y, width, height }
        expect(made(moved, older).frame.units).toEqual(atlas.rasterise(moved))
      }),
      { seed: SEED, numRuns: 60 },
    )
  })

  it('rasterises only the strip that comes into view', () => {
    const older = made(view, null).frame
    expect(made({ ...view, left: view.left + 10 }, older).rasterised).toBe(10 * 150)
    expect(made(view, older).rasterised).toBe(0)
  })

  it('starts afresh at another zoom, and where pixels do not fall on one another', () => {
    const older = made(view, null).frame
    expect(made({ ...view, zoom: 3.25 }, older).rasterised).toBe(120 * 150)
    expect(made({ ...view, left: view.left + 0.5 }, older).rasterised).toBe(120 * 150)
  })
})
