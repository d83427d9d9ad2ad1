import type { Json } from '../../model/json'
import { quote } from '../../model/problem-kind'
import { continentCode, countryCode } from './places'
import { regionCodeOf } from './region-words'
import type { Repair } from './repair'
import { keysOf, type RuleSight, type Sight } from './sight'

/** A rule over Regions that are all continents or countries, so that geolocation was meant. */
export function repairMisnamedRules({ rules }: Sight): readonly Repair[] {
  return rules.flatMap((rule) =>
    rule.type === 'latency' || rule.type === 'geoproximity' ? asGeolocation(rule, rule.type) : [],
  )
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
