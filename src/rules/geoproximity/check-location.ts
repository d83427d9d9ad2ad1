import { isPlaceholder } from '../../model/field'
import { capitalised, checkKeys, placeholder, spelled } from '../../model/field-checks'
import { isJsonObject, type Json, type JsonObject, present } from '../../model/json'
import type { Problem } from '../../model/problem'
import { type ProblemTable, reporter } from '../../model/problem-kind'
import type { BranchSubject } from '../definition'
import { COORDINATE_PROBLEMS, checkCoordinates } from './check-coordinates'
import { checkName, NAME_PROBLEMS } from './check-name'
import type { Located, LocationForm } from './location'

export const LOCATION_PROBLEMS = {
  ...COORDINATE_PROBLEMS,
  ...NAME_PROBLEMS,
  'geoproximity/no-location': { severity: 'error', row: '3.3' },
  'geoproximity/two-locations': { severity: 'error', row: '3.3' },
  'geoproximity/location-type': { severity: 'error', row: '3.3' },
  'geoproximity/format-version': { severity: 'error', row: 'V19' },
  'geoproximity/local-zone-version': { severity: 'error', row: 'V19' },
} as const satisfies ProblemTable

const report = reporter(LOCATION_PROBLEMS)
const TYPES = 'Region, LocalZone or Coordinate'

/** Problems of where one geoproximity branch stands (route53.md 3.3). */
export function checkLocation(
  located: Located,
  subject: BranchSubject,
  formatVersion: string | undefined,
): readonly Problem[] {
  const keys = locationKeys(subject.member)
  const [key, second] = keys
  if (key === undefined) {
    const message = `There is no location in ${subject.name}; give it a Region, a Local Zone or coordinates.`
    return [report('geoproximity/no-location', subject, message)]
  }
  return [
    ...(second === undefined ? checkForm(located, key, subject, formatVersion) : [two(subject, key, second)]),
    ...checkPlace(located, subject),
  ]
}

/** The keys that name a location, one for each location named; coordinates count once. */
function locationKeys(member: JsonObject): readonly string[] {
  const flat = ['Latitude', 'Longitude'].find((key) => present(member, key) !== undefined)
  return ['Location', 'Region', ...(flat === undefined ? [] : [flat])].filter(
    (key) => present(member, key) !== undefined,
  )
}

function two(subject: BranchSubject, key: string, second: string): Problem {
  const message = `${subject.name} names two locations, by ${key} and by ${second}; ${key} is taken. Remove one of the two.`
  return report('geoproximity/two-locations', subject, capitalised(message), second)
}

const FORM_OF_VERSION: ReadonlyMap<string, LocationForm> = new Map([
  ['2015-10-01', 'flat'],
  ['2023-05-09', 'nested'],
])

/** Each version of the format has its own spelling, and Local Zones only the newer (9.24). */
function checkForm(
  { form, location }: Located,
  key: string,
  subject: BranchSubject,
  formatVersion: string | undefined,
): readonly Problem[] {
  const expected = FORM_OF_VERSION.get(formatVersion ?? '')
  if (expected === undefined || expected === form) return []
  if (location.kind === 'localZone') {
    const message = `${subject.name} stands at a Local Zone, which version ${formatVersion} of the format does not have; make AWSPolicyFormatVersion 2023-05-09, or use coordinates.`
    return [report('geoproximity/local-zone-version', subject, capitalised(message), key)]
  }
  const message =
    form === 'flat'
      ? `${subject.name} has ${key}, which belongs to version 2015-10-01 of the format; in ${formatVersion}, write it inside a Location object.`
      : `${subject.name} has Location, which belongs to version 2023-05-09 of the format; in ${formatVersion}, write Region, or Latitude and Longitude, on the branch.`
  return [report('geoproximity/format-version', subject, capitalised(message), key)]
}

function checkPlace({ form, location }: Located, subject: BranchSubject): readonly Problem[] {
  const nested = subject.member.get('Location')
  const inner = form === 'nested' && isJsonObject(nested) ? nested : null
  const below = inner ? ['Location'] : []
  switch (location.kind) {
    case 'region':
    case 'localZone':
      return [
        ...(inner ? checkKeys(inner, ['Type', 'LocationName'], subject, ...below) : []),
        ...checkName(location.kind, location.name, subject, inner ? 'LocationName' : 'Region', below),
      ]
    case 'coordinates':
      return [
        ...(inner ? checkKeys(inner, ['Type', 'Latitude', 'Longitude'], subject, ...below) : []),
        ...checkCoordinates(location, inner ?? subject.member, subject, below),
      ]
    case 'unreadable':
      return [unreadable(location.raw, subject)]
    case 'none':
      return []
  }
}

function unreadable(raw: Json, subject: BranchSubject): Problem {
  if (isPlaceholder(raw)) return placeholder(subject, 'Location', raw)
  if (!isJsonObject(raw)) {
    const message = `Location of ${subject.name} is ${spelled(raw)}, but must be an object with a Type: ${TYPES}.`
    return report('geoproximity/location-type', subject, message, 'Location')
  }
  const type = present(raw, 'Type')
  if (type === undefined) {
    const message = `Location of ${subject.name} has no Type; give it one of ${TYPES}.`
    return report('geoproximity/location-type', subject, message, 'Location')
  }
  if (isPlaceholder(type)) return placeholder(subject, 'Type', type, 'Location')
  const message = `Type ${spelled(type)} of the Location of ${subject.name} is unknown; use one of ${TYPES}.`
  return report('geoproximity/location-type', subject, message, 'Location', 'Type')
}
