import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { toJson } from './json'
import { compactLength, toJsonText } from './json-text'

const SEED = { seed: 20261123, numRuns: 1000 }
const anyJson = fc.jsonValue({ stringUnit: 'binary' })

it('writes compact JSON as the platform does', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      expect(JSON.parse(toJsonText(toJson(value)))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    SEED,
  )
})

it('measures compact JSON without writing it', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      const json = toJson(value)
      expect(compactLength(json)).toBe(toJsonText(json).length)
    }),
    SEED,
  )
})
