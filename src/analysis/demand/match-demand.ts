import type { Problem } from '../../model/problem'
import { failure, type Result, success } from '../../model/result'
import type { DemandPlace } from '../../scenario/demand-model'
import type { Demand, DemandPoint } from './demand'
import {
  createMatcher,
  type Geography,
  type MatchedTown,
  type MatchKind,
  type WrittenDemand,
} from './place-matcher'

export interface MatchedDemand {
  readonly demand: Demand
  /** The places that rows were understood to mean, each once, as coarse as the rows had them. */
  readonly places: readonly DemandPlace[]
  /** How many rows, and what part (0…1) of all weight, was understood in each way. */
  readonly matched: Readonly<Record<MatchKind, { readonly rows: number; readonly part: number }>>
  /** Rows that were understood only in part, with the reason. */
  readonly doubts: readonly UnmatchedRow[]
  /** Rows that were left out, with the reason. */
  readonly unmatched: readonly UnmatchedRow[]
  /** The part of all weight that was left out, in 0…1. */
  readonly unmatchedPart: number
}

export interface UnmatchedRow {
  readonly line: number
  readonly weight: number
  /** In a sentence. */
  readonly reason: string
}

/**
 * Demand from rows of a table; `name` is what the table is called. A row of a country or state is divided among its
 * towns by inhabitants. Fails when no row means a place that is known.
 */
export function matchDemand(
  rows: readonly WrittenDemand[],
  name: string,
  geography: Geography,
): Result<MatchedDemand> {
  const { find } = createMatcher(geography)
  const meant = new Map<string, { readonly place: DemandPlace; readonly towns: readonly MatchedTown[] }>()
  const counts: Record<MatchKind, { rows: number; weight: number }> = {
    coordinates: { rows: 0, weight: 0 },
    city: { rows: 0, weight: 0 },
    subdivision: { rows: 0, weight: 0 },
    country: { rows: 0, weight: 0 },
  }
  const doubts: UnmatchedRow[] = []
  const unmatched: UnmatchedRow[] = []
  let total = 0
  for (const row of rows) {
    const { line, weight } = row
    total += weight
    const match = find(row)
    if (match.kind === 'none') {
      unmatched.push({ line, weight, reason: match.reason })
      continue
    }
    if (match.doubt !== null) doubts.push({ line, weight, reason: match.doubt })
    counts[match.kind].rows++
    counts[match.kind].weight += weight
    const place = placeOf(match.kind, match.places[0]?.point ?? null)
    const placeKey = JSON.stringify(place)
    const sum = (meant.get(placeKey)?.place.weight ?? 0) + weight
    meant.set(placeKey, { place: { ...place, weight: sum }, towns: match.places })
  }
  const [first] = unmatched
  if (meant.size === 0) {
    return failure(nothing(first ? `Line ${first.line}: ${first.reason}` : 'It has no rows.'))
  }
  const left = unmatched.reduce((sum, row) => sum + row.weight, 0)
  const partOf = ({ rows: count, weight }: { rows: number; weight: number }) => ({
    rows: count,
    part: weight / total,
  })
  return success({
    demand: {
      source: sourceOf(name, rows.length, unmatched.length, left / total),
      unit: 'of the table',
      points: pointsOf([...meant.values()]),
    },
    places: [...meant.values()].map(({ place }) => place),
    matched: {
      coordinates: partOf(counts.coordinates),
      city: partOf(counts.city),
      subdivision: partOf(counts.subdivision),
      country: partOf(counts.country),
    },
    doubts,
    unmatched,
    unmatchedPart: left / total,
  })
}

/** The points of what was meant, each once. Rows are added up before: a country has hundreds of towns. */
function pointsOf(
  meant: readonly { readonly place: DemandPlace; readonly towns: readonly MatchedTown[] }[],
): readonly DemandPoint[] {
  const points = new Map<string, DemandPoint>()
  for (const { place, towns } of meant) {
    for (const { point, part } of towns) {
      const key = `${point.country} ${point.coordinates.latitude} ${point.coordinates.longitude}`
      const known = points.get(key)
      points.set(key, { ...point, weight: (known?.weight ?? 0) + place.weight * part })
    }
  }
  return [...points.values()]
}

/** What was meant, in the words of the tables of places. */
function placeOf(kind: MatchKind, point: Omit<DemandPoint, 'weight'> | null): Omit<DemandPlace, 'weight'> {
  const { name = null, country = null, subdivision = null, coordinates = null } = point ?? {}
  return {
    country,
    subdivision: kind === 'country' ? null : subdivision,
    city: kind === 'city' || kind === 'coordinates' ? name : null,
    coordinates: kind === 'coordinates' ? coordinates : null,
  }
}

function sourceOf(name: string, rows: number, left: number, leftPart: number): string {
  const used = `${(rows - left).toLocaleString('en')} of ${rows.toLocaleString('en')} rows`
  const missing = left === 0 ? '' : `, without ${(leftPart * 100).toFixed(1)} % of the weight`
  return `${name}: ${used}${missing}; countries and states divided among their towns by inhabitants (GeoNames, CC BY 4.0)`
}

function nothing(reason: string): Problem {
  return {
    code: 'demand/nothing-matched',
    severity: 'error',
    message: `No row of this table means a place that is known. ${reason}`,
    path: [],
  }
}
