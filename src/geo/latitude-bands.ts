import type { Segments } from './segments'

/** The segments that reach into each band of latitude, band after band. */
export interface Bands {
  /** The segments of band b are `items[starts[b]]` to `items[starts[b + 1] - 1]`. */
  readonly starts: Int32Array
  readonly items: Int32Array
  /** Number of segments in the fullest band. */
  readonly fullest: number
}

// A quarter of a degree: some hundred segments in a band of the world's borders.
const BANDS_PER_DEGREE = 4
const BAND_COUNT = 180 * BANDS_PER_DEGREE

/** The band of a latitude in degrees. */
export function bandOf(latitude: number): number {
  return Math.min(BAND_COUNT - 1, Math.max(0, Math.floor((latitude + 90) * BANDS_PER_DEGREE)))
}

/** Sorts segments into bands. */
export function createBands({ count, y0, y1 }: Segments): Bands {
  function forEachEntry(visit: (band: number, segment: number) => void): void {
    for (let segment = 0; segment < count; segment++) {
      const last = bandOf(y1[segment] ?? 0)
      for (let band = bandOf(y0[segment] ?? 0); band <= last; band++) visit(band, segment)
    }
  }

  const sizes = new Int32Array(BAND_COUNT)
  forEachEntry((band) => {
    sizes[band] = (sizes[band] ?? 0) + 1
  })
  const starts = new Int32Array(BAND_COUNT + 1)
  for (let band = 0; band < BAND_COUNT; band++) starts[band + 1] = (starts[band] ?? 0) + (sizes[band] ?? 0)

  const items = new Int32Array(starts[BAND_COUNT] ?? 0)
  const next = starts.slice()
  forEachEntry((band, segment) => {
    const position = next[band] ?? 0
    items[position] = segment
    next[band] = position + 1
  })
  return { starts, items, fullest: sizes.reduce((most, size) => Math.max(most, size), 0) }
}
