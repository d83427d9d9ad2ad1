import { CONTINENTS, COUNTRY_CODES } from '../../geo/continents'
import { countryName } from '../../geo/countries'
import { US_STATES } from '../../geo/us-states'
import { type GeolocationPlace, placeKey } from '../../rules/geolocation/location'

/** What a pasted list of places says. */
export interface PlaceList {
  /** In the order of the list, each once. */
  readonly places: readonly GeolocationPlace[]
  /** The pieces that name no place of Route 53's, as they were written. */
  readonly unmatched: readonly string[]
  /** Places that the list names more than once. */
  readonly duplicates: readonly GeolocationPlace[]
}

/** Which kind a text means that could be two: `CA` is Canada and California, `AF` Afghanistan and Africa. */
export type PreferredPlace = 'country' | 'subdivision' | 'continent'

/**
 * Reads countries, US states and continents by code or English name, with any separators: lines, commas,
 * semicolons, tabs, bullets, or only spaces. `*` and “default” mean the default.
 */
export function parsePlaceList(text: string, preferred: PreferredPlace = 'country'): PlaceList {
  const found = new Map<string, GeolocationPlace>()
  const duplicates = new Map<string, GeolocationPlace>()
  const unmatched: string[] = []
  for (const piece of text.split(/[\n\r\t,;|•·]+/)) {
    const stripped = piece.replace(/^\s*(?:[-–—>]|\d+[.)])\s+/, '').trim()
    if (stripped === '') continue
    for (const part of readPiece(stripped, preferred)) {
      if (typeof part === 'string') unmatched.push(part)
      else if (found.has(placeKey(part))) duplicates.set(placeKey(part), part)
      else found.set(placeKey(part), part)
    }
  }
  return { places: [...found.values()], unmatched, duplicates: [...duplicates.values()] }
}

type Kinds = Readonly<Partial<Record<PreferredPlace | 'default', GeolocationPlace>>>

const CONNECTIVES = new Set(['and', 'or', 'plus', '&', '+', '/'])

/** The places of one piece, and what is left of it in between. */
function readPiece(piece: string, preferred: PreferredPlace): readonly (GeolocationPlace | string)[] {
  const outside = piece.replaceAll(/\([^)]*\)/g, ' ')
  const whole = lookUp(piece, preferred) ?? lookUp(outside, preferred)
  if (whole) return [whole]
  const words = piece.split(/\s+/)
  const parts: (GeolocationPlace | string)[] = []
  let unknown: string[] = []
  const flush = () => {
    if (unknown.length > 0) parts.push(unknown.join(' '))
    unknown = []
  }
  for (let from = 0; from < words.length; ) {
    const length = longestMatch(words.slice(from), preferred)
    const place = length === 0 ? undefined : lookUp(words.slice(from, from + length).join(' '), preferred)
    if (place) {
      flush()
      parts.push(place)
    } else if (!CONNECTIVES.has((words[from] ?? '').toLowerCase())) {
      unknown.push(words[from] ?? '')
    }
    from += Math.max(1, length)
  }
  flush()
  return parts
}

/** How many of the first words name a place together. In running text only a capital pair is a code. */
function longestMatch(words: readonly string[], preferred: PreferredPlace): number {
  for (let length = Math.min(words.length, LONGEST_NAME); length > 0; length--) {
    const phrase = words.slice(0, length).join(' ')
    if (/^[a-z]{2}$/.test(phrase)) continue
    if (lookUp(phrase, preferred)) return length
  }
  return 0
}

function lookUp(text: string, preferred: PreferredPlace): GeolocationPlace | undefined {
  if (text.trim() === '*') return { kind: 'default' }
  const state = /^US[-\s/_]([A-Z]{2})$/i.exec(text.trim())?.[1]
  if (state !== undefined) return TABLE.get(state.toLowerCase())?.subdivision
  const hint = /^(country|state|subdivision|continent)[:\s]+(.+)$/i.exec(text.trim())
  const word = hint?.[1]?.toLowerCase()
  const kinds = TABLE.get(normalised(hint?.[2] ?? text))
  if (!kinds) return undefined
  if (word !== undefined) return kinds[word === 'country' || word === 'continent' ? word : 'subdivision']
  return kinds[preferred] ?? kinds.country ?? kinds.continent ?? kinds.subdivision ?? kinds.default
}

/** A name without case, diacritics and punctuation; “St.” is “Saint”. */
function normalised(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')
    .replaceAll(/\bst\b/g, 'saint')
}

// What people write beside the names that the platform knows.
const OTHER_NAMES: Readonly<Record<string, string>> = {
  BO: 'Plurinational State of Bolivia',
  BN: 'Brunei Darussalam',
  CD: 'Democratic Republic of the Congo|DR Congo|DRC|Congo Kinshasa',
  CG: 'Republic of the Congo|Congo|Congo Brazzaville',
  CI: 'Ivory Coast|Cote d Ivoire',
  CV: 'Cabo Verde|Cape Verde',
  CZ: 'Czech Republic|Czechia',
  FK: 'Falkland Islands|Falklands',
  FM: 'Micronesia',
  GB: 'UK|Great Britain|Britain|United Kingdom of Great Britain and Northern Ireland',
  HK: 'Hong Kong',
  IR: 'Islamic Republic of Iran|Iran',
  KP: 'North Korea|DPRK',
  KR: 'South Korea|Korea|Republic of Korea',
  LA: 'Laos|Lao PDR',
  MD: 'Republic of Moldova|Moldova',
  MK: 'North Macedonia|Macedonia',
  MM: 'Burma|Myanmar',
  MO: 'Macau|Macao',
  NL: 'Holland|Netherlands',
  PS: 'Palestine|State of Palestine',
  RU: 'Russian Federation|Russia',
  SY: 'Syrian Arab Republic|Syria',
  SZ: 'Swaziland|Eswatini',
  TL: 'East Timor|Timor Leste',
  TR: 'Turkey|Turkiye',
  TZ: 'United Republic of Tanzania|Tanzania',
  US: 'USA|United States of America|America',
  AE: 'UAE|United Arab Emirates',
  VA: 'Vatican|Holy See',
  VE: 'Bolivarian Republic of Venezuela|Venezuela',
  VN: 'Vietnam|Viet Nam',
  XK: 'Kosovo',
}

const TABLE: ReadonlyMap<string, Kinds> = makeTable()
const LONGEST_NAME = Math.max(...[...TABLE.keys()].map((name) => name.split(' ').length)) + 1

function makeTable(): ReadonlyMap<string, Kinds> {
  const table = new Map<string, Kinds>()
  const add = (text: string, kind: keyof Kinds, place: GeolocationPlace) => {
    table.set(normalised(text), { ...table.get(normalised(text)), [kind]: place })
  }
  for (const { code, name } of CONTINENTS) {
    for (const text of [code, name]) add(text, 'continent', { kind: 'continent', code })
  }
  for (const code of COUNTRY_CODES) {
    const others = OTHER_NAMES[code]?.split('|') ?? []
    for (const text of [code, countryName(code), ...others]) add(text, 'country', { kind: 'country', code })
  }
  for (const { code, name } of US_STATES) {
    for (const text of [code, name]) add(text, 'subdivision', { kind: 'subdivision', country: 'US', code })
  }
  add('default', 'default', { kind: 'default' })
  return table
}
