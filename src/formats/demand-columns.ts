import { fold } from '../geo/fold'
import type { CsvRecord } from './csv'

/** What a column of a demand table can hold. */
export type DemandColumn =
  | 'country'
  | 'subdivision'
  | 'city'
  | 'latitude'
  | 'longitude'
  | 'coordinates'
  | 'weight'

/** Names of columns, folded; the first of a list is preferred where a table has several. */
const NAMES: Readonly<Record<DemandColumn, readonly string[]>> = {
  country: [
    'country',
    'country code',
    'countrycode',
    'country iso',
    'country iso code',
    'iso country',
    'iso country code',
    'iso',
    'iso2',
    'iso 2',
    'alpha 2',
    'iso3',
    'alpha 3',
    'cc',
    'client country',
    'src country',
    'source country',
    'geo country',
    'geoip country',
    'resolver country',
    'country name',
    'nation',
    'land',
    'pays',
    'pais',
    'paese',
    'entity',
  ],
  subdivision: [
    'subdivision',
    'state',
    'us state',
    'state code',
    'subdivision code',
    'region',
    'region code',
    'province',
    'admin1',
    'client state',
    'geo region',
  ],
  city: [
    'city',
    'town',
    'place',
    'city name',
    'municipality',
    'metro',
    'locality',
    'client city',
    'geo city',
    'stadt',
    'ort',
    'ville',
    'ciudad',
    'cidade',
    'citta',
    'name',
  ],
  latitude: ['latitude', 'lat', 'client lat', 'geo lat', 'y'],
  longitude: ['longitude', 'lon', 'lng', 'long', 'client lon', 'geo lon', 'x'],
  coordinates: [
    'coordinates',
    'coordinate',
    'lat lon',
    'latlon',
    'lat lng',
    'latlng',
    'location',
    'point',
    'position',
  ],
  weight: [
    'weight',
    'demand',
    'queries',
    'query count',
    'requests',
    'request count',
    'hits',
    'count',
    'total',
    'volume',
    'traffic',
    'users',
    'visits',
    'visitors',
    'sessions',
    'pageviews',
    'views',
    'clients',
    'bytes',
    'qps',
    'rps',
    'load',
    'share',
    'percent',
    'percentage',
    'population',
    'value',
    'amount',
    'number',
    'n',
    'sum',
  ],
}

/** Which column of a table holds what, by position. */
export type DemandColumns = Readonly<Partial<Record<DemandColumn, number>>>

/** The columns that a first record names; null where it names none, and so may be data already. */
export function namedColumns({ fields }: CsvRecord): DemandColumns | null {
  const headers = fields.map((field) => fold(field.replaceAll(/[_.:-]+/g, ' ')))
  const columns: Partial<Record<DemandColumn, number>> = {}
  for (const [column, names] of entriesOf(NAMES)) {
    const found = names.map((name) => headers.indexOf(name)).find((position) => position >= 0)
    if (found !== undefined) columns[column] = found
  }
  return Object.keys(columns).length > 0 ? columns : null
}

/**
 * The columns of a table completed from what its records hold: the weight is the last column of numbers that is
 * nothing else, the country the first of codes or names of countries (`isCountry` says). Where no column is a place,
 * the only other one beside the weight is taken for towns.
 */
export function completedColumns(
  named: DemandColumns,
  records: readonly CsvRecord[],
  isNumber: (text: string) => boolean,
  isCountry: (text: string) => boolean,
): DemandColumns {
  const sample = records.slice(0, 50)
  const width = Math.max(0, ...sample.map(({ fields }) => fields.length))
  const taken = new Set(Object.values(named))
  const free = Array.from({ length: width }, (_, position) => position).filter(
    (position) => !taken.has(position),
  )
  const holds = (position: number, test: (text: string) => boolean) =>
    sample.filter(({ fields }) => test(fields[position] ?? '')).length > sample.length / 2

  const hasPlace = named.country !== undefined || named.city !== undefined || named.coordinates !== undefined
  const country = hasPlace ? undefined : free.find((position) => holds(position, isCountry))
  const weight =
    named.weight ?? free.findLast((position) => position !== country && holds(position, isNumber))
  const isPlaced =
    hasPlace || country !== undefined || named.subdivision !== undefined || named.latitude !== undefined
  const others = free.filter((position) => position !== weight)
  const words = others.length === 1 ? others.find((position) => holds(position, isWords)) : undefined
  const city = isPlaced || weight === undefined ? undefined : words
  return {
    ...named,
    ...(country === undefined ? {} : { country }),
    ...(city === undefined ? {} : { city }),
    ...(weight === undefined ? {} : { weight }),
  }
}

/** Words as names are made of, and no number or address. */
function isWords(text: string): boolean {
  return /^\P{Number}*\p{Letter}{2}\P{Number}*$/u.test(text)
}

function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): readonly (readonly [K, V])[] {
  // A cast-free Object.entries: its type forgets that the keys are the record's own.
  const keys: K[] = []
  for (const key in record) keys.push(key)
  return keys.map((key) => [key, record[key]])
}
