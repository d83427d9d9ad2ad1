import { localZoneGroupOf } from '../../geo/local-zones'
import { readable } from '../../model/field'
import type { BranchByType, Rule, RuleOf, RuleType } from '../../rules'
import { placeOf } from '../../rules/geolocation/location'
import type { GeoproximityLocation } from '../../rules/geoproximity/location'
import { isDefaultLocation } from '../../rules/ip-based/location'
import { effectiveWeight } from '../../rules/weighted/definition'
import type { RecordSite, Routing } from './record-set'

/** How a branch is chosen, as a record set says it. */
export interface BranchRouting {
  /** Null when no record set can be chosen so. */
  readonly routing: Routing | null
  /** What it says otherwise than the policy: `The weight 300 becomes 255.`; null where it says the same. */
  readonly change: string | null
  /** What no two sets of a name may share: a place, a Region; null where any may be alike. */
  readonly place: string | null
  /** The blocks of addresses that it is chosen for; absent where it does not go by them. */
  readonly blocks?: readonly string[]
}

type Write<T extends RuleType> = (branch: BranchByType[T], rule: RuleOf<T, BranchByType[T]>) => BranchRouting

/** By rule type; one that is not here cannot be said by record sets. */
const WRITERS: { readonly [T in RuleType]?: Write<T> } = {
  weighted: (branch) => {
    const meant = effectiveWeight(branch)
    const weight = Math.min(255, Math.round(meant))
    const change = weight === meant ? null : `The weight ${meant} becomes ${weight}.`
    return { routing: { kind: 'weighted', weight }, change, place: null }
  },
  failover: ({ id }) => {
    const role = id === 'primary' ? 'PRIMARY' : 'SECONDARY'
    return { routing: { kind: 'failover', role }, change: null, place: role }
  },
  geolocation: (branch) => {
    const place = placeOf(branch)
    switch (place.kind) {
      case 'none':
        return UNPLACED
      case 'default':
        return inCountry('*', null)
      case 'country':
        return inCountry(place.code, null)
      case 'subdivision':
        return inCountry(place.country, place.code)
      case 'continent':
        return {
          routing: { kind: 'geolocation', place: { continent: place.code } },
          change: null,
          place: `continent ${place.code}`,
        }
    }
  },
  latency: (branch) => {
    const region = readable(branch.region)
    if (region === undefined || region === '') return UNPLACED
    return { routing: { kind: 'latency', region }, change: null, place: region }
  },
  geoproximity: (branch) => {
    const sited = siteOf(branch.location)
    if (sited === null) return UNPLACED
    const meant = readable(branch.bias) ?? 0
    const bias = Math.min(99, Math.max(-99, Math.round(meant)))
    const biasChange = bias === meant ? null : `The bias ${meant} becomes ${bias}.`
    return {
      routing: { kind: 'geoproximity', site: sited.site, bias },
      change: [sited.change, biasChange].filter((part) => part !== null).join(' ') || null,
      place: JSON.stringify(sited.site),
    }
  },
  multivalue: () => ({ routing: { kind: 'multivalue' }, change: null, place: null }),
  // The collection is told by the rule, which the writer of the whole policy knows.
  'ip-based': (branch) => {
    const location = readable(branch.locationName)
    if (location === undefined || location === '') return UNPLACED
    return {
      routing: { kind: 'cidr', collection: '', location },
      change: null,
      place: location,
      ...(isDefaultLocation(branch) ? {} : { blocks: readable(branch.blocks) ?? [] }),
    }
  },
}

/** How each branch of a rule is chosen, in order. */
export function branchRoutings(rule: Rule): readonly BranchRouting[] {
  return routingsOf(rule)
}

function routingsOf<T extends RuleType>(rule: RuleOf<T, BranchByType[T]>): readonly BranchRouting[] {
  const write = WRITERS[rule.type]
  return rule.branches.map((branch) => (write ? write(branch, rule) : UNPLACED))
}

const UNPLACED: BranchRouting = { routing: null, change: null, place: null }

function inCountry(country: string, subdivision: string | null): BranchRouting {
  return {
    routing: { kind: 'geolocation', place: { country, subdivision } },
    change: null,
    place: `country ${country} ${subdivision ?? ''}`,
  }
}

function siteOf(location: GeoproximityLocation): { site: RecordSite; change: string | null } | null {
  switch (location.kind) {
    case 'region': {
      const region = readable(location.name)
      return region ? { site: { kind: 'region', region }, change: null } : null
    }
    case 'localZone': {
      const zone = readable(location.name)
      if (!zone) return null
      // The record API names the group, which is the zone's name without its last letter (route53.md 7).
      return {
        site: { kind: 'localZoneGroup', group: localZoneGroupOf(zone)?.code ?? zone.replace(/[a-z]$/, '') },
        change: null,
      }
    }
    case 'coordinates': {
      const latitude = readable(location.latitude)
      const longitude = readable(location.longitude)
      if (latitude === undefined || longitude === undefined) return null
      const [a, b] = [hundredths(latitude), hundredths(longitude)]
      const exact = Number(a) === latitude && Number(b) === longitude
      const change = exact ? null : `The point ${latitude}, ${longitude} becomes ${a}, ${b}.`
      return { site: { kind: 'coordinates', latitude: a, longitude: b }, change }
    }
    case 'none':
    case 'unreadable':
      return null
  }
}

/** Degrees with two decimals at most, as the record API demands (route53.md 2.2). */
function hundredths(degrees: number): string {
  return String(Math.round(degrees * 100) / 100)
}
