import type { Distribution } from '../engine/distribution'
import type { EndpointId } from '../model/address'
import type { DemandPoint } from './demand/demand'
import type { PlaceAnswers } from './demand/place-answers'
import type { PreparedDemand } from './demand/prepared-demand'

/** Demand that leaves one endpoint for another; null stands for no answer. */
export interface Move {
  readonly from: EndpointId | null
  readonly to: EndpointId | null
  /** The part of the world's demand that moves. */
  readonly share: number
  /** The places that it comes from, the largest first. */
  readonly places: readonly MovedPlace[]
}

export interface MovedPlace {
  readonly point: DemandPoint
  /** The part of the world's demand that moves here. */
  readonly share: number
}

/** What moves between two answers for every place of one demand, the largest moves first. */
export function biggestMovers(
  before: PlaceAnswers,
  after: PlaceAnswers,
  { points, parts }: PreparedDemand,
): readonly Move[] {
  const shifts = shiftsBetween(before.mixes, after.mixes)
  const moves = new Map<string, { move: Omit<Move, 'share' | 'places'>; places: MovedPlace[] }>()
  points.forEach((point, index) => {
    const part = parts[index] ?? 0
    for (const { key, from, to, part: moved } of shifts(
      before.points[index] ?? 0,
      after.points[index] ?? 0,
    )) {
      const known = moves.get(key) ?? { move: { from, to }, places: [] }
      moves.set(key, known)
      known.places.push({ point, share: part * moved })
    }
  })
  return [...moves.values()]
    .map(({ move, places }) => ({
      ...move,
      share: totalOf(places),
      places: places.sort((a, b) => b.share - a.share),
    }))
    .sort((a, b) => b.share - a.share)
}

/** The part of the world's demand that moves in all, in 0…1. */
export function movedShare(moves: readonly Move[]): number {
  return totalOf(moves)
}

interface Shift {
  readonly key: string
  readonly from: EndpointId | null
  readonly to: EndpointId | null
  /** The part of a place's demand that moves. */
  readonly part: number
}

/** What moves between a mix of one list and a mix of another; found once for each pair that occurs. */
function shiftsBetween(before: readonly Distribution[], after: readonly Distribution[]) {
  const known = new Map<number, readonly Shift[]>()
  return (from: number, to: number): readonly Shift[] => {
    const pair = from * after.length + to
    const found = known.get(pair) ?? shiftsOf(partsOf(before[from]), partsOf(after[to]))
    known.set(pair, found)
    return found
  }
}

type Parts = ReadonlyMap<EndpointId | null, number>

function partsOf(mix: Distribution | undefined): Parts {
  const endpoints = mix?.endpoints.map(({ endpoint, probability }) => [endpoint, probability] as const) ?? []
  return new Map<EndpointId | null, number>([...endpoints, [null, mix?.nodata ?? 0]])
}

/** Less than this part of a place is a matter of rounding. */
const NOTHING = 1e-12

function shiftsOf(before: Parts, after: Parts): readonly Shift[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])]
  const gains = ids.map((id) => ({ id, by: (after.get(id) ?? 0) - (before.get(id) ?? 0) }))
  const gaining = gains.filter(({ by }) => by > NOTHING)
  const gained = gaining.reduce((sum, { by }) => sum + by, 0)
  // Where several lose and several gain, each loser's part is divided as the gains are.
  return gains
    .filter(({ by }) => by < -NOTHING)
    .flatMap(({ id: from, by: lost }) =>
      gaining.map(({ id: to, by }) => ({
        key: JSON.stringify([from, to]),
        from,
        to,
        part: (-lost * by) / gained,
      })),
    )
}

function totalOf(items: readonly { readonly share: number }[]): number {
  return items.reduce((sum, { share }) => sum + share, 0)
}
