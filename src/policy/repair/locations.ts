import { distanceKm } from '../../geo/distance'
import { numeric } from '../../model/field'
import { isJsonNumber, isJsonObject, type Json, type JsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { quote } from '../../model/problem-kind'
import { LOCATION_PREFIX } from '../../rules/geoproximity/location'
import { flatLocation, nestedLocation } from '../edits/format-version'
import { localZoneNamed, regionCodeOf } from './region-words'
import type { Repair } from './repair'
import type { BranchSight, Sight } from './sight'

/** Where geoproximity and latency branches stand: names, prefixes, decimals, and the form of the document’s version. */
export function repairLocations({ document, rules }: Sight): readonly Repair[] {
  const version = document.get('AWSPolicyFormatVersion')
  return rules.flatMap(({ type, branches }) => {
    if (type === 'latency') return latencyRegions(branches)
    if (type !== 'geoproximity') return []
    return branches.flatMap(({ branch, path }) => {
      const inner = branch.get('Location')
      const nested = isJsonObject(inner) ? inner : null
      const below = [...path, 'Location']
      return [
        ...(nested ? prefixed(nested, below, 'LocationName') : prefixed(branch, path, 'Region')),
        ...(nested ? rounded(nested, below) : rounded(branch, path)),
        ...inForm(branch, path, version),
      ]
    })
  })
}

function prefixed(holder: JsonObject, path: JsonPath, key: string): readonly Repair[] {
  const name = holder.get(key)
  if (typeof name !== 'string') return []
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/^aws:route53:/, '')
  const code = localZoneNamed(plain, holder.get('Type')) ?? regionCodeOf(name)
  const right = code === null ? null : LOCATION_PREFIX + code
  if (right === null || right === name) return []
  const problems = [
    'geoproximity/name-prefix',
    'geoproximity/unknown-region',
    'geoproximity/unknown-zone',
    'geoproximity/zone-group',
  ]
  return [region(`Write ${key} ${quote(name)} as ${right}`, [...path, key], problems, right)]
}

/** Regions by their codes; a Region that another branch has too is only a guess. */
function latencyRegions(branches: readonly BranchSight[]): readonly Repair[] {
  const codes = branches.map(({ branch }) => {
    const word = branch.get('Region')
    return typeof word === 'string' ? (regionCodeOf(word) ?? word) : null
  })
  const counts = new Map<string | null, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return branches.flatMap(({ branch, path }, index): readonly Repair[] => {
    const word = branch.get('Region')
    const code = codes[index]
    if (typeof word !== 'string' || code == null || code === word) return []
    const repair = region(
      `Write Region ${quote(word)} as ${code}`,
      [...path, 'Region'],
      ['latency/unknown-region'],
      code,
    )
    return [counts.get(code) === 1 ? repair : { ...repair, safe: false }]
  })
}

function region(title: string, path: JsonPath, mends: readonly string[], value: string): Repair {
  return { code: 'repair/region', title, path, safe: true, mends, edits: [{ op: 'set', path, value }] }
}

const AXES = [
  { key: 'Latitude', most: 90 },
  { key: 'Longitude', most: 180 },
] as const
/** As Route 53 takes degrees (route53.md 3.3). */
const PLAIN = /^[+-]?(\d+\.?\d{0,2}|\.\d{1,2})$/

/** Coordinates of more than two decimals, rounded, with how far that moves the point. */
function rounded(holder: JsonObject, path: JsonPath): readonly Repair[] {
  const degrees = AXES.map(({ key }) => numeric.decode(holder.get(key) ?? null))
  return AXES.flatMap(({ key, most }, axis): Repair[] => {
    const raw = holder.get(key)
    const value = degrees[axis]
    if (value === undefined || raw === undefined || Math.abs(value) > most || PLAIN.test(spelling(raw)))
      return []
    const text = value.toFixed(2).replace(/^-0\.00$/, '0.00')
    const from = { latitude: degrees[0] ?? 0, longitude: degrees[1] ?? 0 }
    const to = { ...from, [key === 'Latitude' ? 'latitude' : 'longitude']: Number(text) }
    const metres = Math.round(distanceKm(from, to) * 1000)
    const at = [...path, key]
    return [
      {
        code: 'repair/coordinates',
        title: `Round ${key} ${spelling(raw)} to ${text}, which moves the point ${metres.toLocaleString('en-GB')} m`,
        path: at,
        safe: true,
        mends: ['geoproximity/coordinate-precision'],
        edits: [{ op: 'set', path: at, value: isJsonNumber(raw) ? { number: String(Number(text)) } : text }],
      },
    ]
  })
}

function spelling(raw: Json): string {
  return isJsonNumber(raw) ? raw.number : typeof raw === 'string' ? raw.trim() : ''
}

/** The other version’s way of writing a location (route53.md 3.3). */
function inForm(branch: JsonObject, path: JsonPath, version: Json | undefined): readonly Repair[] {
  const inner = branch.get('Location')
  if (version === '2023-05-09') {
    const flat = ['Region', 'Latitude'].find((key) => branch.has(key))
    if (flat === undefined || inner !== undefined) return []
    return [
      form(
        'Write the location in a Location object, as version 2023-05-09 does',
        path,
        flat,
        nestedLocation(branch),
      ),
    ]
  }
  if (version !== '2015-10-01' || !isJsonObject(inner)) return []
  const type = inner.get('Type')
  const other = ['Region', 'Latitude', 'Longitude'].some((key) => branch.has(key))
  if ((type !== 'Region' && type !== 'Coordinate') || other) return []
  return [
    form(
      'Write the location on the branch itself, as version 2015-10-01 does',
      path,
      'Location',
      flatLocation(branch),
    ),
  ]
}

function form(title: string, path: JsonPath, key: string, branch: JsonObject): Repair {
  return {
    code: 'repair/location-form',
    title,
    path: [...path, key],
    safe: true,
    mends: ['geoproximity/format-version'],
    edits: [{ op: 'set', path, value: branch }],
  }
}
