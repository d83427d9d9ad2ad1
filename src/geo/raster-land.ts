import type { Containment } from './containment'
import type { RasterPixels } from './raster-pixels'
import type { RasterView } from './raster-view'

/** The unit that contains each pixel centre of a view, row by row; -1 at sea. */
export function rasteriseLand(view: RasterView, pixels: RasterPixels, containment: Containment): Int16Array {
  const { width, height } = view
  const raster = new Int16Array(width * height)
  const runs = ascendingRuns(pixels.longitudes)
  for (let row = 0; row < height; row++) {
    const latitude = pixels.latitudes[row] ?? 0
    let start = row * width
    for (const run of runs) {
      containment.fillRow(raster.subarray(start, start + run.length), run, latitude)
      start += run.length
    }
  }
  return raster
}

/** The longitudes cut where the view passes the antimeridian, so that each part ascends. */
function ascendingRuns(longitudes: Float64Array): readonly Float64Array[] {
  const runs: Float64Array[] = []
  let start = 0
  for (let i = 1; i <= longitudes.length; i++) {
    if (i < longitudes.length && (longitudes[i] ?? 0) > (longitudes[i - 1] ?? 0)) continue
    runs.push(longitudes.subarray(start, i))
    start = i
  }
  return runs
}
