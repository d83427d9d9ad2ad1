import { countryName } from '../geo/countries'
import type { EndpointId } from '../model/address'
import type { DemandShares } from './shares'

/** Shares per country as a table (RFC 4180): percent of the whole demand, a column for each endpoint. */
export function countrySharesCsv({ shares, countries }: DemandShares): string {
  const endpoints = [...shares.keys()]
  const rows = countries.map(({ country, share, endpoints: split, nodata }) => [
    country ?? '',
    country === null ? 'Open sea' : countryName(country),
    percent(share),
    ...endpoints.map((endpoint: EndpointId) => percent(split.get(endpoint) ?? 0)),
    percent(nodata),
  ])
  return [['code', 'country', 'share %', ...endpoints.map((id) => `${id} %`), 'no answer %'], ...rows]
    .map((fields) => `${fields.map(csvField).join(',')}\r\n`)
    .join('')
}

/** Six decimals tell one person in a hundred million. */
function percent(share: number): string {
  return String(Number((share * 100).toFixed(6)))
}

// A spreadsheet would run a field that begins like a formula.
function csvField(text: string): string {
  const safe = /^[=+@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
