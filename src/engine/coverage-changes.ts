import type { RasterView } from '../geo/raster-view'

/** Which square blocks of a view's pixels have changed, row by row; `columns` and `rows` of them. */
export interface CoverageChanges {
  readonly columns: number
  readonly rows: number
  /** Not 0 where a block has changed. */
  readonly blocks: Uint8Array
}

/** Pixels a side of a block of changes. */
export const CHANGE_SIZE = 16

/** Everything has changed at first. */
export function createChanges({ width, height }: RasterView): CoverageChanges {
  const columns = Math.ceil(width / CHANGE_SIZE)
  const rows = Math.ceil(height / CHANGE_SIZE)
  return { columns, rows, blocks: new Uint8Array(columns * rows).fill(1) }
}

/** Marks the blocks that hold the pixels from `left` and `top` up to `right` and `bottom`. */
export function markChanged(
  { columns, blocks }: CoverageChanges,
  left: number,
  top: number,
  right: number,
  bottom: number,
): void {
  const first = Math.floor(left / CHANGE_SIZE)
  const end = Math.ceil(right / CHANGE_SIZE)
  for (let row = Math.floor(top / CHANGE_SIZE); row * CHANGE_SIZE < bottom; row++) {
    blocks.fill(1, row * columns + first, row * columns + end)
  }
}
