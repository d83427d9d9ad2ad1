import { describe, expect, it } from 'vitest'
import { readWish } from './wish'

const share = (least: number, most = least) => ({ kind: 'share', share: { least, most } })

describe('a share that is wished for', () => {
  it.each(['35', '35 %', ' 35% ', '35.0', '35,0'])('is exact as %s', (text) => {
    expect(readWish(text)).toEqual(share(0.35))
  })

  it.each(['30-40', '30–40', '30 .. 40 %', '30 % to 40 %', '30…40'])('is a range as %s', (text) => {
    expect(readWish(text)).toEqual(share(0.3, 0.4))
  })

  it('is none where nothing is typed', () => {
    expect(readWish('  ')).toEqual({ kind: 'none' })
  })

  it.each([
    ['much', /such as 35/],
    ['-5', /such as 35/],
    ['30-', /such as 35/],
    ['101', /At most 100/],
    ['40-30', /lower end/],
  ])('says what is wrong with %s', (text, reason) => {
    const wish = readWish(text)
    expect(wish.kind === 'problem' && wish.problem).toMatch(reason)
  })
})
