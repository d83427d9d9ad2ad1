import { describe, expect, it } from 'vitest'
import { ranked } from './ranked'

const regions = [
  ['eu-west-1', 'Europe (Ireland)'],
  ['eu-central-1', 'Europe (Frankfurt)'],
  ['sa-east-1', 'South America (São Paulo)'],
  ['us-east-1', 'US East (N. Virginia)'],
] as const

function codes(typed: string): readonly string[] {
  return ranked(regions, typed, (texts) => texts).map(([code]) => code)
}

describe('ranking options by what is typed', () => {
  it('keeps all of them in their order for no text', () => {
    expect(codes('  ')).toEqual(['eu-west-1', 'eu-central-1', 'sa-east-1', 'us-east-1'])
  })

  it('puts what is exactly so first', () => {
    const countries = [['France'], ['Afghanistan', 'FR-like'], ['x', 'fr']]
    expect(ranked(countries, 'fr', (texts) => texts)[0]).toEqual(['x', 'fr'])
  })

  it('finds words within a name, without case and accents', () => {
    expect(codes('frank')).toEqual(['eu-central-1'])
    expect(codes('sao')).toEqual(['sa-east-1'])
  })

  it('finds several words in any order', () => {
    expect(codes('virginia us')).toEqual(['us-east-1'])
  })

  it('finds nothing for letters in the middle of a word', () => {
    expect(codes('rankfurt')).toEqual([])
  })
})
