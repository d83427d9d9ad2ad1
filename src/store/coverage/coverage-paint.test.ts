import { describe, expect, it } from 'vitest'
import { createChanges, markChanged } from '../../engine/coverage-changes'
import { seededRandom } from '../../engine/random'
import type { RasterView } from '../../geo/raster-view'
import { pictureOf } from '../testing/picture-of'
import { type Ink, inkTile, TILE } from './coverage-ink'
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
  return lettersOf(pictureOf(paint(coverage, of), of))
}

function lettersOf(picture: Uint32Array): string {
  const bytes = new Uint8Array(picture.buffer)
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
    const before = pictureOf(paint({ mixes, pixels, changes }, wide), wide)
    // The upper left pixel of a block: its line is in the blocks to the left and above.
    pixels[16 * 64 + 32] = 1
    // A change that nobody has said.
    pixels[0] = 1
    markChanged(changes, 32, 16, 33, 17)
    const painted = paint({ mixes, pixels, changes }, wide)
    expect(painted.isWhole).toBe(false)
    expect(painted.parts).toEqual([
      { left: 32, top: 0, width: 16, height: 16 },
      { left: 16, top: 16, width: 32, height: 16 },
    ])
    const picture = lettersOf(pictureOf(painted, wide, before))
    const at = (x: number, y: number) => picture[y * 64 + x]
    expect([at(32, 16), at(31, 16), at(32, 15), at(30, 16), at(0, 0)]).toEqual(['|', '|', '|', 'a', 'a'])
    expect(changes.blocks.every((block) => block === 0)).toBe(true)
  })

  it('takes changes that are near to one another in one part, and those far apart in two', () => {
    const wide: RasterView = { ...view, width: 640, height: 16 }
    const pixels = new Uint16Array(640 * 16)
    const changes = createChanges(wide)
    paint({ mixes, pixels, changes }, wide)
    for (const left of [16, 128, 480]) markChanged(changes, left, 0, left + 16, 16)
    const { parts } = paint({ mixes, pixels, changes }, wide)
    expect(parts.map(({ left, width }) => [left, left + width])).toEqual([
      [0, 144],
      [464, 496],
    ])
  })

  it('gives each pixel the line, or its place in the tile of its mix', () => {
    const ink = (colour: string, pattern: Ink['pattern'], isDown = false) => ({ colour, pattern, isDown })
    const inks = new Map([
      ['a', ink('#112233', 'solid')],
      ['b', ink('#445566', 'dots')],
      ['c', ink('#778899', 'grid', true)],
    ])
    const three = [...inks.keys()].map((endpoint) => ({
      endpoints: [{ endpoint, probability: 1 }],
      nodata: 0,
    }))
    const of: RasterView = { zoom: 3, left: 37, top: 91, width: 70, height: 50 }
    const random = seededRandom(20_261_127)
    const pixels = new Uint16Array(of.width * of.height)
    // Runs of all lengths, also around the ends of rows.
    for (let at = 0; at < pixels.length; ) {
      const length = 1 + Math.floor(random() ** 3 * 90)
      pixels.fill(Math.floor(random() * 3), at, at + length)
      at += length
    }
    const picture = pictureOf(
      createPainter({ inks, edge: '#000000' })({ mixes: three, pixels, changes: createChanges(of) }, of),
      of,
    )
    const tiles = three.map((mix) => inkTile(mix, inks))
    const expected = Array.from(pixels, (mix, at) => {
      const [x, y] = [at % of.width, Math.floor(at / of.width)]
      const right = x + 1 < of.width ? pixels[at + 1] : mix
      const below = y + 1 < of.height ? pixels[at + of.width] : mix
      if (right !== mix || below !== mix) return 0xff000000
      const tile = tiles[mix] ?? new Uint32Array(1)
      const place = ((y + of.top) % TILE) * TILE + ((x + of.left) % TILE)
      return tile[tile.length === 1 ? 0 : place]
    })
    expect([...picture]).toEqual(expected)
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
