import { isCountryCode } from '../geo/continents'
import { loadAtlas, loadGazetteer } from '../geo/load'
import { isSubdivisionCode } from '../geo/us-states'
import type { Place } from '../model/query'
import { type Attempt, done, fault } from './attempt'
import { readCoordinates } from './coordinates-option'

/** What the command line says of a place; undefined where it says nothing. */
export interface PlaceOptions {
  readonly at: string | undefined
  readonly country: string | undefined
  readonly subdivision: string | undefined
}

/**
 * The place that options name, null when they name none. What is given wins over what is derived: coordinates
 * alone find country and state by the atlas, a country or state alone stands at its most populous place, and
 * a state that is not given beside a country is unknown. `prefix` is `resolver-` for the resolver's options.
 */
export async function readPlace(options: PlaceOptions, prefix = ''): Promise<Attempt<Place | null>> {
  const territory = readTerritory(options, prefix)
  if (!territory.ok) return territory
  const given = territory.value
  const at = options.at === undefined ? null : readCoordinates(`${prefix}at`, options.at)
  if (at && !at.ok) return at
  if (!at) return done(given && { coordinates: await mostPopulous(given), ...given })
  if (given) return done({ coordinates: at.value, ...given })
  const found = (await loadAtlas()).locate(at.value)
  return done({
    coordinates: at.value,
    country: found?.country ?? null,
    subdivision: found?.subdivision ?? null,
  })
}

interface Territory {
  readonly country: string
  readonly subdivision: string | null
}

// Countries that Route 53 has no data for (route53.md 4.5): clients there get the default only.
const WITHOUT_DATA = ['BV', 'CX', 'EH', 'HM']

function readTerritory({ country, subdivision }: PlaceOptions, prefix: string): Attempt<Territory | null> {
  const state = subdivision?.toUpperCase()
  if (state !== undefined && !isSubdivisionCode(state)) {
    return fault(`--subdivision takes the code of a US state, such as WA; “${subdivision}” is none.`)
  }
  if (country === undefined) {
    return done(state === undefined ? null : { country: 'US', subdivision: state })
  }
  const code = country.toUpperCase()
  if (!isCountryCode(code) && !WITHOUT_DATA.includes(code)) {
    const hint = code === 'UK' ? 'the United Kingdom is GB' : 'use a code of ISO 3166-1, such as FR'
    return fault(`--${prefix}country: there is no country “${country}”; ${hint}.`)
  }
  if (state !== undefined && code !== 'US') {
    return fault(`--subdivision is a state of the US, and --country says ${code}.`)
  }
  return done({ country: code, subdivision: state ?? null })
}

async function mostPopulous({ country, subdivision }: Territory): Promise<Place['coordinates']> {
  const place = (await loadGazetteer()).largestPlaceOf(country, subdivision ?? undefined)
  return place && { latitude: place.latitude, longitude: place.longitude }
}
