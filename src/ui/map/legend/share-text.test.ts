import { describe, expect, it } from 'vitest'
import type { AreaShares } from '../../../analysis/area-shares'
import { shareSummary, shareText } from './share-text'

function shares(parts: Readonly<Record<string, number>>, nodata = 0, blackholed = 0): AreaShares {
  return { shares: new Map(Object.entries(parts)), nodata, blackholed, samplePoints: 20_000, margin: 0.007 }
}

describe('shares in words', () => {
  it('have one decimal, which is what the sample can tell', () => {
    expect([0, 0.0004, 0.1234, 1].map(shareText)).toEqual(['0.0 %', '< 0.1 %', '12.3 %', '100 %'])
    expect(shareText(undefined)).toBe('–')
  })

  it('are summed up largest first, with what gets no answer and what is black-holed', () => {
    expect(shareSummary(shares({ a: 0.2, b: 0.7, c: 0 }, 0.1, 0.2))).toBe(
      'Estimated shares of land area: b 70.0 %, a 20.0 %, no answer 10.0 %. Black-holed: 20.0 %.',
    )
  })

  it('are not made up before they are known', () => {
    expect(shareSummary(null)).toContain('being worked out')
  })
})
