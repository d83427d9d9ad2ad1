import type { Coverage } from '../../engine/coverage'
import { mixKey } from '../../engine/coverage-mixes'
import { type RasterView, worldRows } from '../../geo/raster-view'
import { parseColour, toRgba } from '../coverage/coverage-ink'

/** Pixels from one line of the hatching to the next, and how wide a line is. */
const PITCH = 8
const WIDTH = 2

/**
 * RGBA pixels: lines of `ink` (`#rrggbb`) over the places to which two coverages of a view give different answers,
 * nothing elsewhere.
 */
export function hatchDifference(
  first: Coverage,
  second: Coverage,
  view: RasterView,
  ink: string,
): ArrayBuffer {
  const { left, top, width } = view
  const rows = worldRows(view)
  const pixels = new Uint32Array(first.pixels.length)
  const differs = differences(first, second)
  const dark = toRgba(parseColour(ink))
  for (let index = rows.first * width; index < rows.end * width; index++) {
    const [a, b] = [first.pixels[index] ?? 0, second.pixels[index] ?? 0]
    if (differs[a * second.mixes.length + b] !== 1) continue
    // Lines hang on the world and not on the screen, so that they stay where they are while the map is moved.
    const diagonal = (index % width) + Math.round(left) - Math.floor(index / width) - Math.round(top)
    if (((diagonal % PITCH) + PITCH) % PITCH < WIDTH) pixels[index] = dark
  }
  return pixels.buffer
}

/** For each pair of mixes whether they are different answers. */
function differences(first: Coverage, second: Coverage): Uint8Array {
  const keys = second.mixes.map(mixKey)
  return Uint8Array.from(
    first.mixes.flatMap((mix) => {
      const own = mixKey(mix)
      return keys.map((key) => (key === own ? 0 : 1))
    }),
  )
}
