import { countryName } from '../../geo/countries'
import type { Place } from '../../model/query'
import type { Scenario } from '../../scenario/scenario'
import { code, plain, table } from './markdown-words'

/** What the scenario assumes of the world, as a list; empty where it assumes nothing. */
export function worldOf({ world }: Pick<Scenario, 'world'>): string {
  return [
    ...[...world.down].map((id) => `Endpoint ${plain(id)} is down.`),
    ...[...world.checks].map(([id, state]) => `Health check ${code(id)} is ${state}.`),
    ...world.latencies.map(
      ({ country, region, milliseconds }) =>
        `Clients ${country === null ? 'anywhere' : `in ${plain(countryName(country) || country)}`} reach ${code(region)} in ${milliseconds.toString()} ms, as given.`,
    ),
    ...(world.negativeBias === 'map' ? ['A negative bias follows the formula of AWS’s map component.'] : []),
  ]
    .map((sentence) => `- ${sentence}`)
    .join('\n')
}

/** Where queries come from, if not from the bundled estimate. */
export function demandOf({ demand }: Pick<Scenario, 'demand'>): string {
  if (demand === null) return ''
  const { name, unit, places, leftOut } = demand
  const weight = places.reduce((sum, place) => sum + place.weight, 0)
  const rest =
    leftOut.rows === 0
      ? ''
      : ` ${amount(leftOut.rows)} rows (${amount(leftOut.weight)} ${plain(unit)}) that no place is known for are left out.`
  return `${plain(name) || 'A table'}: ${amount(weight)} ${plain(unit)} in ${amount(places.length)} ${places.length === 1 ? 'place' : 'places'}.${rest}`
}

/** What endpoints can take, as a table; empty where nothing is known. */
export function capacitiesOf({ capacities, demand }: Pick<Scenario, 'capacities' | 'demand'>): string {
  const { total, endpoints } = capacities
  if (endpoints.size === 0 && total === null) return ''
  const unit = plain(total?.unit ?? demand?.unit ?? 'internet users')
  const all = total && `All clients ask ${amount(total.amount)} ${unit} together.`
  const rows = [...endpoints].map(([id, capacity]) => [
    plain(id),
    capacity.in === 'percent'
      ? `${amount(capacity.amount)} % of the demand`
      : `${amount(capacity.amount)} ${unit}`,
  ])
  const known = rows.length === 0 ? null : table(['Endpoint', 'Can take'], rows)
  return [all, known].filter((part) => part !== null).join('\n\n')
}

function amount(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 })
}

/** The saved queries as a table; empty where there are none. */
export function queriesOf({ queries }: Pick<Scenario, 'queries'>): string {
  if (queries.length === 0) return ''
  return table(
    ['Query', 'Client', 'Resolver', 'Client subnet is sent', 'Type'],
    queries.map(({ name, place, query }) => [
      plain(name) || '–',
      [plain(place), placeWords(query.client), addressWords(query.clientAddress)].filter(Boolean).join(', '),
      [
        query.resolver === null ? 'beside the client' : placeWords(query.resolver),
        addressWords(query.resolverAddress),
      ]
        .filter(Boolean)
        .join(', '),
      query.clientSubnet ? 'yes' : 'no',
      query.type === null ? 'the policy’s own' : code(query.type),
    ]),
  )
}

function addressWords(address: string | undefined): string {
  return address === undefined || address === '' ? '' : code(address)
}

function placeWords({ coordinates, country, subdivision }: Place): string {
  const words = [
    coordinates && `${coordinates.latitude.toString()}°, ${coordinates.longitude.toString()}°`,
    [subdivision, country].filter((part) => part !== null).join(', '),
  ].filter((part) => part !== null && part !== '')
  return words.length === 0 ? 'unknown place' : plain(words.join('; '))
}
