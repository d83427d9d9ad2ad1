import { type CompiledPolicy, compilePolicy } from '../../engine/compile'
import { type Distribution, distributionFor } from '../../engine/distribution'
import type { IpPrefix } from '../../model/dns/ip-prefix'
import type { Place } from '../../model/query'
import { runSteps } from '../../model/run-steps'
import { ALL_UP, type World } from '../../model/world'
import type { Policy } from '../../policy/policy'
import { toClient } from '../../rules/client'
import { addressClasses } from './addresses'
import { rankedPoints } from './border-points'
import { type Failure, failuresOf, worldWith } from './failures'
import { type AnswerOf, withAnswersAsIds } from './same-ids'
import { territoryClasses } from './territories'

/** What was compared. Every figure but those of points is all there is. */
export interface Coverage {
  /** Classes of countries and US states that all rules treat alike; every country and state is in one. */
  readonly territories: number
  /** Blocks of addresses that IP-based rules tell apart, and none of them; 1 where addresses mean nothing. */
  readonly addresses: number
  /** Orders of nearness: points that rank locations differently, and none known; 0 where coordinates mean nothing. */
  readonly points: number
  /** How many such orders the sample shows; more than `points` where there are too many to compare all. */
  readonly pointsFound: number
  /** How many points were looked at to find them: they are a sample, with both sides of every border in it. */
  readonly pointsTried: number
  /** Nothing broken, each endpoint and each health check alone, and all endpoints together. */
  readonly failures: number
  /** Distributions compared. */
  readonly comparisons: number
}

/** Whether two policies answer alike; where they do not, one case of it. */
export type Equivalence =
  | { readonly kind: 'equal'; readonly coverage: Coverage }
  | {
      readonly kind: 'different'
      readonly place: Place
      /** The client's address; null where it does not matter or is in no block. */
      readonly address: IpPrefix | null
      readonly failure: Failure
      /** By what endpoints answer with, in place of their ids. */
      readonly before: Distribution
      readonly after: Distribution
    }

/** Most distributions compared; with more, fewer points are looked at. */
const MOST_COMPARISONS = 60_000
/** How far two probabilities may lie apart: they are the same sums in another order. */
const ROUNDING = 1e-9

/** How far a comparison is: distributions compared, of how many. */
export interface Progress {
  readonly done: number
  readonly total: number
}

/** Progress is told whenever so many more distributions were compared. */
const STEP = 250

/**
 * Compares two policies by the engine's exact distribution of answers: in every class of countries and states, at
 * points on both sides of every border between locations, under every single failure. `answerOf` says what an
 * endpoint answers with, since ids may differ. Latencies and the bias formula are those of `world`.
 */
export function proveEqual(
  before: Policy,
  after: Policy,
  answerOf: AnswerOf,
  world: World = ALL_UP,
): Equivalence {
  return runSteps(equivalenceSteps(before, after, answerOf, world))
}

/** The same comparison, which tells from time to time how far it is. */
export function* equivalenceSteps(
  before: Policy,
  after: Policy,
  answerOf: AnswerOf,
  world: World,
): Generator<Progress, Equivalence> {
  const told = withAnswersAsIds(before, answerOf)
  const policies = [told, withAnswersAsIds(after, answerOf)]
  const endpoints = policies.flatMap((policy) => [...policy.endpoints.keys()])
  const compileIn = (each: World): readonly CompiledPolicy[] =>
    policies.map((policy) => compilePolicy(policy, each))
  const whole = compileIn(worldWith({ kind: 'none' }, world, endpoints, told))
  const territories = territoryClasses(whole)
  const failures = failuresOf(policies)
  const addresses = addressClasses(policies)
  const found = rankedPoints(whole, territories)
  const points =
    found.points.length === 0
      ? []
      : [null, ...thinned(found.points, territories.length * addresses.length * failures.length)]
  const places = territories.flatMap((territory): readonly Place[] =>
    points.length === 0 ? [territory] : points.map((coordinates) => ({ ...territory, coordinates })),
  )

  const total = places.length * addresses.length * failures.length
  let done = 0
  for (const failure of failures) {
    const [one, other] = compileIn(worldWith(failure, world, endpoints, told))
    if (!one || !other) break
    for (const place of places) {
      for (const address of addresses) {
        if (done % STEP === 0) yield { done, total }
        done += 1
        const client = toClient(place, address)
        const [was, is] = [distributionFor(one, client), distributionFor(other, client)]
        if (sameDistribution(was, is)) continue
        return { kind: 'different', place, address, failure, before: was, after: is }
      }
    }
  }
  return {
    kind: 'equal',
    coverage: {
      territories: territories.length,
      addresses: addresses.length,
      points: points.length,
      pointsFound: points.length === 0 ? 0 : found.points.length + 1,
      pointsTried: found.tried,
      failures: failures.length,
      comparisons: total,
    },
  }
}

/** As many of the points as may be compared, evenly chosen. */
function thinned<T>(points: readonly T[], timesEach: number): readonly T[] {
  const most = Math.max(16, Math.floor(MOST_COMPARISONS / timesEach))
  if (points.length <= most) return points
  return Array.from(
    { length: most },
    (_, index) => points[Math.floor((index * points.length) / most)],
  ).filter((point) => point !== undefined)
}

function sameDistribution(a: Distribution, b: Distribution): boolean {
  if (a.endpoints.length !== b.endpoints.length || Math.abs(a.nodata - b.nodata) > ROUNDING) return false
  const others = new Map(b.endpoints.map(({ endpoint, probability }) => [endpoint, probability]))
  return a.endpoints.every(
    ({ endpoint, probability }) => Math.abs((others.get(endpoint) ?? Number.NaN) - probability) <= ROUNDING,
  )
}
