import { describe, expect, it } from 'vitest'
import { endpointLook } from './endpoint-colours'

type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

// Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB.
const SIGHTS: Readonly<Record<string, Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function linear(colour: string): Triple {
  const part = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

function dot([a, b, c]: Triple, [x, y, z]: Triple): number {
  return Math.min(1, Math.max(0, a * x + b * y + c * z))
}

/** A colour in CIE L*a*b*, as somebody sees it. */
function seen(colour: string, [r, g, b]: Matrix): Triple {
  const rgb = linear(colour)
  const light: Triple = [dot(r, rgb), dot(g, rgb), dot(b, rgb)]
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f(dot([0.4124, 0.3576, 0.1805], light) / 0.95047)
  const y = f(dot([0.2126, 0.7152, 0.0722], light))
  const z = f(dot([0.0193, 0.1192, 0.9505], light) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const LOOKS = Array.from({ length: 60 }, (_, index) => endpointLook(index, true))

describe('patterns beside colours', () => {
  it('differ for the first five endpoints, of which most policies have no more', () => {
    expect(new Set(LOOKS.slice(0, 5).map(({ pattern }) => pattern)).size).toBe(5)
  })

  it.each(Object.keys(SIGHTS))('tell twenty endpoints apart in %s: one pattern, no like colours', (sight) => {
    const matrix = SIGHTS[sight]
    if (!matrix) throw new Error(`Unknown sight: ${sight}`)
    const twenty = LOOKS.slice(0, 20)
    for (const a of twenty) {
      for (const b of twenty.slice(a.index + 1).filter(({ pattern }) => pattern === a.pattern)) {
        const [p, q] = [seen(a.colour, matrix), seen(b.colour, matrix)]
        expect(Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])).toBeGreaterThan(15)
      }
    }
  })

  it('give no two of sixty endpoints the same look, and leave an endpoint its colour', () => {
    expect(new Set(LOOKS.map(({ colour, pattern }) => `${colour} ${pattern}`)).size).toBe(60)
    expect(LOOKS.map(({ colour }) => colour)).toEqual(LOOKS.map(({ index }) => endpointLook(index).colour))
  })
})
