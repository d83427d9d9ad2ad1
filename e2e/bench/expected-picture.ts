import { type CompiledPolicy, compilePolicy } from '../../src/engine/compile'
import { createChanges } from '../../src/engine/coverage-changes'
import { createMixTable } from '../../src/engine/coverage-mixes'
import { distributionFor } from '../../src/engine/distribution'
import type { Atlas } from '../../src/geo/atlas'
import { pixelCentre, type RasterView } from '../../src/geo/raster-view'
import type { World } from '../../src/model/world'
import type { Policy } from '../../src/policy/policy'
import { toClient } from '../../src/rules/client'
import { createPainter } from '../../src/store/coverage/coverage-paint'
import { pictureOf } from '../../src/store/testing/picture-of'
import { paletteOf } from '../../src/ui/map/painting/palette'

/** What a map should show: by brute force, every pixel by itself. */
export interface ExpectedPicture {
  /** RGBA as in an ImageData. */
  readonly colours: Uint32Array
  /** The number of each pixel's distribution. */
  readonly mixes: Uint16Array
}

/** Pictures of one atlas; what a view has in common for all policies is asked once. */
export function createExpectation(atlas: Atlas) {
  const unitsByView = new Map<string, Int16Array>()

  function unitsOf(view: RasterView): Int16Array {
    const key = JSON.stringify(view)
    const known = unitsByView.get(key)
    if (known) return known
    const units = Int16Array.from({ length: view.width * view.height }, (_, index) =>
      atlas.unitAt(pixelCentre(view, index % view.width, Math.floor(index / view.width))),
    )
    unitsByView.set(key, units)
    return units
  }

  function mixesOf(compiled: CompiledPolicy, view: RasterView) {
    const units = unitsOf(view)
    const table = createMixTable()
    const pixels = Uint16Array.from(units, (unit, index) => {
      const coordinates = pixelCentre(view, index % view.width, Math.floor(index / view.width))
      const { country = null, subdivision = null } = atlas.units[unit] ?? {}
      return table.indexOf(distributionFor(compiled, toClient({ coordinates, country, subdivision })))
    })
    return { mixes: table.distributions, pixels, changes: createChanges(view) }
  }

  return (policy: Policy, world: World, view: RasterView, edge: string): ExpectedPicture => {
    const coverage = mixesOf(compilePolicy(policy, world), view)
    const paint = createPainter(paletteOf(policy, world.down, edge))
    return { colours: pictureOf(paint(coverage, view), view), mixes: coverage.pixels }
  }
}

/** Pixels of a picture that are not as expected, and how many of them lie more than a pixel from any border. */
export function wrongPixels(
  shown: Uint32Array,
  { colours, mixes }: ExpectedPicture,
  { width, height }: RasterView,
) {
  let wrong = 0
  let far = 0
  colours.forEach((colour, index) => {
    if (shown[index] === colour) return
    wrong++
    const [column, row] = [index % width, Math.floor(index / width)]
    // A line is painted on the pixel before the border, so that a wrong pixel shows up to two pixels from it.
    let isNear = false
    for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 2); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 2); x++) {
        if (mixes[y * width + x] !== mixes[index]) isNear = true
      }
    }
    if (!isNear) far++
  })
  return { wrong, far }
}
