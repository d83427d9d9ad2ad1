import { expect, it } from 'vitest'
import { countrySharesCsv } from './shares-csv'

it('writes the shares of every country as a table, in percent of the whole demand', () => {
  const csv = countrySharesCsv({
    shares: new Map([
      ['fra', 0.5],
      ['=dub,"x"', 0.4],
    ]),
    nodata: 0.1,
    blackholed: 0,
    rules: new Map(),
    countries: [
      { country: 'DE', share: 0.6, endpoints: new Map([['fra', 0.5]]), nodata: 0.1 },
      { country: null, share: 0.4, endpoints: new Map([['=dub,"x"', 0.4]]), nodata: 0 },
    ],
  })
  expect(csv).toBe(
    [
      `code,country,share %,fra %,"'=dub,""x"" %",no answer %`,
      'DE,Germany,60,50,0,10',
      ',Open sea,40,0,40,0',
      '',
    ].join('\r\n'),
  )
})
