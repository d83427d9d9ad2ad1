import type { Coordinates } from '../geo/coordinates'
import { findCountry } from '../geo/find-country'
import { parseIpPrefix } from '../model/dns/ip-prefix'
import type { Problem } from '../model/problem'
import type { ProblemTable } from '../model/problem-kind'
import { failure, type Result, success } from '../model/result'
import { type CsvRecord, detectDelimiter, parseCsv } from './csv'
import { completedColumns, type DemandColumn, type DemandColumns, namedColumns } from './demand-columns'
import { readCount, readDegrees } from './table-numbers'

/** What reading a demand table can have to say. */
export const DEMAND_TABLE_PROBLEMS = {
  'demand/empty': { severity: 'error', row: 'demand' },
  'demand/too-large': { severity: 'error', row: 'demand' },
  'demand/unclosed-quote': { severity: 'error', row: 'demand' },
  'demand/no-weight': { severity: 'error', row: 'demand' },
  'demand/no-place': { severity: 'error', row: 'demand' },
  'demand/addresses': { severity: 'error', row: 'demand' },
  'demand/nothing-usable': { severity: 'error', row: 'demand' },
  'demand/weight': { severity: 'warning', row: 'demand' },
  'demand/coordinates': { severity: 'warning', row: 'demand' },
  'demand/place-missing': { severity: 'warning', row: 'demand' },
  'demand/column-ignored': { severity: 'note', row: 'demand' },
} as const satisfies ProblemTable
type DemandTableProblem = keyof typeof DEMAND_TABLE_PROBLEMS

/** Demand as a row of a table says it: texts are as written, and may mean nothing yet. */
export interface DemandRow {
  /** The line of the row, from 1. */
  readonly line: number
  readonly country: string | null
  readonly subdivision: string | null
  readonly city: string | null
  readonly coordinates: Coordinates | null
  /** Above zero. */
  readonly weight: number
}

export interface DemandTable {
  readonly rows: readonly DemandRow[]
  /** The columns that were used, by what they hold: their name, or `column 2` without names. */
  readonly columns: Readonly<Partial<Record<DemandColumn, string>>>
  /** Rows that were left out and columns that were not used, with their lines in the sentences. */
  readonly problems: readonly Problem[]
}

/** In UTF-16 units: a row for each of the world's cities, several times over. */
const LONGEST_TABLE = 20_000_000

/**
 * Reads demand from a table: country, state, city or coordinates, and a weight, such as counts in resolver logs. Other
 * columns are ignored; columns without names, or with unknown ones, are told by what they hold.
 */
export function readDemandTable(text: string): Result<DemandTable> {
  if (text.length > LONGEST_TABLE) {
    return failure(
      problem('demand/too-large', 'This table is too long; Catchment reads at most 20 million characters.'),
    )
  }
  const delimiter = detectDelimiter(text)
  const { records, unclosed } = parseCsv(text, delimiter)
  if (unclosed !== null) {
    return failure(
      problem('demand/unclosed-quote', `Line ${unclosed}: a quotation mark opens here and never closes.`),
    )
  }
  const [first] = records
  if (!first) return failure(problem('demand/empty', 'This table has no rows.'))

  const decimalComma = delimiter === ';'
  const isNumber = (field: string) => readCount(field, decimalComma) !== null
  const named = namedColumns(first)
  // A first record without any number, above records with one, names columns in words that are not known.
  const isHeader = named !== null || (records.length > 1 && !first.fields.some(isNumber))
  const data = isHeader ? records.slice(1) : records
  const columns = completedColumns(named ?? {}, data, isNumber, (field) => findCountry(field) !== null)
  const nameOf = (position: number) => (isHeader ? first.fields[position] : null) || `column ${position + 1}`
  const missing = missingColumn(columns, isHeader ? first.fields : [])
  if (missing) return failure(holdsAddresses(data) ? ADDRESSES : missing)

  const read = data.map((record) => readRow(record, columns, decimalComma))
  const rows = read.flatMap((each) => ('row' in each ? [each.row] : []))
  const left = read.flatMap((each) => ('problem' in each ? [each.problem] : []))
  if (rows.length === 0) {
    const why = left[0]?.message ?? 'There are no rows below the names of the columns.'
    return failure(problem('demand/nothing-usable', `No row of this table can be used. ${why}`))
  }
  const used = new Set(Object.values(columns))
  const ignored = (isHeader ? first.fields : []).filter(
    (name, position) => name !== '' && !used.has(position),
  )
  const notes = ignored.map((name) => problem('demand/column-ignored', `The column “${name}” is not used.`))
  return success({
    rows,
    columns: Object.fromEntries(Object.entries(columns).map(([column, at]) => [column, nameOf(at)])),
    problems: [...left, ...notes],
  })
}

/** Rows in which addresses are looked for. */
const ROWS_READ = 20

function holdsAddresses(data: readonly CsvRecord[]): boolean {
  const rows = data.slice(0, ROWS_READ)
  const withAddress = rows.filter(({ fields }) =>
    fields.some((field) => /[.:].*[.:]/.test(field) && parseIpPrefix(field) !== null),
  )
  return withAddress.length > rows.length / 2
}

function missingColumn(columns: DemandColumns, headers: readonly string[]): Problem | null {
  const names = headers.length > 0 ? ` The columns are ${headers.map((name) => `“${name}”`).join(', ')}.` : ''
  if (columns.weight === undefined) {
    return problem(
      'demand/no-weight',
      `No column of this table holds a weight, such as a number of queries.${names}`,
    )
  }
  const isLocated = columns.latitude !== undefined && columns.longitude !== undefined
  const hasPlace = [columns.country, columns.subdivision, columns.city, columns.coordinates].some(
    (column) => column !== undefined,
  )
  if (isLocated || hasPlace) return null
  return problem('demand/no-place', `No column of this table holds a country, a city or coordinates.${names}`)
}

type ReadRow = { readonly row: DemandRow } | { readonly problem: Problem }

function readRow({ line, fields }: CsvRecord, columns: DemandColumns, decimalComma: boolean): ReadRow {
  const textOf = (column: DemandColumn): string => fields[columns[column] ?? -1] ?? ''
  const orNull = (text: string) => (text === '' ? null : text)
  const weight = readCount(textOf('weight'), decimalComma)
  if (weight === null || weight <= 0) {
    const what =
      textOf('weight') === '' ? 'There is no weight' : `“${textOf('weight')}” is no weight above zero`
    return { problem: problem('demand/weight', `Line ${line}: ${what}.`) }
  }
  const coordinates = readPoint(textOf('latitude'), textOf('longitude'), textOf('coordinates'), decimalComma)
  const row: DemandRow = {
    line,
    country: orNull(textOf('country')),
    subdivision: orNull(textOf('subdivision')),
    city: orNull(textOf('city')),
    coordinates: coordinates === 'wrong' ? null : coordinates,
    weight,
  }
  const isSomewhere = row.country !== null || row.subdivision !== null || row.city !== null
  if (coordinates === 'wrong' && !isSomewhere) {
    return { problem: problem('demand/coordinates', `Line ${line}: These are no coordinates in degrees.`) }
  }
  if (isSomewhere || row.coordinates) return { row }
  return {
    problem: problem('demand/place-missing', `Line ${line}: There is no country, city or coordinates.`),
  }
}

function readPoint(
  latitudeText: string,
  longitudeText: string,
  pairText: string,
  decimalComma: boolean,
): Coordinates | 'wrong' | null {
  const [first = '', second = '', ...more] =
    pairText === '' ? [] : pairText.replaceAll(/[()[\]]/g, '').split(/[,;\s]+/)
  const texts = latitudeText === '' && longitudeText === '' ? [first, second] : [latitudeText, longitudeText]
  const [north = '', east = ''] = texts
  if (north === '' && east === '') return null
  const latitude = readDegrees(north, decimalComma, 90)
  const longitude = readDegrees(east, decimalComma, 180)
  return latitude === null || longitude === null || more.length > 0 ? 'wrong' : { latitude, longitude }
}

const ADDRESSES = problem(
  'demand/addresses',
  'This table holds addresses. Placing them takes a GeoIP database, which Catchment does not have: count your log by country or city first, and bring those counts.',
)

function problem(code: DemandTableProblem, message: string): Problem {
  return { code, severity: DEMAND_TABLE_PROBLEMS[code].severity, message, path: [] }
}
