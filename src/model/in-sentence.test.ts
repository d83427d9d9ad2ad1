import { expect, it } from 'vitest'
import { inSentence } from './in-sentence'

it('begins a title small inside a sentence, but no abbreviation', () => {
  expect(['Weighted', 'Multivalue answer', 'IP-based'].map(inSentence)).toEqual([
    'weighted',
    'multivalue answer',
    'IP-based',
  ])
})
