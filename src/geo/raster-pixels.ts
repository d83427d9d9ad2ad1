import { toRadians } from './coordinates'
import { latitudeOfPixel, longitudeOfPixel, type RasterView, worldPixels } from './raster-view'

/** The pixel centres of a view: degrees and unit vectors of its columns and rows, computed once. */
export interface RasterPixels {
  /** −180…180, where 180 itself is given as −180. */
  readonly longitudes: Float64Array
  readonly latitudes: Float64Array
  readonly cosLongitude: Float64Array
  readonly sinLongitude: Float64Array
  readonly cosLatitude: Float64Array
  readonly sinLatitude: Float64Array
  /** Radians of longitude from one column to the next. */
  readonly radiansPerColumn: number
}

/** Prepares the pixel centres of a view. */
export function pixelsOf({ zoom, left, top, width, height }: RasterView): RasterPixels {
  const longitudes = Float64Array.from({ length: width }, (_, i) =>
    westOfSeam(longitudeOfPixel(left + i + 0.5, zoom)),
  )
  const latitudes = Float64Array.from({ length: height }, (_, i) => latitudeOfPixel(top + i + 0.5, zoom))
  return {
    longitudes,
    latitudes,
    cosLongitude: longitudes.map((degrees) => Math.cos(toRadians(degrees))),
    sinLongitude: longitudes.map((degrees) => Math.sin(toRadians(degrees))),
    cosLatitude: latitudes.map((degrees) => Math.cos(toRadians(degrees))),
    sinLatitude: latitudes.map((degrees) => Math.sin(toRadians(degrees))),
    radiansPerColumn: (2 * Math.PI) / worldPixels(zoom),
  }
}

/** The antimeridian as −180, the side of it that borders include. */
export function westOfSeam(longitude: number): number {
  return longitude === 180 ? -180 : longitude
}
