import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectDelimiter, parseCsv } from './csv'

const SEED = 20261124

function fieldsOf(text: string, delimiter = detectDelimiter(text)): readonly (readonly string[])[] {
  return parseCsv(text, delimiter).records.map(({ fields }) => fields)
}

describe('reading a table', () => {
  it('finds the delimiter that divides the lines alike', () => {
    expect(detectDelimiter('country,weight\nDE,1\n')).toBe(',')
    expect(detectDelimiter('country;weight\nDE;1,5\nFR;2,5\n')).toBe(';')
    expect(detectDelimiter('country\tweight\nDE\t1\n')).toBe('\t')
    expect(detectDelimiter('country|weight\nDE|1\n')).toBe('|')
    expect(detectDelimiter('"a;b;c",1\n"d",2\n')).toBe(',')
    expect(detectDelimiter('   1234 DE\n     12 FR\n')).toBe('spaces')
    expect(detectDelimiter('')).toBe('spaces')
  })

  it('takes a name of several words beside a count as one', () => {
    expect(fieldsOf('   1234 DE\n     12 United Kingdom\n')).toEqual([
      ['1234', 'DE'],
      ['12', 'United Kingdom'],
    ])
    expect(fieldsOf('South Africa 7\nFR 2')).toEqual([
      ['South Africa', '7'],
      ['FR', '2'],
    ])
  })

  it('keeps delimiters, line ends and doubled quotes within quotes', () => {
    expect(fieldsOf('a,b\n"x, ""y""\nz",2\n')).toEqual([
      ['a', 'b'],
      ['x, "y"\nz', '2'],
    ])
  })

  it('takes off outer spaces, but not those within quotes', () => {
    expect(fieldsOf(' a , b\n" c " ,d')).toEqual([
      ['a', 'b'],
      [' c ', 'd'],
    ])
  })

  it('says on which line each record begins, whatever ends the lines', () => {
    const text = '\ufeffa,b\r\n\r\n"x\r\ny",1\rz,2\n\n,\nlast,3'
    expect(parseCsv(text, ',').records.map(({ line, fields }) => [line, fields[0]])).toEqual([
      [1, 'a'],
      [3, 'x\ny'],
      [5, 'z'],
      [8, 'last'],
    ])
  })

  it('says where a quote begins that never ends', () => {
    expect(parseCsv('a,b\nc,"d\ne', ',').unclosed).toBe(2)
    expect(parseCsv('a,b\nc,"d"\n', ',').unclosed).toBeNull()
  })

  it('takes a quote in the middle of a field as it is', () => {
    expect(fieldsOf('5" disk,1', ',')).toEqual([['5" disk', '1']])
  })

  it(`gives back whatever was written by the rules (seed ${SEED})`, () => {
    const aField = fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',', '"', '\n', ';', 'é') })
    const aTable = fc.array(fc.array(aField, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(aTable, (table) => {
        const rows = table.filter((row) => row.some((field) => field !== ''))
        const text = rows
          .map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(','))
          .join('\r\n')
        expect(fieldsOf(text, ',')).toEqual(rows)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })
})
