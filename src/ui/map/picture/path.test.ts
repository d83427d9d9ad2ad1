import { describe, expect, it } from 'vitest'
import { pathWriter } from './path'

const view = { zoom: 0, left: 0, top: 0, width: 256, height: 256 }

describe('paths of a picture', () => {
  const writer = pathWriter(view, 0)

  it('project rings and write them from point to point', () => {
    const ring = [
      [-90, 0],
      [90, 0],
      [90, 66.5133],
      [-90, 66.5133],
      [-90, 0],
    ] as const
    expect(writer.ring(ring)).toBe('M64 128l128 0 0 -64 -128 0z')
  })

  it('reach half a pixel into the next copy of the world, so that no seam shows between the two', () => {
    const ring = [
      [90, 0],
      [180, 0],
      [180, 66.5133],
      [90, 66.5133],
      [90, 0],
    ] as const
    expect(writer.ring(ring)).toBe('M192 128l64.5 0 0 -64 -64.5 0z')
    expect(writer.shape(Float64Array.of(0.75, 0.5, 1, 0.5, 1, 0.25, 0.75, 0.25))).toBe(
      'M192 128l64.5 0 0 -64 -64.5 0z',
    )
    // A line has no seam.
    expect(writer.line(Float64Array.of(0.75, 0.5, 1, 0.5))).toBe('M192 128l64 0')
  })

  it('clip what lies outside the picture, and leave out what is nowhere in it', () => {
    const zoomed = pathWriter({ ...view, zoom: 3, left: 1024, top: 1024 }, -1024)
    const world = [
      [-180, -85],
      [180, -85],
      [180, 85],
      [-180, 85],
      [-180, -85],
    ] as const
    // Eight pixels beyond the edges, so that its own line is not seen.
    expect(zoomed.ring(world)).toBe('M-8 -8l0 272 272 0 0 -272z')
    expect(
      zoomed.ring([
        [-20, 10],
        [-10, 10],
        [-10, 20],
        [-20, 10],
      ]),
    ).toBe('')
  })

  it('draw a line through the picture of which both ends lie outside, and none that only passes by', () => {
    // Along 22° N, as between Egypt and Sudan, where no point lies between the ends.
    const zoomed = pathWriter({ ...view, zoom: 3, left: 1024, top: 768 }, -1024)
    const through = zoomed.border([
      [-30, 22],
      [80, 22],
    ])
    expect(through).toMatch(/^M-\d+(\.\d)? \d+(\.\d)?l\d+(\.\d)? 0$/)
    const beyond = [
      [-30, 60],
      [80, 60],
    ] as const
    expect(zoomed.border(beyond)).toBe('')
    // Round a corner of the picture, from the left of it to above it.
    const corner = [
      [-30, 22],
      [-29, 60],
      [80, 60],
    ] as const
    expect(zoomed.border(corner)).toBe('')
  })

  it('leave out points that nobody could tell apart', () => {
    const many = Array.from({ length: 1000 }, (_, at) => [at / 100, 0] as const)
    expect(writer.border(many).split(' ').length).toBeLessThan(60)
  })
})
