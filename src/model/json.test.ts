import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  equalJson,
  isJsonArray,
  isJsonNumber,
  isJsonObject,
  jsonKind,
  jsonNumber,
  jsonObject,
  present,
  toJson,
} from './json'
import { toJsonText } from './json-text'

const SEED = 20261123
const anyValue = fc.jsonValue({ maxDepth: 4 })

describe('a JSON value', () => {
  it(`says what JSON.parse would, number spelling and all (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyValue, fc.constantFrom(0, 2), (value, indent) => {
        expect(toJsonText(toJson(value), indent)).toBe(JSON.stringify(value, null, indent))
      }),
      { seed: SEED },
    )
  })

  it('keeps the order of keys that look like indexes, and keys that objects have by birth', () => {
    const json = jsonObject([
      ['2', null],
      ['1', null],
      ['__proto__', jsonNumber(7)],
    ])
    expect(toJsonText(json)).toBe('{"2":null,"1":null,"__proto__":7}')
  })

  it('reads as null what JSON has no word for', () => {
    for (const nothing of [undefined, Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol('s'), 1n]) {
      expect(toJson(nothing)).toBe(null)
    }
  })

  it('is one of six kinds, each with its name in a message', () => {
    const kinds = [undefined, null, 'x', true, 1, [], {}].map((value) =>
      jsonKind(value === undefined ? undefined : toJson(value)),
    )
    expect(kinds).toEqual(['nothing', 'null', 'a string', 'true or false', 'a number', 'a list', 'an object'])
    for (const value of [null, 'x', true, [], {}]) expect(isJsonNumber(toJson(value))).toBe(false)
    expect([isJsonObject(undefined), isJsonArray(undefined), isJsonNumber(undefined)]).toEqual([
      false,
      false,
      false,
    ])
  })
})

describe('equal JSON', () => {
  it(`is what has the same text (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyValue, anyValue, (one, other) => {
        const [a, b] = [toJson(one), toJson(other)]
        expect(equalJson(a, toJson(one))).toBe(true)
        expect(equalJson(a, b)).toBe(toJsonText(a) === toJsonText(b))
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('differs by order of keys, by spelling of numbers, by length and by kind', () => {
    const differ: readonly (readonly [unknown, unknown])[] = [
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      [{ a: 1 }, { a: 1, b: 2 }],
      [[1, 2], [1]],
      [[1], { 0: 1 }],
      [1, '1'],
      [null, false],
    ]
    for (const [one, other] of differ) expect(equalJson(toJson(one), toJson(other))).toBe(false)
    expect(equalJson({ number: '1.0' }, { number: '1' })).toBe(false)
    expect(equalJson(undefined, null)).toBe(false)
  })
})

describe('a member of an object', () => {
  it('that is null reads as absent', () => {
    const source = jsonObject([
      ['nothing', null],
      ['off', false],
    ])
    expect([present(source, 'nothing'), present(source, 'gone'), present(source, 'off')]).toEqual([
      undefined,
      undefined,
      false,
    ])
  })
})
