import type { ResourceRecord } from '../engine/records'
import type { Resolution, Step, StepCandidate } from '../engine/resolution'
import type { RuleId, Target } from '../model/address'
import { prefixText } from '../model/dns/ip-prefix'
import { branchLabel } from '../policy/branch-label'
import type { Policy } from '../policy/policy'
import { RULES } from '../rules'
import type { Asker } from './asker'

/** A resolution as the JSON of the command line; ids are the document's own, branches go by their index. */
export function resolutionJson(
  resolution: Resolution,
  records: readonly ResourceRecord[],
  { place, address }: Asker,
  policy: Policy,
): unknown {
  const { outcome, endpoints, distribution, steps } = resolution
  return {
    outcome,
    endpoints,
    records,
    distribution: distribution.endpoints,
    nodata: distribution.nodata,
    place,
    address: address && prefixText(address),
    steps: steps.map((step) => stepJson(step, policy)),
  }
}

function stepJson(step: Step, policy: Policy): unknown {
  if (step.kind !== 'rule') return step
  const { rule, type, candidates, lastResort, undefinedByAws } = step
  return {
    kind: 'rule',
    rule,
    type: RULES[type].documentType,
    lastResort,
    undefinedByAws,
    candidates: candidates.map((candidate) => candidateJson(candidate, rule, policy)),
  }
}

function candidateJson(candidate: StepCandidate, rule: RuleId, policy: Policy): unknown {
  const { branch, target, taken, healthy, probability, reason, measures } = candidate
  const index = policy.rules.get(rule)?.branches.findIndex(({ id }) => id === branch)
  return {
    index,
    label: branchLabel(policy, rule, branch),
    ...targetJson(target),
    taken,
    healthy,
    probability,
    reason,
    ...measures,
  }
}

function targetJson(target: Target | null): Readonly<Record<string, string>> {
  return target ? { [target.kind]: target.id } : {}
}
