import { isJsonArray, isJsonObject, type Json } from '../../model/json'
import { quote } from '../../model/problem-kind'
import { RULES, type RuleType } from '../../rules'
import { continentCode, countryCode } from './places'
import { regionCodeOf } from './region-words'
import type { Repair } from './repair'
import { bare, keysOf, type RuleSight, type Sight } from './sight'

/**
 * A rule of a type that its branches are not of: over Regions that are all continents or countries, so that
 * geolocation was meant; with a Primary and a Secondary, so that failover was.
 */
export function repairMisnamedRules({ rules }: Sight): readonly Repair[] {
  return rules.flatMap((rule) => {
    if (rule.type === null || rule.type === 'failover') return []
    const places =
      rule.type === 'latency' || rule.type === 'geoproximity' ? asGeolocation(rule, rule.type) : []
    return [...places, ...withSides(rule, rule.type)]
  })
}

/** A rule with two sides in the place of its list: a failover rule, or one whose list has two members. */
function withSides({ id, member, path }: RuleSight, type: RuleType): readonly Repair[] {
  const [list = ''] = keysOf(type)
  const [primary, secondary] = keysOf('failover').map((key) => member.get(key))
  const held = member.get(list)
  const isFree = held == null || (isJsonArray(held) && held.length === 0)
  if (primary == null || secondary == null || !isFree) return []
  const { documentType, settings } = RULES[type]
  const own = Object.keys(settings).map(bare)
  const isSet = [primary, secondary].every(
    (side) => isJsonObject(side) && [...side.keys()].some((key) => own.includes(bare(key))),
  )
  const mended: Pick<Repair, 'code' | 'title' | 'edits'> = isSet
    ? {
        code: 'repair/list',
        title: `Make Primary and Secondary the two members of ${list}, where a ${documentType} rule keeps its branches`,
        edits: [
          { op: 'set', path: [...path, list], value: [primary, secondary] },
          ...keysOf('failover').map((key) => ({ op: 'remove' as const, path: [...path, key] })),
        ],
      }
    : {
        code: 'repair/rule-type',
        title: `Write the type ${documentType} of rule ${quote(id)} as failover, since it has a Primary and a Secondary`,
        edits: [{ op: 'set', path: [...path, 'RuleType'], value: 'failover' }],
      }
  return [{ ...mended, path, safe: true, mends: ['document/branches'] }]
}

function asGeolocation(
  { id, member, path, branches }: RuleSight,
  type: 'latency' | 'geoproximity',
): readonly Repair[] {
  const places = branches.map(({ branch }) => placeOf(branch.get('Region')))
  const [first] = branches
  if (!first || places.includes(null)) return []
  const locations = branches.map(
    ({ branch }, index) =>
      new Map([...branch].map((entry) => (entry[0] === 'Region' ? (places[index] ?? entry) : entry))),
  )
  const [list] = keysOf(type)
  const rule = new Map(
    [...member].map(([key, value]): readonly [string, Json] =>
      key === 'RuleType' ? [key, 'geo'] : key === list ? ['Locations', locations] : [key, value],
    ),
  )
  return [
    {
      code: 'repair/rule-type',
      title: `Make rule ${quote(id)} a geo rule, since its Regions are continents and countries`,
      path: [...first.path, 'Region'],
      safe: false,
      mends: ['latency/unknown-region', 'geoproximity/unknown-region', 'geoproximity/name-prefix'],
      edits: [{ op: 'set', path, value: rule }],
    },
  ]
}

function placeOf(region: Json | undefined): readonly [string, Json] | null {
  if (typeof region !== 'string' || regionCodeOf(region) !== null) return null
  const continent = continentCode(region)
  if (continent !== null) return ['Continent', continent]
  const country = countryCode(region)
  return country === null ? null : ['Country', country]
}
