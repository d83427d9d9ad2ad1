import type { Distribution } from '../../engine/distribution'
import type { EndpointId } from '../../model/address'

/** How an endpoint is painted; the patterns are the second channel beside colour. */
export interface Ink {
  /** sRGB as `#rrggbb`. */
  readonly colour: string
  readonly pattern: 'solid' | 'stripes' | 'dots' | 'backstripes' | 'grid'
  /** Down, so that what reaches it is black-holed: darkened and crossed out. */
  readonly isDown: boolean
}

export type Inks = ReadonlyMap<EndpointId, Ink>

/** Pixels a side of a tile; tiles repeat over a catchment. */
export const TILE = 32

type Rgb = readonly [red: number, green: number, blue: number]

const NODATA_DARK: Rgb = [38, 6, 8]
const NODATA_LIGHT: Rgb = [176, 24, 30]
const UNKNOWN: Rgb = [128, 128, 128]
const BLACK: Rgb = [0, 0, 0]
const WHITE: Rgb = [255, 255, 255]

/**
 * The pixels of a mix, row by row, each as one RGBA number of an ImageData: diagonal stripes as wide as the
 * probabilities say, a catchment with one answer all in its ink, no answer in a red hatch of its own. One pixel
 * where all are the same.
 */
export function inkTile({ endpoints, nodata }: Distribution, inks: Inks): Uint32Array {
  const parts = endpoints.map(({ endpoint, probability }) => ({
    probability,
    paint: paintOf(inks.get(endpoint)),
  }))
  if (nodata > 0) parts.push({ probability: nodata, paint: paintNodata })
  const bands = bandsOf(parts.map(({ probability }) => probability))
  const tile = Uint32Array.from({ length: TILE * TILE }, (_, index) => {
    const x = index % TILE
    const y = Math.floor(index / TILE)
    const paint = parts[bands[(x + y) % TILE] ?? 0]?.paint ?? paintNodata
    return toRgba(paint(x, y))
  })
  return tile.every((pixel) => pixel === tile[0]) ? tile.slice(0, 1) : tile
}

/** Which part each of the TILE diagonals belongs to; every part has one at least, as far as there are enough. */
function bandsOf(probabilities: readonly number[]): readonly number[] {
  const total = probabilities.reduce((sum, each) => sum + each, 0)
  let upTo = 0
  const ends = probabilities.map((probability, index) => {
    upTo += probability
    const later = probabilities.length - 1 - index
    return Math.min(TILE - later, Math.max(index + 1, Math.round((upTo / total) * TILE)))
  })
  return Array.from({ length: TILE }, (_, diagonal) => {
    const part = ends.findIndex((end) => diagonal < end)
    return part < 0 ? probabilities.length - 1 : part
  })
}

type Paint = (x: number, y: number) => Rgb

function paintOf(ink: Ink | undefined): Paint {
  const colour = ink ? parseColour(ink.colour) : UNKNOWN
  const marked = PATTERNS[ink?.pattern ?? 'solid']
  const light = blended(colour, WHITE, 0.45)
  if (!ink?.isDown) return (x, y) => (marked(x, y) ? light : colour)
  const dark = blended(colour, BLACK, 0.55)
  return (x, y) => (isCross(x, y) ? BLACK : dark)
}

const PATTERNS: Readonly<Record<Ink['pattern'], (x: number, y: number) => boolean>> = {
  solid: () => false,
  stripes: (x, y) => (x - y + TILE) % 8 < 2,
  backstripes: (x, y) => (x + y) % 8 < 2,
  dots: (x, y) => ((x % 8) - 3.5) ** 2 + ((y % 8) - 3.5) ** 2 < 4.6,
  grid: (x, y) => x % 8 === 0 || y % 8 === 0,
}

function isCross(x: number, y: number): boolean {
  const [u, v] = [x % 16, y % 16]
  return u > 3 && u < 12 && (Math.abs(u - v) < 2 || Math.abs(u + v - 15) < 2)
}

function paintNodata(x: number, y: number): Rgb {
  return (x - y + TILE) % 8 < 4 ? NODATA_LIGHT : NODATA_DARK
}

/** The colour of `#rrggbb`; grey for anything else. */
export function parseColour(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16)
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return UNKNOWN
  return [value >> 16, (value >> 8) & 255, value & 255]
}

function blended(a: Rgb, b: Rgb, part: number): Rgb {
  const at = (index: 0 | 1 | 2) => Math.round(a[index] + (b[index] - a[index]) * part)
  return [at(0), at(1), at(2)]
}

/** An opaque pixel as a number whose bytes in memory are red, green, blue, alpha (on every little-endian machine). */
export function toRgba([red, green, blue]: Rgb): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0
}
