import type { Client } from '../client'
import {
  type BranchHealth,
  type Candidate,
  type Choice,
  type Decision,
  NONE,
  type OwnReason,
  type Reason,
  singles,
} from '../decision'
import type { GeolocationPlace } from './location'

const NO_BRANCH = -1

/** Why branches of a geolocation rule are taken where it is not as the smallest place, in words. */
export const REASONS = {
  'geolocation/default': 'No other place here covers the client',
  'geolocation/next-place': 'The next larger place that is healthy',
  'geolocation/healthy-default': 'Every other place here that covers the client is unhealthy',
} as const satisfies Readonly<Record<OwnReason, string>>

/**
 * The decision of a geolocation rule: the client's chain is state, country, continent, default, as far
 * as the rule has them; the first healthy one answers, else the smallest (route53.md 4.5, geo).
 */
export function byPlace(places: readonly GeolocationPlace[]): Decision {
  const choices = singles(places.length)
  const countries = indexOf(places, (place) => (place.kind === 'country' ? place.code : null))
  const continents = indexOf(places, (place) => (place.kind === 'continent' ? place.code : null))
  const states = indexOf(places, (place) =>
    place.kind === 'subdivision' && place.country === 'US' ? place.code : null,
  )
  const fallback = places.findIndex((place) => place.kind === 'default')

  /** The branch of the chain's link 0…3 (state, country, continent, default), or NO_BRANCH. */
  function link(depth: number, { country, subdivision, continent }: Client): number {
    if (depth === 3) return fallback
    // A country without a continent is one that Route 53 has no addresses of: nobody is ever found there.
    if (country === null || continent === null) return NO_BRANCH
    if (depth === 2) return continents.get(continent) ?? NO_BRANCH
    if (depth === 1) return countries.get(country) ?? NO_BRANCH
    return country === 'US' && subdivision !== null ? (states.get(subdivision) ?? NO_BRANCH) : NO_BRANCH
  }

  function winnerFor(client: Client, health: BranchHealth): number {
    let smallest = NO_BRANCH
    for (let depth = 0; depth < 4; depth++) {
      const branch = link(depth, client)
      if (branch === NO_BRANCH) continue
      if (health.healthy(branch, client)) return branch
      if (smallest === NO_BRANCH) smallest = branch
    }
    return smallest
  }

  function chainFor(client: Client): readonly number[] {
    return [0, 1, 2, 3].map((depth) => link(depth, client)).filter((branch) => branch !== NO_BRANCH)
  }

  /** Why a healthy branch of the chain answers. */
  function whyTaken(branch: number, isFirst: boolean): Reason | keyof typeof REASONS {
    if (branch === fallback) return isFirst ? 'geolocation/default' : 'geolocation/healthy-default'
    return isFirst ? 'smallest-place' : 'geolocation/next-place'
  }

  return {
    choose(client, health): Choice {
      return choices[winnerFor(client, health)] ?? NONE
    },
    explain(client, health): readonly Candidate[] {
      const chain = chainFor(client)
      const winner = winnerFor(client, health)
      const others = places.map((_, branch) => branch).filter((branch) => !chain.includes(branch))
      return [...chain, ...others].map((branch) => {
        const healthy = health.healthy(branch, client)
        const taken = branch === winner
        const passed = chain.includes(branch) ? (healthy ? 'larger-place' : 'unhealthy') : 'other-place'
        return {
          branch,
          taken,
          healthy,
          probability: taken ? 1 : 0,
          reason: taken ? (healthy ? whyTaken(branch, branch === chain[0]) : 'last-resort') : passed,
          measures: {},
        }
      })
    },
    // An empty chain is no answer, which is final and not a failure of health (9.4, 9.5).
    groupHealthy(client, health) {
      const chain = chainFor(client)
      return chain.length === 0 || chain.some((branch) => health.healthy(branch, client))
    },
    groupHealthVaries: true,
    undefinedFor: () => false,
    costLines: null,
  }
}

// The first of two members for one place counts; the second is reported as an error (V22).
function indexOf(
  places: readonly GeolocationPlace[],
  codeOf: (place: GeolocationPlace) => string | null,
): ReadonlyMap<string, number> {
  const index = new Map<string, number>()
  places.forEach((place, branch) => {
    const code = codeOf(place)
    if (code !== null && !index.has(code)) index.set(code, branch)
  })
  return index
}
