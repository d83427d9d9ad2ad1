import { isJsonObject, type Json, type JsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { regionCodeOf } from './region-words'
import type { Repair } from './repair'
import type { BranchSight, Sight } from './sight'
import { siteTitle } from './site-title'
import { meantBy, siteMembers, siteOf } from './sites'

/** Locations of geoproximity and latency rules that are written in some other way but plainly. */
export function repairSaidSites({ document, rules }: Sight): readonly Repair[] {
  const newest = document.get('AWSPolicyFormatVersion') === '2023-05-09'
  return rules.flatMap(({ type, branches }) => {
    if (type === 'latency') return branches.flatMap(latencyRegion)
    return type === 'geoproximity' ? branches.flatMap((each) => proximitySite(each, newest)) : []
  })
}

const SITE_KEYS = ['Location', 'Coordinates', 'Coordinate', 'Point', 'LocalZone', 'LocalZoneGroup']

function proximitySite({ branch, path }: BranchSight, newest: boolean): readonly Repair[] {
  const keys = SITE_KEYS.filter((key) => branch.has(key))
  const [key] = keys
  const held = key === undefined ? undefined : branch.get(key)
  if (key === undefined || keys.length > 1 || held === undefined || isWellFormed(key, held)) return []
  const [inner, bias] = withoutBias(held)
  const site = siteOf(key.startsWith('LocalZone') ? new Map([[key, inner]]) : inner)
  const place = site && siteMembers(site, newest)
  if (!place || (bias !== undefined && branch.has('Bias'))) return []
  const members = [...place, ...(bias === undefined ? [] : [['Bias', bias] as const])]
  if (members.some(([name]) => name !== key && branch.has(name))) return []
  const title = siteTitle(key, held, members)
  const isLocation = key === 'Location'
  const mends = isLocation
    ? ['geoproximity/location-type', 'geoproximity/name-missing']
    : ['geoproximity/no-location']
  return [moved(title, branch, path, key, members, isLocation ? [...path, key] : path, mends)]
}

/** Whether a location is in the form of the document, so that what is wrong with it is for others to mend. */
function isWellFormed(key: string, held: Json): boolean {
  if (key !== 'Location' || !isJsonObject(held)) return false
  const type = held.get('Type')
  if (type === 'Region' || type === 'LocalZone') return held.has('LocationName')
  return type === 'Coordinate' && held.has('Latitude') && held.has('Longitude')
}

/** A value without the bias that some write inside it. */
function withoutBias(held: Json): readonly [Json, Json | undefined] {
  const bias = isJsonObject(held) ? held.get('Bias') : undefined
  if (!isJsonObject(held) || bias === undefined) return [held, undefined]
  return [new Map([...held].filter(([key]) => key !== 'Bias')), bias]
}

/** A Region under another key, where the branch has none. */
function latencyRegion({ branch, path }: BranchSight): readonly Repair[] {
  const key = ['Location', 'AwsRegion', 'Latency'].find((each) => branch.has(each))
  const held = key === undefined ? undefined : branch.get(key)
  if (key === undefined || branch.has('Region')) return []
  const word = isJsonObject(held) && held.size === 1 ? regionIn(held) : held
  const code = typeof word === 'string' ? regionCodeOf(word) : null
  if (code === null) return []
  const title = `Make ${key} the Region ${code}`
  return [moved(title, branch, path, key, [['Region', code]], path, ['latency/region-missing'])]
}

function regionIn(object: JsonObject): Json | undefined {
  const [[key, value] = ['', null]] = object
  return meantBy(key) === 'region' ? value : undefined
}

function moved(
  title: string,
  branch: JsonObject,
  path: JsonPath,
  key: string,
  members: readonly (readonly [string, Json])[],
  at: JsonPath,
  mends: readonly string[],
): Repair {
  const value = new Map(
    [...branch].flatMap(([name, held]) => (name === key ? members : [[name, held] as const])),
  )
  return {
    code: 'repair/location-form',
    title,
    path: at,
    safe: true,
    mends,
    edits: [{ op: 'set', path, value }],
  }
}
