import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEMAND_TABLE_PROBLEMS, type DemandTable, readDemandTable } from './demand-csv'
import { readCount, readDegrees } from './table-numbers'

const SEED = 20261124

function read(text: string): DemandTable {
  const result = readDemandTable(text)
  if (!result.ok) throw new Error(result.problems[0]?.message)
  return result.value
}

function refusal(text: string): string {
  const result = readDemandTable(text)
  return result.ok ? 'it was read' : (result.problems[0]?.message ?? '')
}

describe('reading demand', () => {
  it('takes country, state, city and weight by the names of their columns', () => {
    const { rows, columns, problems } = read('Country,State,City,Weight\nUS,WA,Seattle,5\nFR,,Paris,3.5\n')
    expect(rows).toEqual([
      { line: 2, country: 'US', subdivision: 'WA', city: 'Seattle', coordinates: null, weight: 5 },
      { line: 3, country: 'FR', subdivision: null, city: 'Paris', coordinates: null, weight: 3.5 },
    ])
    expect(columns).toEqual({ country: 'Country', subdivision: 'State', city: 'City', weight: 'Weight' })
    expect(problems).toEqual([])
  })

  it('takes coordinates in two columns or one', () => {
    expect(read('lat,lng,hits\n48.86,2.35,7').rows[0]?.coordinates).toEqual({
      latitude: 48.86,
      longitude: 2.35,
    })
    const pair = read('location,requests\n"(48.86, 2.35)",7\n"-33.9 151.2",1')
    expect(pair.rows.map(({ coordinates }) => coordinates)).toEqual([
      { latitude: 48.86, longitude: 2.35 },
      { latitude: -33.9, longitude: 151.2 },
    ])
  })

  it.each([
    ['counts before codes, as uniq writes them', '   1234 DE\n     56 United Kingdom\n'],
    ['without names of columns', 'DE,1234\nUnited Kingdom,56\n'],
    ['with names that nobody knows', 'wo,wieviel\nDE,1234\nUnited Kingdom,56\n'],
    ['with a semicolon', 'country;queries\nDE;1234\nUnited Kingdom;56\n'],
    ['with tabs and a mark at the beginning', '\ufeffcc\tquery_count\nDE\t1234\nUnited Kingdom\t56\n'],
    [
      'with other columns',
      'date,client_country,asn,count\n2026-01,DE,3320,1234\n2026-01,United Kingdom,5089,56\n',
    ],
  ])('reads counts by country: %s', (_, text) => {
    const { rows } = read(text)
    expect(rows.map(({ country, weight }) => [country, weight])).toEqual([
      ['DE', 1234],
      ['United Kingdom', 56],
    ])
  })

  it('takes the only words beside the weight for towns', () => {
    const { rows } = read('   120 Frankfurt am Main\n    80 Singapore\n     7 Lyon\n')
    expect(rows.map(({ city, weight }) => [city, weight])).toEqual([
      ['Frankfurt am Main', 120],
      ['Singapore', 80],
      ['Lyon', 7],
    ])
  })

  it('leaves out rows that say nothing usable, and says which and why', () => {
    const text =
      'country,lat,lon,weight\nDE,,,many\nFR,,,-1\nIT,,,0\nES,,,\n,,,5\n,91,0,5\nPT,91,0,5\nNL,,,1\n'
    const { rows, problems } = read(text)
    // Line 8 has a country, so that its coordinates do not matter.
    expect(rows.map(({ line }) => line)).toEqual([8, 9])
    expect(problems.map(({ message }) => message)).toEqual([
      'Line 2: “many” is no weight above zero.',
      'Line 3: “-1” is no weight above zero.',
      'Line 4: “0” is no weight above zero.',
      'Line 5: There is no weight.',
      'Line 6: There is no country, city or coordinates.',
      'Line 7: These are no coordinates in degrees.',
    ])
  })

  it('names the columns that it does not use', () => {
    const { problems } = read('country,comment,weight\nDE,big,2\n')
    expect(problems.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['demand/column-ignored', 'note', 'The column “comment” is not used.'],
    ])
  })

  it('refuses what is no table of demand, in a sentence that helps', () => {
    expect(refusal('')).toBe('This table has no rows.')
    expect(refusal('country,weight\nDE,"1\nFR,2')).toBe(
      'Line 2: a quotation mark opens here and never closes.',
    )
    expect(refusal('country,colour\nDE,red\n')).toMatch(
      /^No column of this table holds a weight.*“colour”\.$/,
    )
    expect(refusal('asn,weight\n64500,2\n64501,3\n')).toMatch(/^No column of this table holds a country/)
    expect(refusal('client,queries\n192.0.2.1,5\n2001:db8::7,3\n')).toMatch(/^This table holds addresses\./)
    expect(refusal('  12 192.0.2.1\n   9 198.51.100.7\n')).toMatch(
      /GeoIP database, which Catchment does not have/,
    )
    expect(refusal('country,weight\n')).toMatch(/^No row of this table can be used\. There are no rows below/)
    expect(refusal('country,weight\nDE,x\n')).toBe(
      'No row of this table can be used. Line 2: “x” is no weight above zero.',
    )
    expect(refusal(`country,weight\n${'DE,1\n'.repeat(4_000_001)}`)).toMatch(/too long/)
  })

  it('reports each kind of problem in its table somewhere', () => {
    const texts = [
      '',
      'a,"b',
      'country,colour\nDE,red\n',
      'asn,weight\n64500,2\n',
      '192.0.2.1,4\n192.0.2.2,1\n',
      'country,weight\n',
      'country,lat,lon,weight,comment\nDE,,,x,\n,,,5,\n,91,0,5,\nNL,,,1,\n',
      ' '.repeat(20_000_001),
    ]
    const codes = texts.flatMap((text) => {
      const result = readDemandTable(text)
      return (result.ok ? result.value.problems : result.problems).map(({ code }) => code)
    })
    expect([...new Set(codes)].sort()).toEqual(Object.keys(DEMAND_TABLE_PROBLEMS).sort())
  })

  it(`never throws, and gives weights above zero only (seed ${SEED})`, () => {
    const aText = fc.string({
      unit: fc.constantFrom('a', 'DE', ',', ';', '\n', '"', '1', '.', '-', 'country', ' '),
    })
    fc.assert(
      fc.property(aText, (text) => {
        const result = readDemandTable(text)
        if (result.ok) expect(result.value.rows.every(({ weight }) => weight > 0)).toBe(true)
        else expect(result.problems).toHaveLength(1)
      }),
      { seed: SEED, numRuns: 2000 },
    )
  })
})

describe('numbers in tables', () => {
  it('are read with groups, signs of percent and either decimal mark', () => {
    const point = ['1234', '1,234', '1,234,567.5', '1 234', '12.5 %', '1e3', '.5', '1_000', "1'000"]
    expect(point.map((text) => readCount(text, false))).toEqual([
      1234, 1234, 1234567.5, 1234, 12.5, 1000, 0.5, 1000, 1000,
    ])
    expect(['1234,5', '1.234,5', '1.234', '12,5 %'].map((text) => readCount(text, true))).toEqual([
      1234.5, 1234.5, 1234, 12.5,
    ])
    expect(['', 'x', '1,23,4', '0x10', 'Infinity', 'NaN'].map((text) => readCount(text, false))).toEqual(
      Array.from({ length: 6 }, () => null),
    )
  })

  it('are degrees within their bounds', () => {
    expect(readDegrees('48.86°', false, 90)).toBe(48.86)
    expect(readDegrees('48,86', true, 90)).toBe(48.86)
    expect(readDegrees('90.1', false, 90)).toBeNull()
    expect(readDegrees('north', false, 90)).toBeNull()
  })
})
