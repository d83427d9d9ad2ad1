import type { CompiledPolicy } from '../../engine/compile'
import { seededRandom } from '../../engine/random'
import type { NodataReason } from '../../engine/resolution'
import { resolve } from '../../engine/resolve'
import type { RuleId } from '../../model/address'
import { type Query, UNMAPPED } from '../../model/query'

/** Why a policy answers nobody. */
export interface DeadEnd {
  /** A sentence. */
  readonly text: string
  /** The rule at which it ends; null before the first. */
  readonly rule: RuleId | null
}

// Where nobody gets an answer, any client shows why; the unmapped one needs no map.
const ANYBODY: Query = { type: null, client: UNMAPPED, resolver: null, clientSubnet: true }

const TEXTS: Record<NodataReason, (rule: string) => string> = {
  'no-start': () => 'The start leads to a node that does not exist.',
  'other-type': () => 'The policy answers no record type.',
  'no-branch': (rule) => `No branch of ${rule} leads anywhere yet: connect one to an endpoint or a rule.`,
  'no-matching-location': (rule) =>
    `No place of ${rule} that leads anywhere covers anybody, and it has no default that does.`,
}

/** The reason why nobody gets an answer, for a policy that answers nobody. */
export function deadEndOf(compiled: CompiledPolicy): DeadEnd {
  const { steps } = resolve(compiled, ANYBODY, seededRandom(1))
  const rule = steps.findLast((step) => step.kind === 'rule')?.rule ?? null
  const end = steps.findLast((step) => step.kind === 'nodata')
  return { text: TEXTS[end?.reason ?? 'no-branch'](rule ?? 'the start'), rule }
}
