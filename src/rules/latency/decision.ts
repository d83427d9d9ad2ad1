import { toUnitVector, vectorDistanceKm } from '../../geo/distance'
import { estimateRoundTripMs, LATENCY_BASE_MS, LATENCY_MS_PER_KM } from '../../geo/latency'
import { regionByCode } from '../../geo/regions'
import type { GivenLatency } from '../../model/world'
import type { Client } from '../client'
import type { CostLine, Decision, Measures } from '../decision'
import { byNearness, UNKNOWN_LINE } from '../nearness'

/** Ranks before every Region: a member for Beijing and a client in China (route53.md 4.5, vector L3). */
const FOREMOST = -1

/**
 * The decision of a latency rule over Region codes (null where the branch names none). A given latency
 * wins over the estimate from distance; AWS's own table is not public (route53.md 4.5).
 */
export function byLatency(regions: readonly (string | null)[], given: readonly GivenLatency[]): Decision {
  const sites = regions.map((code) => siteOf(code, given))
  return byNearness({
    count: sites.length,
    linesFor: linesOf(sites),
    measures: (branch, client) => measuresOf(sites[branch], client),
    reasons: (lowestCost) =>
      lowestCost === FOREMOST
        ? { won: 'client-in-china', lost: 'client-in-china' }
        : { won: 'lowest-latency', lost: 'higher-latency' },
  })
}

type Site = ReturnType<typeof siteOf>

function siteOf(code: string | null, given: readonly GivenLatency[]) {
  const region = code === null ? undefined : regionByCode(code)
  const rows = given.filter((row) => row.region === code)
  return {
    isBeijing: code === 'cn-north-1',
    vector: region ? toUnitVector(region) : null,
    anywhere: rows.findLast((row) => row.country === null)?.milliseconds,
    byCountry: new Map(
      rows.flatMap((row) => (row.country === null ? [] : [[row.country, row.milliseconds] as const])),
    ),
  }
}

function givenOf(site: Site, country: string | null): number | undefined {
  return (country === null ? undefined : site.byCountry.get(country)) ?? site.anywhere
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
  return site.vector ? { site: site.vector, base: LATENCY_BASE_MS, perKm: LATENCY_MS_PER_KM } : UNKNOWN_LINE
}

function measuresOf(site: Site | undefined, { vector, country }: Client): Measures {
  const distanceKm = site?.vector && vector ? vectorDistanceKm(site.vector, vector) : undefined
  const distance = distanceKm === undefined ? {} : { distanceKm }
  const told = site && givenOf(site, country)
  if (told !== undefined) return { latencyMs: told, latencyFrom: 'given', ...distance }
  if (distanceKm === undefined) return {}
  return { latencyMs: estimateRoundTripMs(distanceKm), latencyFrom: 'estimate', ...distance }
}
