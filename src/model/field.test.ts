import { describe, expect, it } from 'vitest'
import {
  flag,
  isMalformed,
  isPlaceholder,
  type Loose,
  numeric,
  readable,
  readField,
  text,
  writeField,
} from './field'
import { type Json, jsonNumber, jsonObject, toJson } from './json'

const source = (value: unknown) => jsonObject([['Key', toJson(value)]])

describe('a number in a document (route53.md 1.3)', () => {
  it('is read in quotes or not', () => {
    const spellings = ['50', 50, ' 50 ', '+50', '5e1', '50.0', '50.']
    expect(spellings.map((spelling) => readField(source(spelling), 'Key', numeric))).toEqual(
      spellings.map(() => 50),
    )
    expect(readField(source('.5'), 'Key', numeric)).toBe(0.5)
    expect(readField(source('-99'), 'Key', numeric)).toBe(-99)
  })

  it('is malformed, and kept, when it is anything else', () => {
    for (const wrong of ['', 'many', '1,5', '0x10', '1 2', 'Infinity', '1e999', true, [], {}]) {
      expect(readField(source(wrong), 'Key', numeric)).toEqual({ malformed: toJson(wrong) })
    }
  })

  it('is written in the spelling found before, or else in quotes', () => {
    expect(numeric.encode(7, jsonNumber(3))).toEqual(jsonNumber(7))
    expect(numeric.encode(7, '3')).toBe('7')
    expect(numeric.encode(7, undefined)).toBe('7')
  })
})

describe('a flag in a document (route53.md 1.3)', () => {
  it('is read bare or in quotes', () => {
    expect(
      [true, 'true', false, 'false'].map((spelling) => readField(source(spelling), 'Key', flag)),
    ).toEqual([true, true, false, false])
    for (const wrong of ['True', 1, '']) {
      expect(readField(source(wrong), 'Key', flag)).toEqual({ malformed: toJson(wrong) })
    }
  })

  it('is written in the spelling found before, or else bare', () => {
    expect([flag.encode(true, 'false'), flag.encode(true, false), flag.encode(true, undefined)]).toEqual([
      'true',
      true,
      true,
    ])
  })
})

describe('a field', () => {
  it('that is absent or null reads as absent', () => {
    expect(readField(jsonObject([]), 'Key', text)).toBe(undefined)
    expect(readField(source(null), 'Key', text)).toBe(undefined)
  })

  it('is readable unless it is malformed', () => {
    const malformed: Loose<string> = { malformed: jsonNumber(7) }
    expect([readable<string>('x'), readable<string>(undefined), readable(malformed)]).toEqual([
      'x',
      undefined,
      undefined,
    ])
    expect([isMalformed(malformed), isMalformed('x'), isMalformed(null), isMalformed(undefined)]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  function written(before: Json | undefined, value: Loose<number>): readonly (readonly [string, Json])[] {
    const into = new Map(before === undefined ? [] : [['Key', before] as const])
    writeField(into, 'Key', numeric, value)
    return [...into]
  }

  it('keeps its spelling when it is written as it was read', () => {
    for (const before of ['050', '5e1', jsonNumber(50), 'many', { number: '1.50' }]) {
      expect(written(before, readField(jsonObject([['Key', before]]), 'Key', numeric))).toEqual([
        ['Key', before],
      ])
    }
    expect(written(null, undefined)).toEqual([['Key', null]])
  })

  it('is changed, added or taken away otherwise', () => {
    expect(written(jsonNumber(50), 51)).toEqual([['Key', jsonNumber(51)]])
    expect(written('many', 3)).toEqual([['Key', '3']])
    expect(written(undefined, 3)).toEqual([['Key', '3']])
    expect(written('3', undefined)).toEqual([])
    expect(written('3', { malformed: 'many' })).toEqual([['Key', 'many']])
    expect(written('few', { malformed: 'many' })).toEqual([['Key', 'many']])
  })
})

describe('a placeholder of a template (route53.md 10)', () => {
  it('is found in text and in what could not be read, whatever the tool', () => {
    const placeholders = [
      '${var.ip}',
      '$NAME',
      '%[1]s',
      '%s',
      '<your value>',
      '{{ value }}',
      'a-${b}.example.com',
    ]
    expect(placeholders.filter((value) => !isPlaceholder(value))).toEqual([])
    expect(isPlaceholder({ malformed: '${weight}' })).toBe(true)
  })

  it('is not found in ordinary values', () => {
    const values = [
      '192.0.2.1',
      '10 mail.example.com',
      '"v=spf1 ~all"',
      'a < b',
      '5 %',
      '$',
      '',
      undefined,
      7,
    ]
    expect(values.filter(isPlaceholder)).toEqual([])
    expect(isPlaceholder({ malformed: jsonNumber(7) })).toBe(false)
  })
})
