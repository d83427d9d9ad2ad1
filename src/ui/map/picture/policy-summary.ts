import { biasText } from '../../../analysis/words'
import { isMalformed, readable } from '../../../model/field'
import { type BranchOf, definitionOf, type Rule } from '../../../rules'
import type { Scenario } from '../../../scenario/scenario'
import { labelOfAny } from '../../canvas/names'

/** A rule, or the endpoints, on paper: a heading and a line for each branch. */
export interface SummaryPart {
  readonly heading: string
  readonly lines: readonly string[]
}

/** What a policy says, in words, for below a printed map. */
export function policySummary({ record, policy }: Scenario): readonly SummaryPart[] {
  const type = readable(policy.recordType) ?? 'no record type yet'
  const start = policy.start ? `Starts with ${policy.start.kind} ${policy.start.id}` : 'Starts nowhere yet'
  return [
    { heading: `${record.name}, ${type}, TTL ${record.ttl} s`, lines: [start] },
    ...[...policy.rules].map(([id, rule]) => ({
      heading: `${definitionOf(rule).title} ${id}`,
      lines: rule.branches.map((branch) => branchLine(rule, branch)),
    })),
    {
      heading: 'Endpoints',
      lines: [...policy.endpoints.values()].map(({ id, type: kind, value }) => {
        const shown = isMalformed(value) ? '?' : (value ?? 'no value yet')
        return kind === 'value' || kind === undefined
          ? `${id}: ${shown}`
          : `${id}: ${shown} (${wordsOf(kind)})`
      }),
    },
  ]
}

function branchLine(rule: Rule, branch: BranchOf): string {
  const label = labelOfAny(rule, branch)
  const bias = 'bias' in branch ? (readable(branch.bias) ?? 0) : 0
  return `${label}${bias === 0 ? '' : ` (bias ${biasText(bias)})`} → ${branch.target?.id ?? 'nowhere yet'}`
}

function wordsOf(kind: unknown): string {
  return typeof kind === 'string' ? kind.replaceAll('-', ' ') : 'unknown type'
}
