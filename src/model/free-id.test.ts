import { describe, expect, it } from 'vitest'
import { freeId, numberedId } from './free-id'

describe('a free id', () => {
  it('is the wish where nobody has it', () => {
    expect(freeId(new Set(['web-2']), 'web')).toBe('web')
  })

  it('is numbered from 2 where the wish is taken', () => {
    expect(freeId(new Set(['web', 'web-2']), 'web')).toBe('web-3')
  })

  it('is the first number that is free of a word that is none by itself', () => {
    expect(
      numberedId(
        new Map([
          ['location-1', null],
          ['location-3', null],
        ]),
        'location',
      ),
    ).toBe('location-2')
  })
})
