import { toRadians } from '../geo/coordinates'
import { EARTH_RADIUS_KM } from '../geo/distance'
import { pixelsOf, type RasterPixels } from '../geo/raster-pixels'
import { latitudeOfPixel, longitudeOfPixel, type RasterView, worldPixels } from '../geo/raster-view'
import type { CoverageDisc } from './coverage-disc'

/** Everything about a view that does not depend on the policy, prepared once for many coverages. */
export interface CoverageFrame {
  readonly view: RasterView
  /** Unit of each pixel, -1 at sea, row by row. */
  readonly units: Int16Array
  /** Square blocks of pixels, halved from level to level; index 0 is level 1. */
  readonly levels: readonly BlockLevel[]
  readonly centres: RasterPixels
}

export interface BlockLevel {
  /** Pixels a side. */
  readonly size: number
  readonly columns: number
  readonly rows: number
  /** The disc around the pixel centres of a block. */
  readonly discAt: (column: number, row: number) => CoverageDisc
  /** The units in each block, row by row; null at levels that are too fine to list them. */
  readonly units: readonly (readonly number[])[] | null
}

const SIZES = [64, 32, 16, 8, 4] as const
/** Smaller blocks take over the units of the block around them. */
const FINEST_LISTED = 16

/** Prepares a view; `units` is its raster from the atlas. */
export function prepareFrame(view: RasterView, units: Int16Array): CoverageFrame {
  const lists = listUnits(view, units)
  const levels = SIZES.map((size): BlockLevel => {
    const columns = Math.ceil(view.width / size)
    const rows = Math.ceil(view.height / size)
    return { size, columns, rows, discAt: discsOf(view, size, columns, rows), units: lists.get(size) ?? null }
  })
  return { view, units, levels, centres: pixelsOf(view) }
}

/** Discs are taken this much larger: far above rounding errors, far below a pixel. */
const SLACK_KM = 1e-4

function discsOf(view: RasterView, size: number, columns: number, rows: number): BlockLevel['discAt'] {
  const meridians = Array.from({ length: columns }, (_, column) => {
    const longitude = toRadians(longitudeOfPixel(view.left + (column + 0.5) * size, view.zoom))
    return { cos: Math.cos(longitude), sin: Math.sin(longitude) }
  })
  const halfLongitude = Math.min(Math.PI, ((size - 1) / worldPixels(view.zoom)) * Math.PI)
  const parallels = Array.from({ length: rows }, (_, row) => {
    const latitudeAt = (offset: number) =>
      toRadians(latitudeOfPixel(view.top + row * size + offset, view.zoom))
    const middle = latitudeAt(size / 2)
    const [north, south] = [latitudeAt(0.5), latitudeAt(size - 0.5)]
    // The haversine of a distance grows with the gaps in both directions and with the cosines of both latitudes.
    const gap = Math.max(north - middle, middle - south)
    const widest = Math.cos(Math.max(0, south, -north))
    const haversine = Math.sin(gap / 2) ** 2 + Math.cos(middle) * widest * Math.sin(halfLongitude / 2) ** 2
    const radius = 2 * Math.asin(Math.min(1, Math.sqrt(haversine))) + SLACK_KM / EARTH_RADIUS_KM
    return {
      cosMiddle: Math.cos(middle),
      z: Math.sin(middle),
      radiusKm: radius * EARTH_RADIUS_KM,
      cos: Math.cos(radius),
      sin: Math.sin(radius),
    }
  })
  return (column, row) => {
    const meridian = meridians[column]
    const parallel = parallels[row]
    if (!meridian || !parallel) throw new RangeError(`no block ${column}, ${row}`)
    const { cosMiddle, z, radiusKm, cos, sin } = parallel
    return { x: cosMiddle * meridian.cos, y: cosMiddle * meridian.sin, z, radiusKm, cos, sin }
  }
}

/** The units in each block, by block size: found in the smallest ones and joined for the larger. */
function listUnits(
  { width, height }: RasterView,
  units: Int16Array,
): ReadonlyMap<number, readonly (readonly number[])[]> {
  const lists = new Map<number, readonly (readonly number[])[]>()
  let columns = Math.ceil(width / FINEST_LISTED)
  let blocks = blockArray(columns, Math.ceil(height / FINEST_LISTED), (column, row) =>
    unitsInBlock(
      units,
      width,
      column * FINEST_LISTED,
      row * FINEST_LISTED,
      Math.min(height, (row + 1) * FINEST_LISTED),
    ),
  )
  lists.set(FINEST_LISTED, blocks)
  for (const size of SIZES.filter((each) => each > FINEST_LISTED).reverse()) {
    const finer = blocks
    const finerColumns = columns
    columns = Math.ceil(width / size)
    blocks = blockArray(columns, Math.ceil(height / size), (column, row) => {
      const joined = new Set<number>()
      for (const r of [2 * row, 2 * row + 1]) {
        for (const c of [2 * column, 2 * column + 1]) {
          if (c < finerColumns) for (const unit of finer[r * finerColumns + c] ?? []) joined.add(unit)
        }
      }
      return [...joined]
    })
    lists.set(size, blocks)
  }
  return lists
}

function blockArray<T>(
  columns: number,
  rows: number,
  make: (column: number, row: number) => T,
): readonly T[] {
  return Array.from({ length: columns * rows }, (_, index) =>
    make(index % columns, Math.floor(index / columns)),
  )
}

function unitsInBlock(
  units: Int16Array,
  width: number,
  left: number,
  top: number,
  bottom: number,
): readonly number[] {
  const right = Math.min(width, left + FINEST_LISTED)
  const found: number[] = []
  let last = Number.NaN
  for (let row = top; row < bottom; row++) {
    for (let index = row * width + left; index < row * width + right; index++) {
      const unit = units[index] ?? 0
      if (unit === last) continue
      last = unit
      if (!found.includes(unit)) found.push(unit)
    }
  }
  return found
}
