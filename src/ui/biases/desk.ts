import { create } from 'zustand'
import type { BiasLimits } from '../../analysis/tuning/bias-search'
import type { BranchId, EndpointId, RuleId } from '../../model/address'
import type { TuneResult } from '../../store/workers/bias-protocol'
import type { TuningInputs } from '../../store/workers/tuning-client'

/** Biases that were found and wait to be accepted. */
export interface Proposal {
  /** The state that they were found for. */
  readonly of: TuningInputs
  readonly rule: RuleId
  /** Of all locations, in the order of the document. */
  readonly biases: readonly number[]
  /** Label of the step that accepting makes. */
  readonly label: string
  /** What the solver says of them; null for a border that was moved. */
  readonly tuned: TuneResult | null
  /** What moving a border does, in a sentence; null for what the solver found. */
  readonly says: string | null
}

/** A branch of a rule, as a key: branches have ids within their rule only. */
export type BranchKey = `${RuleId}/${BranchId}`

export function branchKey(rule: RuleId, branch: BranchId): BranchKey {
  return `${rule}/${branch}`
}

/** What lies on the desk of whoever tunes biases: kept while they look elsewhere, gone with the scenario. */
interface Desk {
  /** Scenario that this is about, by `AppState.scenarioKey`. */
  readonly scenarioKey: number
  /** The rule being tuned; null before one was chosen. */
  readonly rule: RuleId | null
  /** What an endpoint shall get, as typed. */
  readonly wishes: ReadonlyMap<EndpointId, string>
  readonly limits: ReadonlyMap<BranchKey, BiasLimits>
  readonly proposal: Proposal | null
  /** The biases that a rollout shall lead to. */
  readonly goal: ReadonlyMap<BranchKey, number>
  /** Percentage points of demand that one version of a rollout may move. */
  readonly mostMoved: number
  /** Whether the map hatches where AWS's two formulas disagree. */
  readonly hatched: boolean
  /** Whether a border is in somebody's hand: nothing else is worked out meanwhile. */
  readonly pulling: boolean
}

const CLEAN: Omit<Desk, 'scenarioKey'> = {
  rule: null,
  wishes: new Map(),
  limits: new Map(),
  proposal: null,
  goal: new Map(),
  mostMoved: 2,
  hatched: false,
  pulling: false,
}

export const useDesk = create<Desk>()(() => ({ scenarioKey: 0, ...CLEAN }))

/** Clears the desk for another scenario. */
export function clearDesk(scenarioKey: number): void {
  if (useDesk.getState().scenarioKey !== scenarioKey) useDesk.setState({ scenarioKey, ...CLEAN })
}

/** A map with another value for a key; null takes the key away. */
export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V | null): ReadonlyMap<K, V> {
  const next = new Map(map)
  if (value === null) next.delete(key)
  else next.set(key, value)
  return next
}
