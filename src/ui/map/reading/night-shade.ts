import { longitudeOfPixel, type RasterView, worldPixels } from '../../../geo/raster-view'
import { darkStretches, subsolarPoint } from '../../../geo/sun'
import { mercatorOf } from '../projection'

/** A rectangle in CSS pixels of a view. */
export interface Strip {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The sun down, and so low that it is dark (civil twilight has ended): one shade over another. */
const ELEVATIONS = [0, -6] as const
/** Columns of this many pixels: the line between day and night is smooth. */
const WIDTH = 2

export const NIGHT_SHADE = { colour: 'rgb(8 16 40)', opacity: 0.26 } as const

/** Where it is night at a time in ms since 1970, as strips for each of the two shades. */
export function nightStrips(view: RasterView, timeMs: number): readonly (readonly Strip[])[] {
  const sun = subsolarPoint(timeMs)
  const size = worldPixels(view.zoom)
  const yOf = (latitude: number) => mercatorOf(latitude) * size - view.top
  const columns = Array.from({ length: Math.ceil(view.width / WIDTH) }, (_, index) => index * WIDTH)
  return ELEVATIONS.map((elevation) =>
    columns.flatMap((x) => {
      const longitude = longitudeOfPixel(view.left + x + WIDTH / 2, view.zoom)
      return darkStretches(sun, longitude, elevation).map(([south, north]) => {
        const y = yOf(north)
        return { x, y, width: WIDTH, height: yOf(south) - y }
      })
    }),
  )
}
