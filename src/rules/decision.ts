import type { UnitVector } from '../geo/distance'
import type { Client } from './client'

/**
 * What a rule decides for one client, as exact probabilities; branches by index.
 * A rule never draws: only the engine does, from a seed.
 */
export type Choice =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly branch: number }
  | {
      readonly kind: 'split'
      readonly branches: readonly number[]
      readonly probabilities: readonly number[]
    }
  | { readonly kind: 'upTo'; readonly count: number; readonly branches: readonly number[] }

/** Why a branch was taken or passed over. */
export type Reason =
  | 'primary'
  | 'secondary'
  | 'not-needed'
  | 'drawn-by-weight'
  | 'weight-zero'
  | 'smallest-place'
  | 'larger-place'
  | 'other-place'
  | 'lowest-latency'
  | 'higher-latency'
  | 'client-in-china'
  | 'nearest'
  | 'farther'
  | 'first-in-document'
  | 'later-in-document'
  | 'among-answers'
  | 'unhealthy'
  | 'last-resort'
  | 'unknown-region'
  | 'no-target'

/** A reason that one rule type alone gives; its definition has the words: `ip-based/longest-block`. */
export type OwnReason = `${string}/${string}`

/** What a branch was worth to the rule; only the measures that the rule type uses. */
export interface Measures {
  readonly weight?: number
  readonly distanceKm?: number
  readonly bias?: number
  readonly biasedDistanceKm?: number
  readonly latencyMs?: number
  /** Whether the latency was given by the user or estimated from distance. */
  readonly latencyFrom?: 'given' | 'estimate'
  /** The block of addresses that holds the asker's: `192.0.2.0/24`. */
  readonly block?: string
}

/** One line of a rule's reasoning. */
export interface Candidate {
  readonly branch: number
  readonly taken: boolean
  readonly healthy: boolean
  /** Probability that the rule takes (multivalue: includes) this branch. */
  readonly probability: number
  readonly reason: Reason | OwnReason
  readonly measures: Measures
}

/** Health of a rule's branches, which the engine knows: own check and target (route53.md 4.2). */
export interface BranchHealth {
  healthy(branch: number, client: Client): boolean
}

/** What a branch costs a client as a straight line in its distance: base + perKm × kilometres from the site. */
export interface CostLine {
  /** Where the branch stands; null where that is not known, and then only `base` counts. */
  readonly site: UnitVector | null
  readonly base: number
  readonly perKm: number
}

/** A rule made ready for many queries. Pure: the same client and health give the same choice. */
export interface Decision {
  choose(client: Client, health: BranchHealth): Choice
  /** The same choice with every candidate and its reason, in the order of preference. */
  explain(client: Client, health: BranchHealth): readonly Candidate[]
  /** Whether the group as an alias target is healthy for this client (route53.md 4.2). */
  groupHealthy(client: Client, health: BranchHealth): boolean
  /** Whether `groupHealthy` depends on who asks, even with the same health of every branch. */
  readonly groupHealthVaries: boolean
  /** Whether AWS leaves the answer open for this client, so that we take document order (9.6). */
  undefinedFor(client: Client, health: BranchHealth): boolean
  /**
   * For a decision by nearness, the cost of each branch for all clients of this one's country, wherever they
   * stand: the lowest among the healthy ones is what `choose` takes, the first of equals. The same object for
   * all who are treated alike. Null for a decision to which coordinates mean nothing.
   */
  readonly costLines: ((client: Client) => readonly CostLine[]) | null
}

export const NONE: Choice = { kind: 'none' }

/** Choices of a single branch, made once so that the hot path allocates nothing. */
export function singles(count: number): readonly Choice[] {
  return Array.from({ length: count }, (_, branch) => ({ kind: 'one', branch }))
}

export function anyHealthy(count: number, client: Client, health: BranchHealth): boolean {
  for (let branch = 0; branch < count; branch++) if (health.healthy(branch, client)) return true
  return false
}
