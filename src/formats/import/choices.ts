import { readable } from '../../model/field'
import type { Policy } from '../../policy/policy'
import { openCandidate } from './open-candidate'
import type { Candidate } from './recogniser'

/** One of several policies in a text, as a list shows it. */
export interface Choice {
  readonly name: string | null
  readonly where: string | null
  readonly version: string | null
  readonly comment: string | null
  /** What it holds; null when it cannot be opened. */
  readonly holds: {
    readonly recordType: string | null
    readonly rules: number
    readonly endpoints: number
  } | null
}

/** So many are looked into; of the rest a list shows only the names. */
const MOST_LOOKED_INTO = 200

/** The candidates as a list shows them; a single one is not looked into. */
export function choicesOf(candidates: readonly Candidate[]): readonly Choice[] {
  return candidates.map((candidate, index) => ({
    name: candidate.name,
    where: candidate.where,
    version: candidate.version ?? null,
    comment: candidate.comment ?? null,
    holds: candidates.length > 1 && index < MOST_LOOKED_INTO ? holds(candidate) : null,
  }))
}

function holds(candidate: Candidate): Choice['holds'] {
  const opened = openCandidate(candidate)
  if (!opened.ok) return null
  const policy: Policy = opened.value.kind === 'policy' ? opened.value.policy : opened.value.scenario.policy
  const recordType = readable(policy.recordType) ?? null
  return { recordType, rules: policy.rules.size, endpoints: policy.endpoints.size }
}
