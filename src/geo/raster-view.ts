/**
 * A rectangle of Web-Mercator pixels. `left` and `top` are world pixels at `zoom`, where the world is
 * 256 · 2^zoom wide; they may lie outside the world (it repeats in x). `zoom` may be fractional.
 */
export interface RasterView {
  readonly zoom: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
