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

/** The saved queries as a table; empty where there are none. */
export function queriesOf({ queries }: Pick<Scenario, 'queries'>): string {
  if (queries.length === 0) return ''
  return table(
    ['Query', 'Client', 'Resolver', 'Client subnet is sent', 'Type'],
    queries.map(({ name, place, query }) => [
      plain(name) || '–',
      [plain(place), placeWords(query.client)].filter((text) => text !== '').join(', '),
      query.resolver === null ? 'beside the client' : placeWords(query.resolver),
      query.clientSubnet ? 'yes' : 'no',
      query.type === null ? 'the policy’s own' : code(query.type),
    ]),
  )
}

function placeWords({ coordinates, country, subdivision }: Place): string {
  const words = [
    coordinates && `${coordinates.latitude.toString()}°, ${coordinates.longitude.toString()}°`,
    [subdivision, country].filter((part) => part !== null).join(', '),
  ].filter((part) => part !== null && part !== '')
  return words.length === 0 ? 'unknown place' : plain(words.join('; '))
}
