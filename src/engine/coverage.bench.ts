import { bench, describe } from 'vitest'
import { loadAtlas } from '../geo/load'
import { pixelCentre, type RasterView } from '../geo/raster-view'
import { toClient } from '../rules/client'
import { compilePolicy } from './compile'
import { coverageOf } from './coverage'
import { prepareFrame } from './coverage-frame'
import { distributionFor } from './distribution'
import { COVERAGE_CASES } from './testing/coverage-cases'

// The map of design section 6: 1280 × 720 pixels. Compiling the policy is part of a slider tick.
const VIEWS: Readonly<Record<string, RasterView>> = {
  'the world': { zoom: 1.5, left: -257, top: -99, width: 1280, height: 720 },
  Europe: { zoom: 4, left: 1522, top: 1001, width: 1280, height: 720 },
  'the Alps': { zoom: 7, left: 16_475, top: 11_168, width: 1280, height: 720 },
}
const PIXELS = 921_600
const SAMPLE = 9216

const atlas = await loadAtlas()
for (const [name, view] of Object.entries(VIEWS)) {
  const raster = atlas.rasterise(view)
  const frame = prepareFrame(view, raster)
  for (const { title, policy, world } of COVERAGE_CASES) {
    describe(`coverage of ${name}: ${title}`, () => {
      bench(`every pixel by itself × ${SAMPLE.toLocaleString('en')}`, () => {
        const compiled = compilePolicy(policy, world)
        for (let index = 50; index < PIXELS; index += PIXELS / SAMPLE) {
          const coordinates = pixelCentre(view, index % view.width, Math.floor(index / view.width))
          const { country = null, subdivision = null } = atlas.units[raster[index] ?? -1] ?? {}
          distributionFor(compiled, toClient({ coordinates, country, subdivision }))
        }
      })
      bench(`coverage × ${PIXELS.toLocaleString('en')}`, () => {
        coverageOf(compilePolicy(policy, world), atlas.units, frame)
      })
    })
  }
  describe(`view of ${name}`, () => {
    bench('rasterise the countries', () => {
      atlas.rasterise(view)
    })
    bench('prepare the frame', () => {
      prepareFrame(view, raster)
    })
  })
}
