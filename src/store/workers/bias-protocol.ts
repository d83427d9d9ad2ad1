import type { BorderPull } from '../../analysis/tuning/pull-border'
import type { BiasRequest, Progress } from '../../analysis/tuning/solve-biases'
import type { TargetOutcome, TunedLocation } from '../../analysis/tuning/tune'
import type { BranchId, EndpointId, RuleId, Target } from '../../model/address'
import type { Problem } from '../../model/problem'
import type { Place } from '../../model/query'
import type { World } from '../../model/world'
import type { Capacities } from '../../scenario/capacities'
import type { DemandModel } from '../../scenario/demand-model'
import type { PolicyDelta } from '../coverage/coverage-delta'

/** What can be asked about biases. Of each kind only the newest question is answered. */
export type BiasJob =
  | { readonly kind: 'pull'; readonly rule: RuleId; readonly branch: BranchId; readonly place: Place }
  | { readonly kind: 'tune'; readonly request: BiasRequest }
  | {
      readonly kind: 'rollout'
      readonly rule: RuleId
      /** Of all locations, in the order of the document. */
      readonly goal: readonly number[]
      /** The part of the world's demand (0…1) that one version may move. */
      readonly mostMoved: number
    }
  | { readonly kind: 'contested' }
  /** `leastJump` (0…1): what a step of a bias must move to be a cliff. */
  | { readonly kind: 'curves'; readonly rule: RuleId; readonly leastJump: number }
  | { readonly kind: 'overloads'; readonly capacities: Capacities }

/** A job and the state that it is about; every part of the state that is null is as in the question before. */
export interface BiasQuestion {
  readonly id: number
  readonly policy: PolicyDelta | null
  readonly start: Target | null
  readonly world: World | null
  /** The scenario's own demand, or none of its own. */
  readonly demand: { readonly model: DemandModel | null } | null
  readonly job: BiasJob
}

/** Carries the id of its question. `null` results: no geoproximity rule of that id that clients reach. */
export type BiasReply = { readonly id: number } & (
  | { readonly kind: 'pulled'; readonly pull: BorderPull | null }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'tuned'; readonly tuned: TuneResult | null; readonly tookMs: number }
  | { readonly kind: 'rolled-out'; readonly rollout: RolloutResult | null }
  | { readonly kind: 'contested'; readonly lines: readonly ContestedLine[]; readonly share: number }
  /** One of several, and whether it is the last. */
  | { readonly kind: 'curve'; readonly curve: CurveResult; readonly isLast: boolean }
  | { readonly kind: 'overloads'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly reason: string }
)

/** A `Tuning` without the policy, which the page makes itself. */
export interface TuneResult {
  readonly locations: readonly TunedLocation[]
  readonly before: ShareFigures
  readonly after: ShareFigures
  readonly targets: readonly TargetOutcome[]
  /** In parts of 1. */
  readonly maxError: number
}

export interface ShareFigures {
  readonly shares: ReadonlyMap<EndpointId, number>
  readonly nodata: number
}

export interface RolloutResult {
  readonly steps: readonly RolloutVersion[]
  /** Whether the last step has the biases asked for; else there were too many steps to list. */
  readonly complete: boolean
}

export interface RolloutVersion {
  /** Of all locations, in the order of the document. */
  readonly biases: readonly number[]
  readonly moved: number
  /** A single step of one bias moves more than was allowed. */
  readonly tooSteep: boolean
  readonly shares: ShareFigures
}

/** Demand on which AWS's guide and its map disagree, with its largest places by name. */
export interface ContestedLine {
  readonly guide: EndpointId | null
  readonly map: EndpointId | null
  readonly share: number
  readonly places: string
}

export interface CurveResult {
  readonly branch: BranchId
  /** The part of the world's demand that goes to the location at a bias of −99, −98, … 99. */
  readonly shares: readonly number[]
  /** The largest first. */
  readonly cliffs: readonly CliffLine[]
}

/** A step of a bias to `bias`, and the places by name that it moves, the largest part first. */
export interface CliffLine {
  readonly bias: number
  readonly share: number
  readonly moves: readonly CliffMoveLine[]
}

export interface CliffMoveLine {
  /** The location that loses them. */
  readonly from: BranchId
  readonly share: number
  readonly places: string
}
