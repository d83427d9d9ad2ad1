import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createBoxIndex } from './box-index'

const span = (least: number, most: number) =>
  fc
    .tuple(
      fc.double({ min: least, max: most, noNaN: true }),
      fc.double({ min: least, max: most, noNaN: true }),
    )
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
const aBox = fc
  .tuple(span(-180, 180), span(-90, 90))
  .map(([[west, east], [south, north]]) => [west, south, east, north] as const)

it('finds just the boxes that meet a box, each once', () => {
  fc.assert(
    fc.property(fc.array(aBox, { maxLength: 30 }), aBox, (boxes, asked) => {
      const [west, south, east, north] = asked
      const expected = boxes.flatMap(([w, s, e, n], index) =>
        w <= east && e >= west && s <= north && n >= south ? [index] : [],
      )
      const found = createBoxIndex(Float64Array.from(boxes.flat()))(...asked)
      expect(found.toSorted((a, b) => a - b)).toEqual(expected)
    }),
    { numRuns: 200 },
  )
})

it('finds boxes that only touch, at the seam and at the poles too', () => {
  const find = createBoxIndex(Float64Array.from([-180, -90, -179.5, -89, 179, 89, 180, 90, 10, 20, 10, 20]))
  expect(find(-179.5, -89, 0, 0)).toEqual([0])
  expect(find(180, 90, 180, 90)).toEqual([1])
  expect(find(9, 19, 10, 20)).toEqual([2])
  expect(find(-180, -90, 180, 90)).toHaveLength(3)
  expect(createBoxIndex(new Float64Array())(-180, -90, 180, 90)).toEqual([])
})
