import { isJsonObject, type Json, type JsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import type { Repair } from './repair'
import type { RuleSight, Sight } from './sight'
import { siteTitle } from './site-title'

/** What a branch has in the words of the record API: places in objects of their own, identifiers, alias targets. */
export function repairRecordApi({ rules, document }: Sight): readonly Repair[] {
  const newest = document.get('AWSPolicyFormatVersion') === '2023-05-09'
  return rules.flatMap(({ type, branches }) =>
    branches.flatMap(({ branch, path }) => {
      const found: (Repair | null)[] = [
        ...(type === 'geolocation'
          ? FOLDS.map((key) => unfolded(branch, path, key, 'the place', PLACE))
          : []),
        type === 'geoproximity' ? proximity(branch, path, newest) : null,
        aliasTarget(branch, path, type),
        identifier(branch, path),
      ]
      return found.filter((repair) => repair !== null)
    }),
  )
}

/** Keys of an object that holds a place. */
const FOLDS = ['GeoLocation', 'Geolocation', 'Location', 'Geo', 'Place']
const PLACE: Readonly<Record<string, string>> = {
  ContinentCode: 'Continent',
  CountryCode: 'Country',
  SubdivisionCode: 'Subdivision',
  Continent: 'Continent',
  Country: 'Country',
  Subdivision: 'Subdivision',
  IsDefault: 'IsDefault',
}

/** The members of an inner object put on the branch, in its place; null where that would lose or cover something. */
function unfolded(
  branch: JsonObject,
  path: JsonPath,
  key: string,
  what: string,
  names: Readonly<Record<string, string>>,
): Repair | null {
  const inner = branch.get(key)
  if (!isJsonObject(inner) || inner.size === 0) return null
  const members = [...inner].map(
    ([name, value]) => [Object.hasOwn(names, name) ? (names[name] ?? '') : '', value] as const,
  )
  if (members.some(([name]) => name === '' || branch.has(name))) return null
  return repair(`Write ${what} in ${key} on the branch itself`, path, key, replaced(branch, key, members))
}

function replaced(
  branch: JsonObject,
  key: string,
  members: readonly (readonly [string, Json])[],
): JsonObject {
  return new Map([...branch].flatMap(([name, value]) => (name === key ? members : [[name, value] as const])))
}

/** `GeoProximityLocation` holds an AWS Region, a Local Zone group or coordinates, and the bias. */
function proximity(branch: JsonObject, path: JsonPath, newest: boolean): Repair | null {
  const key = [...branch.keys()].find((name) => /^geoproximitylocation$/i.test(name))
  const inner = key === undefined ? undefined : branch.get(key)
  if (key === undefined || !isJsonObject(inner)) return null
  const region = inner.get('AWSRegion') ?? inner.get('Region')
  const point = inner.get('Coordinates')
  const bias = inner.get('Bias')
  const known = [...inner.keys()].every((name) =>
    ['AWSRegion', 'Region', 'Coordinates', 'Bias'].includes(name),
  )
  const place =
    typeof region === 'string'
      ? regionMembers(region, newest)
      : isJsonObject(point)
        ? pointMembers(point, newest)
        : null
  if (!known || !place) return null
  const members = [...place, ...(bias === undefined ? [] : [['Bias', bias] as const])]
  if (members.some(([name]) => branch.has(name))) return null
  return repair(siteTitle(key, inner, members), path, key, replaced(branch, key, members))
}

function regionMembers(code: string, newest: boolean): readonly (readonly [string, Json])[] {
  const name = code.startsWith('aws:route53:') ? code : `aws:route53:${code}`
  if (!newest) return [['Region', name]]
  return [
    [
      'Location',
      new Map([
        ['Type', 'Region'],
        ['LocationName', name],
      ]),
    ],
  ]
}

function pointMembers(point: JsonObject, newest: boolean): readonly (readonly [string, Json])[] {
  const axes = [...point].filter(([key]) => key === 'Latitude' || key === 'Longitude')
  return newest ? [['Location', new Map<string, Json>([['Type', 'Coordinate'], ...axes])]] : axes
}

/** Of an alias target the evaluation of health is the branch’s; the rest is what the branch leads to already. */
function aliasTarget(branch: JsonObject, path: JsonPath, type: RuleSight['type']): Repair | null {
  const target = branch.get('AliasTarget')
  const leads = branch.has('EndpointReference') || branch.has('RuleReference')
  if (!isJsonObject(target) || !leads) return null
  const health = target.get('EvaluateTargetHealth')
  const kept =
    health === undefined || type === 'multivalue' || branch.has('EvaluateTargetHealth')
      ? []
      : [['EvaluateTargetHealth', health] as const]
  const title = `Remove AliasTarget, since the branch says what it leads to${kept.length > 0 ? ', and keep its EvaluateTargetHealth' : ''}`
  return repair(title, path, 'AliasTarget', replaced(branch, 'AliasTarget', kept))
}

function identifier(branch: JsonObject, path: JsonPath): Repair | null {
  if (!branch.has('SetIdentifier')) return null
  return repair(
    'Remove SetIdentifier, which the document has no place for and no need of',
    path,
    'SetIdentifier',
    replaced(branch, 'SetIdentifier', []),
  )
}

function repair(title: string, path: JsonPath, key: string, branch: JsonObject): Repair {
  return {
    code: 'repair/record-api',
    title,
    path: [...path, key],
    safe: true,
    mends: ['document/unknown-key'],
    edits: [{ op: 'set', path, value: branch }],
  }
}
