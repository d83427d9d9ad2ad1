import { describe, expect, test } from 'vitest'
import { type Box, cardPlace } from './card-place'

const MAP = { width: 450, height: 300 }
const CARD = { width: 300, height: 120 }
/** The column of buttons at the right edge. */
const BUTTONS: Box = { x: 412, y: 8, width: 30, height: 200 }
/** Words at the foot. */
const WORDS: Box = { x: 8, y: 230, width: 300, height: 62 }

describe('the place of a card', () => {
  test('is beside its point, where there is more room', () => {
    expect(cardPlace({ x: 50, y: 40 }, CARD, MAP, [])).toEqual({ x: 64, y: 54 })
    expect(cardPlace({ x: 400, y: 260 }, CARD, MAP, [])).toEqual({ x: 86, y: 126 })
  })

  test.each([
    { x: 225, y: 140 },
    { x: 200, y: 40 },
    { x: 240, y: 200 },
    { x: 400, y: 20 },
    { x: 330, y: 280 },
  ])('is clear of buttons, words and the point at $x, $y', (at) => {
    const place = cardPlace(at, CARD, MAP, [BUTTONS, WORDS])
    for (const each of [BUTTONS, WORDS, { ...at, width: 1, height: 1 }])
      expect(
        place.x < each.x + each.width &&
          each.x < place.x + CARD.width &&
          place.y < each.y + each.height &&
          each.y < place.y + CARD.height,
      ).toBe(false)
    expect(place.x).toBeGreaterThanOrEqual(0)
    expect(place.y).toBeGreaterThanOrEqual(0)
    expect(place.x + CARD.width).toBeLessThanOrEqual(MAP.width)
    expect(place.y + CARD.height).toBeLessThanOrEqual(MAP.height)
  })

  test('leaves the point free where not all can be', () => {
    const everything: Box = { x: 0, y: 0, ...MAP }
    expect(cardPlace({ x: 60, y: 40 }, CARD, MAP, [everything])).toEqual({ x: 74, y: 54 })
  })

  test('begins at the corner of a map that is too small for it', () => {
    expect(cardPlace({ x: 20, y: 20 }, CARD, { width: 200, height: 100 }, [])).toEqual({ x: 4, y: 4 })
  })
})
