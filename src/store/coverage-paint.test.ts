import { describe, expect, it } from 'vitest'
import type { RasterView } from '../geo/raster-view'
import { createPainter } from './coverage-paint'

const view: RasterView = { zoom: 0, left: 0, top: 100, width: 4, height: 3 }
const mixes = [
  { endpoints: [{ endpoint: 'a', probability: 1 }], nodata: 0 },
  { endpoints: [{ endpoint: 'b', probability: 1 }], nodata: 0 },
]
const paint = createPainter({
  inks: new Map([
    ['a', { colour: '#ff0000', pattern: 'solid', isDown: false }],
    ['b', { colour: '#0000ff', pattern: 'solid', isDown: false }],
  ]),
  edge: '#000000',
})
const LETTERS: Readonly<Record<string, string>> = {
  '255,0,0,255': 'a',
  '0,0,255,255': 'b',
  '0,0,0,255': '|',
  '0,0,0,0': '.',
}

function painted(pixels: readonly number[], of: RasterView): string {
  const bytes = new Uint8Array(paint({ mixes, pixels: Uint16Array.from(pixels) }, of))
  return pixels.map((_, index) => LETTERS[bytes.slice(index * 4, index * 4 + 4).join()] ?? '?').join('')
}

describe('painting a coverage', () => {
  it('draws a line where two catchments meet, below and to the right', () => {
    expect(painted([0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0], view)).toBe(
      'a|bba||aaaaa'.replace('a||aaaaa', 'a|||aaaa'),
    )
  })

  it('leaves what lies above and below the world transparent', () => {
    expect(
      painted(
        Array.from({ length: 12 }, () => 1),
        { ...view, top: -2 },
      ),
    ).toBe('........bbbb')
    expect(
      painted(
        Array.from({ length: 12 }, () => 1),
        { ...view, top: 254 },
      ),
    ).toBe('bbbbbbbb....')
  })
})
