import { toUnitVector, vectorDistanceKm } from '../../geo/distance'
import { estimateRoundTripMs, LATENCY_BASE_MS, LATENCY_MS_PER_KM } from '../../geo/latency'
import { regionByCode } from '../../geo/regions'
import type { GivenLatency } from '../../model/world'
import type { Client } from '../client'
import type { CostLine, Decision, Measures } from '../decision'
import { byPreference } from '../preference'

/** Ranks behind every Region that has a latency, however slow; document order breaks the tie. */
const UNKNOWN = Number.MAX_VALUE
/** Ranks before every Region: a member for Beijing and a client in China (route53.md 4.5, vector L3). */
const FOREMOST = -1

/**
 * The decision of a latency rule over Region codes (null where the branch names none). A given latency
 * wins over the estimate from distance; AWS's own table is not public (route53.md 4.5).
 */
export function byLatency(regions: readonly (string | null)[], given: readonly GivenLatency[]): Decision {
  const sites = regions.map((code) => siteOf(code, given))
  const costOf = (branch: number, client: Client) => {
    const site = sites[branch]
    return site ? (site.isBeijing && client.country === 'CN' ? FOREMOST : latencyOf(site, client)) : UNKNOWN
  }

  return byPreference({
    count: sites.length,
    cost: costOf,
    measures: (branch, client) => measuresOf(sites[branch], client),
    reasons: (branch, client) => {
      const cost = costOf(branch, client)
      if (cost === FOREMOST) return { won: 'client-in-china', lost: 'client-in-china' }
      if (cost < UNKNOWN) return { won: 'lowest-latency', lost: 'higher-latency' }
      return { won: 'first-in-document', lost: client.vector ? 'unknown-region' : 'later-in-document' }
    },
    undefinedFor: (client) => sites.every((_, branch) => costOf(branch, client) === UNKNOWN),
    costLines: linesOf(sites),
  })
}

type Site = ReturnType<typeof siteOf>

function siteOf(code: string | null, given: readonly GivenLatency[]) {
  const region = code === null ? undefined : regionByCode(code)
  const rows = given.filter((row) => row.region === code)
  return {
    isBeijing: code === 'cn-north-1',
    vector: region ? toUnitVector(region) : null,
    anywhere: rows.find((row) => row.country === null)?.milliseconds,
    byCountry: new Map(
      rows.flatMap((row) => (row.country === null ? [] : [[row.country, row.milliseconds] as const])),
    ),
  }
}

function givenOf(site: Site, country: string | null): number | undefined {
  return (country === null ? undefined : site.byCountry.get(country)) ?? site.anywhere
}

function latencyOf(site: Site, client: Client): number {
  const told = givenOf(site, client.country)
  if (told !== undefined) return told
  if (!site.vector || !client.vector) return UNKNOWN
  return estimateRoundTripMs(vectorDistanceKm(site.vector, client.vector))
}

/** The lines of every country that a latency is given for, or that Beijing treats apart; one set for all others. */
function linesOf(sites: readonly Site[]): (client: Client) => readonly CostLine[] {
  const apart = new Set(
    sites.flatMap(({ isBeijing, byCountry }) => [...(isBeijing ? ['CN'] : []), ...byCountry.keys()]),
  )
  const made = new Map<string | null, readonly CostLine[]>()
  return ({ country }) => {
    const key = country !== null && apart.has(country) ? country : null
    const known = made.get(key)
    if (known) return known
    const lines = sites.map((site) => lineOf(site, key))
    made.set(key, lines)
    return lines
  }
}

function lineOf(site: Site, country: string | null): CostLine {
  const told = givenOf(site, country)
  if (site.isBeijing && country === 'CN') return { site: site.vector, base: FOREMOST, perKm: 0 }
  if (told !== undefined) return { site: site.vector, base: told, perKm: 0 }
  return site.vector
    ? { site: site.vector, base: LATENCY_BASE_MS, perKm: LATENCY_MS_PER_KM }
    : { site: null, base: UNKNOWN, perKm: 0 }
}

function measuresOf(site: Site | undefined, client: Client): Measures {
  const latencyMs = site ? latencyOf(site, client) : UNKNOWN
  if (!site || latencyMs === UNKNOWN) return {}
  return {
    latencyMs,
    latencyFrom: givenOf(site, client.country) === undefined ? 'estimate' : 'given',
    ...(site.vector && client.vector ? { distanceKm: vectorDistanceKm(site.vector, client.vector) } : {}),
  }
}
