import { describe, expect, it } from 'vitest'
import { createChanges, markChanged } from '../engine/coverage-changes'
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
  const coverage = { mixes, pixels: Uint16Array.from(pixels), changes: createChanges(of) }
  return lettersOf(paint(coverage, of))
}

function lettersOf(picture: ArrayBuffer): string {
  const bytes = new Uint8Array(picture)
  return Array.from({ length: bytes.length / 4 }, (_, index) => {
    return LETTERS[bytes.slice(index * 4, index * 4 + 4).join()] ?? '?'
  }).join('')
}

describe('painting a coverage', () => {
  it('draws a line where two catchments meet, below and to the right', () => {
    expect(painted([0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0], view)).toBe(
      'a|bba||aaaaa'.replace('a||aaaaa', 'a|||aaaa'),
    )
  })

  it('paints what has changed and the lines beside it, and nothing else', () => {
    const wide: RasterView = { ...view, width: 64, height: 40 }
    const pixels = new Uint16Array(64 * 40)
    const changes = createChanges(wide)
    paint({ mixes, pixels, changes }, wide)
    // The upper left pixel of a block: its line is in the blocks to the left and above.
    pixels[16 * 64 + 32] = 1
    // A change that nobody has said.
    pixels[0] = 1
    markChanged(changes, 32, 16, 33, 17)
    const picture = lettersOf(paint({ mixes, pixels, changes }, wide))
    const at = (x: number, y: number) => picture[y * 64 + x]
    expect([at(32, 16), at(31, 16), at(32, 15), at(30, 16), at(0, 0)]).toEqual(['|', '|', '|', 'a', 'a'])
    expect(changes.blocks.every((block) => block === 0)).toBe(true)
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
