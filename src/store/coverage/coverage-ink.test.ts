import { describe, expect, it } from 'vitest'
import type { Distribution } from '../../engine/distribution'
import { type Ink, inkTile, TILE } from './coverage-ink'

const inks = new Map<string, Ink>([
  ['blue', { colour: '#0072b2', pattern: 'solid', isDown: false }],
  ['gold', { colour: '#e69f00', pattern: 'solid', isDown: false }],
  ['dots', { colour: '#0072b2', pattern: 'dots', isDown: false }],
  ['down', { colour: '#0072b2', pattern: 'solid', isDown: true }],
])

function mix(parts: Readonly<Record<string, number>>, nodata = 0): Distribution {
  const endpoints = Object.entries(parts).map(([endpoint, probability]) => ({ endpoint, probability }))
  return { endpoints, nodata }
}

/** `#rrggbb` of each pixel, and how many pixels have it. */
function counts(distribution: Distribution): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const bytes = new Uint8Array(inkTile(distribution, inks).buffer)
  for (let at = 0; at < bytes.length; at += 4) {
    expect(bytes[at + 3]).toBe(255)
    const colour = `#${[...bytes.subarray(at, at + 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
    found.set(colour, (found.get(colour) ?? 0) + 1)
  }
  return found
}

describe('the ink of a mix', () => {
  it('is the endpoint’s colour where it alone answers', () => {
    expect([...counts(mix({ blue: 1 }))]).toEqual([['#0072b2', 1]])
  })

  it('is striped in proportion to the probabilities', () => {
    expect(Object.fromEntries(counts(mix({ blue: 0.75, gold: 0.25 })))).toEqual({
      '#0072b2': TILE * TILE * 0.75,
      '#e69f00': TILE * TILE * 0.25,
    })
  })

  it('shows even an answer that one client in a thousand gets', () => {
    expect(counts(mix({ blue: 0.999, gold: 0.001 })).get('#e69f00')).toBe(TILE)
    expect(counts(mix({ blue: 0.9995 }, 0.0005)).get('#0072b2')).toBe(TILE * (TILE - 1))
  })

  it('divides a multivalue answer equally, whatever its probabilities sum to', () => {
    expect(Object.fromEntries(counts(mix({ blue: 1, gold: 1 })))).toEqual({
      '#0072b2': (TILE * TILE) / 2,
      '#e69f00': (TILE * TILE) / 2,
    })
  })

  it('looks unlike any endpoint where there is no answer', () => {
    const none = counts(mix({}, 1))
    expect(none.size).toBe(2)
    for (const colour of counts(mix({ blue: 0.5, gold: 0.5 })).keys()) expect(none.has(colour)).toBe(false)
  })

  it('carries the endpoint’s pattern, and crosses out one that is down', () => {
    expect(counts(mix({ dots: 1 })).size).toBe(2)
    expect(counts(mix({ down: 1 })).has('#0072b2')).toBe(false)
    expect(counts(mix({ down: 1 })).has('#000000')).toBe(true)
  })
})
