import { CONTINENTS, COUNTRY_CODES, continentOf, isContinentCode, isCountryCode } from '../../geo/continents'
import { countryName } from '../../geo/countries'
import { isSubdivisionCode, US_STATES } from '../../geo/us-states'
import type { JsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import { isAnywhere } from './anywhere'
import type { JsonEdit, Repair } from './repair'
import { bare, type Sight } from './sight'

/** Places of geolocation rules by a name or a code in small letters, under the wrong key, or UK for GB. */
export function repairPlaces({ rules }: Sight): readonly Repair[] {
  return rules.flatMap(({ type, branches }) =>
    type === 'geolocation' ? branches.flatMap(({ branch, path }) => inBranch(branch, path)) : [],
  )
}

function inBranch(branch: JsonObject, path: JsonPath): readonly Repair[] {
  return [
    ...inKey(branch, path, 'Country', countryCode, 'geolocation/unknown-country'),
    ...inKey(branch, path, 'Continent', continentCode, 'geolocation/unknown-continent'),
    ...inKey(branch, path, 'Subdivision', stateCode, 'geolocation/unknown-subdivision'),
    ...otherKind(branch, path),
    ...underRegion(branch, path),
    ...together(branch, path),
  ]
}

function inKey(
  branch: JsonObject,
  path: JsonPath,
  key: string,
  codeOf: (word: string) => string | null,
  problem: string,
): readonly Repair[] {
  const word = branch.get(key)
  const code = typeof word === 'string' ? codeOf(word) : null
  if (typeof word !== 'string' || code === null || code === word) return []
  return [
    place(`Write ${key} ${quote(word)} as ${code}`, [...path, key], problem, [
      { op: 'set', path: [...path, key], value: code },
    ]),
  ]
}

/** A continent under Country, or a country under Continent, with nothing beside it. */
function otherKind(branch: JsonObject, path: JsonPath): readonly Repair[] {
  if (['Country', 'Continent', 'Subdivision'].filter((key) => branch.has(key)).length !== 1) return []
  const country = branch.get('Country')
  const continent = branch.get('Continent')
  if (typeof country === 'string' && countryCode(country) === null) {
    const code = continentCode(country)
    if (code === null || country === '*') return []
    const title = `Make ${quote(country)} a Continent, which it is`
    return [
      place(
        title,
        [...path, 'Country'],
        'geolocation/unknown-country',
        moved(path, 'Country', 'Continent', code),
      ),
    ]
  }
  if (typeof continent === 'string' && continentCode(continent) === null) {
    const code = countryCode(continent)
    if (code === null) return []
    const title = `Make ${quote(continent)} a Country, which it is`
    return [
      place(
        title,
        [...path, 'Continent'],
        'geolocation/unknown-continent',
        moved(path, 'Continent', 'Country', code),
      ),
    ]
  }
  return []
}

/** A place under Region, which a geolocation rule does not have. */
function underRegion(branch: JsonObject, path: JsonPath): readonly Repair[] {
  const word = branch.get('Region')
  if (typeof word !== 'string' || PLACE_KEYS.some((key) => branch.has(key))) return []
  const continent = continentCode(word)
  const code = continent ?? countryCode(word)
  if (code === null) return []
  const key = continent === null ? 'Country' : 'Continent'
  const title = `Make Region ${quote(word)} the ${key} ${code}`
  return [place(title, [...path, 'Region'], 'document/unknown-key', moved(path, 'Region', key, code))]
}

const PLACE_KEYS = ['Country', 'Continent', 'Subdivision']

/** A country beside its own continent, and a state without its country: both say one place. */
function together(branch: JsonObject, path: JsonPath): readonly Repair[] {
  const country = branch.get('Country')
  const state = branch.get('Subdivision')
  if (typeof country === 'string' && continentOf(country) === branch.get('Continent')) {
    const title = `Leave out the continent of ${country}, which stands for itself`
    const at = [...path, 'Continent']
    return [place(title, at, 'geolocation/continent-not-alone', [{ op: 'remove', path: at }])]
  }
  if (typeof state !== 'string' || stateCode(state) === null || branch.has('Country')) return []
  if (branch.has('Continent')) return []
  const title = `Add the Country US, whose state ${state} is`
  return [
    {
      ...place(title, path, 'geolocation/subdivision-outside-us', [
        { op: 'set', path: [...path, 'Country'], value: 'US' },
      ]),
      path: [...path, 'Subdivision'],
    },
  ]
}

function moved(path: JsonPath, from: string, to: string, code: string): readonly JsonEdit[] {
  return [
    { op: 'set', path: [...path, from], value: code },
    { op: 'rename', path: [...path, from], key: to },
  ]
}

function place(title: string, path: JsonPath, problem: string, edits: readonly JsonEdit[]): Repair {
  return { code: 'repair/place', title, path, safe: true, mends: [problem], edits }
}

/** By code or English name; the names that people use most beside the official ones. */
export function countryCode(word: string): string | null {
  if (isCountryCode(word)) return word
  const upper = word.trim().toUpperCase()
  if (upper === 'UK') return 'GB'
  if (isCountryCode(upper)) return upper
  if (isAnywhere(word)) return '*'
  return countriesByName().get(bare(word)) ?? null
}

/** By code or English name. */
export function continentCode(word: string): string | null {
  if (isContinentCode(word)) return word
  const upper = word.trim().toUpperCase()
  if (isContinentCode(upper)) return upper
  return CONTINENTS.find(({ name }) => bare(name) === bare(word))?.code ?? null
}

/** A state of the US by code or English name. */
export function stateCode(word: string): string | null {
  if (isSubdivisionCode(word)) return word
  const upper = word
    .trim()
    .toUpperCase()
    .replace(/^US[-_ ]/, '')
  if (isSubdivisionCode(upper)) return upper
  return US_STATES.find(({ name }) => bare(name) === bare(word))?.code ?? null
}

const OTHER_NAMES = {
  usa: 'US',
  america: 'US',
  unitedstatesofamerica: 'US',
  greatbritain: 'GB',
  britain: 'GB',
  england: 'GB',
}
let byName: ReadonlyMap<string, string> | null = null

function countriesByName(): ReadonlyMap<string, string> {
  byName ??= new Map([
    ...COUNTRY_CODES.map((code) => [bare(countryName(code)), code] as const),
    ...Object.entries(OTHER_NAMES),
  ])
  return byName
}
