import { localZoneByName, localZoneGroupOf } from '../../geo/local-zones'
import { regionByCode } from '../../geo/regions'
import { isMalformed, type Loose } from '../../model/field'
import { capitalised, examine } from '../../model/field-checks'
import type { Problem } from '../../model/problem'
import { type ProblemTable, quote, reporter, type Subject } from '../../model/problem-kind'
import { regionHint } from '../region-hint'
import { LOCATION_PREFIX } from './location'

export const NAME_PROBLEMS = {
  'geoproximity/name-missing': { severity: 'error', row: '3.3' },
  'geoproximity/name-prefix': { severity: 'error', row: '3.3' },
  'geoproximity/unknown-region': { severity: 'error', row: 'V25' },
  'geoproximity/unknown-zone': { severity: 'warning', row: '7' },
  'geoproximity/zone-group': { severity: 'error', row: '0.11' },
} as const satisfies ProblemTable

const report = reporter(NAME_PROBLEMS)

/** Problems of the name of a Region or Local Zone; `name` is without its prefix, malformed where it has none. */
export function checkName(
  kind: 'region' | 'localZone',
  name: Loose<string>,
  subject: Subject,
  key: string,
  below: readonly string[],
): readonly Problem[] {
  const thing = kind === 'region' ? 'an AWS Region' : 'a Local Zone'
  const example = kind === 'region' ? 'eu-central-1' : 'us-east-1-atl-1a'
  const { value, absent, problems } = examine(
    name,
    subject,
    key,
    `${thing} such as ${LOCATION_PREFIX}${example}`,
    ...below,
  )
  if (absent) {
    const message = `Location of ${subject.name} has no ${key}; name ${thing} such as ${LOCATION_PREFIX}${example}.`
    return [report('geoproximity/name-missing', subject, message, ...below)]
  }
  if (value === undefined) return withoutPrefix(name, subject, key, below) ?? problems
  return kind === 'region' ? checkRegion(value, subject, key, below) : checkZone(value, subject, key, below)
}

// A name without its prefix is read as malformed, and deserves its own sentence.
function withoutPrefix(
  name: Loose<string>,
  subject: Subject,
  key: string,
  below: readonly string[],
): readonly Problem[] | null {
  const bare = isMalformed(name) ? name.malformed : undefined
  if (typeof bare !== 'string' || !/^[a-z][a-z0-9-]*$/i.test(bare)) return null
  const message = `${key} ${quote(bare)} of ${subject.name} lacks its prefix; write ${LOCATION_PREFIX}${bare.toLowerCase()}.`
  return [report('geoproximity/name-prefix', subject, message, ...below, key)]
}

function checkRegion(
  code: string,
  subject: Subject,
  key: string,
  below: readonly string[],
): readonly Problem[] {
  if (regionByCode(code)?.usable) return []
  const hint = localZoneByName(code)
    ? 'It is a Local Zone: write a Location of Type LocalZone (version 2023-05-09).'
    : regionHint(code)
  const message = `${key} ${quote(LOCATION_PREFIX + code)} of ${subject.name} is no Region that Route 53 knows. ${hint}`
  return [report('geoproximity/unknown-region', subject, message, ...below, key)]
}

function checkZone(
  zone: string,
  subject: Subject,
  key: string,
  below: readonly string[],
): readonly Problem[] {
  if (localZoneByName(zone)) return []
  const written = quote(LOCATION_PREFIX + zone)
  // The record API names groups, the policy document zones.
  if (localZoneGroupOf(`${zone}a`)) {
    const message = `${key} ${written} of ${subject.name} is a group of Local Zones, and a policy names the zone; write ${LOCATION_PREFIX}${zone}a.`
    return [report('geoproximity/zone-group', subject, message, ...below, key)]
  }
  if (regionByCode(zone)) {
    const message = `${key} ${written} of ${subject.name} is a Region, not a Local Zone; make the Type Region.`
    return [report('geoproximity/unknown-region', subject, message, ...below, key)]
  }
  const message = `${subject.name} stands at the Local Zone ${written}, which is in no list that Catchment has: it ranks last, since its place is not known.`
  return [report('geoproximity/unknown-zone', subject, capitalised(message), ...below, key)]
}
