import { type ContinentCode, continentOf } from '../../../geo/continents'
import type { Target } from '../../../model/address'
import { prefixText } from '../../../model/dns/ip-prefix'
import type { Problem } from '../../../model/problem'
import { memberSubject } from '../../../policy/checked-policy'
import type { Rule } from '../../../rules'
import { placeKey } from '../../../rules/geolocation/location'
import { blockChains, defaultChain } from '../block-chains'
import { placesInOrder } from '../branch-values'
import type { LivePolicy } from '../live-policy'
import { nodeLoss } from '../losses'
import { continentKeys, countryKeys, IN_OCTODNS, NOT_IN_OCTODNS } from '../other-continents'
import { inTurn, type Stage, stagesKey, stagesOf } from './stages'

/** A rule of octoDNS: the blocks or places that it is for, none for everybody, and the pools in turn. */
export interface PlaceRule {
  readonly subnets: readonly string[]
  readonly geos: readonly string[]
  readonly stages: readonly Stage[]
}

/** The policy as rules, the smallest blocks or places first and everybody last; what is lost goes into `losses`. */
export function placeRules(policy: LivePolicy, start: Target, losses: Problem[]): readonly PlaceRule[] {
  const rule = start.kind === 'rule' ? policy.rules.get(start.id) : undefined
  if (rule?.type === 'geolocation') return geoRules(policy, start.id, rule, losses)
  if (rule?.type === 'ip-based') return subnetRules(policy, start.id, rule, losses)
  return [forEverybody(stagesOf(policy, start, null, losses))]
}

const forEverybody = (stages: readonly Stage[]): PlaceRule => ({ subnets: [], geos: [], stages })

/** Closes the rules with one for everybody, which octoDNS wants; where the policy has none, that is a loss. */
function closed(
  rules: readonly PlaceRule[],
  rest: PlaceRule | null,
  id: string,
  losses: Problem[],
): readonly PlaceRule[] {
  const [first] = rules
  if (rest || !first) return rest ? [...rules, rest] : rules
  const message = `octoDNS answers everybody: clients that no branch of rule “${id}” is for get what those of its first rule get.`
  losses.push(nodeLoss('default', 'warning', message, memberSubject({ kind: 'rule', id })))
  return [...rules, forEverybody(first.stages)]
}

function geoRules(
  policy: LivePolicy,
  id: string,
  rule: Rule<'geolocation'>,
  losses: Problem[],
): readonly PlaceRule[] {
  const live = placesInOrder(policy.branchesOf(rule))
  const byKey = new Map(live.map((each) => [placeKey(each.place), each]))
  const chainOf = (keys: readonly string[]) => keys.flatMap((key) => byKey.get(key) ?? [])
  // Unhealthy, a place falls through to the one around it.
  const stagesFor = (keys: readonly string[]) => inTurn(policy, chainOf(keys), losses)
  const strays = strayCountries(byKey, chainOf)
  const placed = (geos: readonly string[], keys: readonly string[]): PlaceRule => ({
    subnets: [],
    geos,
    stages: stagesFor(keys),
  })
  const states = live.flatMap(({ place }) =>
    place.kind === 'subdivision'
      ? [placed([`NA-US-${place.code}`], [placeKey(place), ...countryKeys('US')])]
      : [],
  )
  const countries = live.flatMap(({ place }) =>
    place.kind === 'country' && place.code !== NOT_IN_OCTODNS
      ? [placed([spelled(place.code)], countryKeys(place.code))]
      : [],
  )
  const continents = live.flatMap(({ place }) => (place.kind === 'continent' ? [place.code] : []))
  const claimed = (continent: string | null) =>
    strays.filter((each) => each.continent === continent).map(({ country }) => spelled(country))
  const around = claimantsFirst(continents, strays).map((code) =>
    placed([code, ...claimed(code)], continentKeys(code)),
  )
  const rest = byKey.has('default') ? forEverybody(stagesFor(['default'])) : null
  const unclaimed = rest && claimed(null).length > 0 ? [{ ...rest, geos: claimed(null) }] : []

  if (byKey.has(`country ${NOT_IN_OCTODNS}`)) {
    const message = `octoDNS knows no ${NOT_IN_OCTODNS}: clients in Kosovo get what rule “${id}” has for those around it.`
    losses.push(nodeLoss('country', 'warning', message, memberSubject({ kind: 'rule', id })))
  }
  return closed([...merged(states), ...merged(countries), ...unclaimed, ...around], rest, id, losses)
}

/** A country that octoDNS has on another continent than Route 53, where that would make an answer another. */
interface Stray {
  readonly country: string
  /** Its continent by Route 53, where the rule has a branch for it; else the default answers. */
  readonly continent: ContinentCode | null
}

function strayCountries(
  named: ReadonlyMap<string, unknown>,
  chainOf: (keys: readonly string[]) => readonly unknown[],
): readonly Stray[] {
  return IN_OCTODNS.flatMap(({ country, continent }) => {
    const own = continentOf(country)
    const [ours, theirs] = [chainOf(continentKeys(own)), chainOf(continentKeys(continent))]
    if (named.has(`country ${country}`) || ours[0] === theirs[0]) return []
    return [{ country, continent: named.has(`continent ${own ?? ''}`) ? own : null }]
  })
}

/** A continent that claims countries from others comes before them: octoDNS takes the first match. */
function claimantsFirst(continents: readonly string[], strays: readonly Stray[]): readonly string[] {
  const claims = (continent: string) => strays.some((each) => each.continent === continent)
  return [...continents.filter(claims), ...continents.filter((continent) => !claims(continent))]
}

/** A country as octoDNS spells it: `EU-FR`. */
function spelled(country: string): string {
  const theirs = IN_OCTODNS.find((each) => each.country === country)
  return `${theirs?.continent ?? continentOf(country) ?? ''}-${country}`
}

function subnetRules(
  policy: LivePolicy,
  id: string,
  rule: Rule<'ip-based'>,
  losses: Problem[],
): readonly PlaceRule[] {
  const live = policy.branchesOf(rule)
  const rules = blockChains(live).map(({ network, chain }) => ({
    length: network.length,
    subnets: [prefixText(network)],
    geos: [],
    stages: inTurn(policy, chain, losses),
  }))
  const rest = defaultChain(live)
  // Blocks of one length never lie in one another, so that those which lead alike can be one rule.
  const lengths = [...new Set(rules.map(({ length }) => length))]
  return closed(
    lengths.flatMap((length) => merged(rules.filter((each) => each.length === length))),
    rest.length > 0 ? forEverybody(inTurn(policy, rest, losses)) : null,
    id,
    losses,
  )
}

/** Rules that lead alike as one: octoDNS wants a pool of its own for each rule. */
function merged(rules: readonly PlaceRule[]): readonly PlaceRule[] {
  const byStages = new Map<string, PlaceRule>()
  for (const { subnets, geos, stages } of rules) {
    const key = stagesKey(stages)
    const same = byStages.get(key)
    byStages.set(key, {
      subnets: [...(same?.subnets ?? []), ...subnets],
      geos: [...(same?.geos ?? []), ...geos],
      stages,
    })
  }
  return [...byStages.values()]
}
