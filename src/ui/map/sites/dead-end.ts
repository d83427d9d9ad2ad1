import type { CompiledPolicy } from '../../../engine/compile'
import { seededRandom } from '../../../engine/random'
import type { NodataReason } from '../../../engine/resolution'
import { resolve } from '../../../engine/resolve'
import type { RuleId } from '../../../model/address'
import { type Query, UNMAPPED } from '../../../model/query'
import type { Policy } from '../../../policy/policy'

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
  const last = steps.findLast((step) => step.kind === 'rule')?.rule ?? null
  const reason = steps.findLast((step) => step.kind === 'nodata')?.reason ?? 'no-branch'
  const rule = last !== null && reason === 'no-branch' ? emptyRuleBelow(compiled.policy, last) : last
  return { text: TEXTS[reason](rule ?? 'the start'), rule }
}

/** The rule at the end of the way that leads only to rules: to the engine a branch to an empty rule leads nowhere. */
function emptyRuleBelow({ rules }: Policy, from: RuleId): RuleId {
  const way = new Set([from])
  for (const id of way) {
    const next = rules.get(id)?.branches.find(({ target }) => target !== null)?.target
    // A set, so that the way ends where it would begin again.
    if (next?.kind === 'rule' && rules.has(next.id)) way.add(next.id)
  }
  return [...way].at(-1) ?? from
}
