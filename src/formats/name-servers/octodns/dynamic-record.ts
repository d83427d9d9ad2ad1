import { continentOf } from '../../../geo/continents'
import type { Target } from '../../../model/address'
import type { Problem } from '../../../model/problem'
import { memberSubject } from '../../../policy/checked-policy'
import { type GeolocationPlace, placeKey } from '../../../rules/geolocation/location'
import { ELSEWHERE, placesInOrder } from '../branch-values'
import type { LivePolicy } from '../live-policy'
import { nodeLoss } from '../losses'
import { inTurn, type Stage, stagesOf } from './stages'

/** A rule of octoDNS: the places that it is for, none for everybody, and the pools in turn. */
export interface PlaceRule {
  readonly geos: readonly string[]
  readonly stages: readonly Stage[]
}

/** The policy as rules of places, the smallest first and everybody last; what is lost goes into `losses`. */
export function placeRules(policy: LivePolicy, start: Target, losses: Problem[]): readonly PlaceRule[] {
  const rule = start.kind === 'rule' ? policy.rules.get(start.id) : undefined
  if (rule?.type !== 'geolocation') return [{ geos: [], stages: stagesOf(policy, start, null, losses) }]
  const live = placesInOrder(policy.branchesOf(rule))
  const byPlace = new Map(live.map((each) => [placeKey(each.place), each]))
  const rules = live.map(({ place }) => ({
    geos: geosOf(place, byPlace),
    // Unhealthy, a place falls through to the one around it.
    stages: inTurn(
      policy,
      enclosing(place).flatMap((key) => byPlace.get(key) ?? []),
      losses,
    ),
  }))
  const [first] = rules
  if (byPlace.has('default') || first === undefined) return rules
  losses.push(
    nodeLoss(
      'default',
      'warning',
      `octoDNS answers everybody: clients outside the places of rule “${start.id}” get what its smallest place gets.`,
      memberSubject(start),
    ),
  )
  return [...rules, { geos: [], stages: first.stages }]
}

/** The keys of a place and of those around it. */
function enclosing(place: GeolocationPlace): readonly string[] {
  const own = placeKey(place)
  if (place.kind === 'subdivision') return [own, 'country US', 'continent NA', 'default']
  if (place.kind === 'country') return [own, `continent ${continentOf(place.code) ?? ''}`, 'default']
  return place.kind === 'continent' ? [own, 'default'] : [own]
}

/** A place as octoDNS spells it: `EU`, `EU-FR`, `NA-US-CA`. */
function geosOf(place: GeolocationPlace, others: ReadonlyMap<string, unknown>): readonly string[] {
  switch (place.kind) {
    case 'subdivision':
      return [`NA-US-${place.code}`]
    case 'country':
      return [spelled(place.code)]
    case 'continent':
      // Countries that Route 53 counts to this continent and octoDNS to another.
      return [
        place.code,
        ...Object.keys(ELSEWHERE)
          .filter((country) => continentOf(country) === place.code && !others.has(`country ${country}`))
          .map(spelled),
      ]
    case 'default':
    case 'none':
      return []
  }
}

function spelled(country: string): string {
  return `${ELSEWHERE[country] ?? continentOf(country) ?? ''}-${country}`
}
