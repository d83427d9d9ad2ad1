import { isAnywhere } from './anywhere'
import { continentCode, countryCode, stateCode } from './places'

/** Members of a branch that say one place. */
export type PlaceMembers = readonly (readonly [string, string | true])[]

/** What a word says of a place, and whether it could be nothing else. */
export interface SaidPlace {
  readonly members: PlaceMembers
  readonly plain: boolean
}

const KIND = /^(continent|country|state|subdivision)(?:code)?\s*[:=/ ]\s*(.+)$/i
const BEHIND = /^([a-z]{2})[-_/: ]([a-z]{2})(?:[-_/: ]([a-z]{2}))?$/i

/** The place that a word means: as `placeInParts` reads it, or by code or English name. Null when it means none. */
export function placeOfWord(word: string): SaidPlace | null {
  return isAnywhere(word) ? sure(DEFAULT) : (placeInParts(word) ?? bareWord(word.trim()))
}

/** The place that a word says after its kind (`continent:NA`) or as a path (`US-CA`, `NA-US-CA`); null for any other word. */
export function placeInParts(word: string): SaidPlace | null {
  const [, kind, rest = ''] = KIND.exec(word.trim()) ?? []
  return kind === undefined ? ofPath(word.trim()) : ofKind(kind.toLowerCase(), rest)
}

const DEFAULT: PlaceMembers = [['IsDefault', true]]

function ofKind(kind: string, word: string): SaidPlace | null {
  if (isAnywhere(word)) return sure(DEFAULT)
  if (kind === 'continent') return sure(one('Continent', continentCode(word)))
  if (kind === 'country') return sure(one('Country', countryCode(word)))
  return sure(inUs(stateCode(word)))
}

/** A country and its state, or these behind their continent. */
function ofPath(word: string): SaidPlace | null {
  const [, first = '', second = '', third] = BEHIND.exec(word) ?? []
  if (first === '') return null
  if (third !== undefined) return second.toUpperCase() === 'US' ? sure(inUs(stateCode(third))) : null
  if (first.toUpperCase() === 'US') return sure(inUs(stateCode(second)))
  return continentCode(first) === null ? null : sure(one('Country', countryCode(second)))
}

function bareWord(word: string): SaidPlace | null {
  const continent = continentCode(word)
  const country = countryCode(word)
  // Four codes are a continent and a country both.
  if (continent !== null) return { members: [['Continent', continent]], plain: country === null }
  if (country !== null) return sure([['Country', country]])
  return sure(inUs(stateCode(word)))
}

function one(key: string, code: string | null): PlaceMembers | null {
  return code === null ? null : [[key, code]]
}

function inUs(state: string | null): PlaceMembers | null {
  if (state === null) return null
  return [
    ['Country', 'US'],
    ['Subdivision', state],
  ]
}

function sure(members: PlaceMembers | null): SaidPlace | null {
  return members && { members, plain: true }
}
