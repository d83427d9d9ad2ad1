import type { RuleId } from '../../model/address'
import type { Rule } from '../../rules'
import type { Policy } from '../policy'
import { updateBranch } from './branches'

/**
 * Latency and geoproximity both speak of Regions, in two spellings: a rule that went from one to the other
 * keeps them. A place that is no Region has no latency, and its branch is left to be filled in.
 */
export function carryRegions(policy: Policy, id: RuleId, former: Rule): Policy {
  const branchIds = policy.rules.get(id)?.branches.map((branch) => branch.id) ?? []
  return branchIds.reduce((edited, branch, index) => {
    const at = { rule: id, branch }
    if (former.type === 'latency') {
      const name = former.branches[index]?.region
      return name === undefined
        ? edited
        : updateBranch(edited, 'geoproximity', at, { location: { kind: 'region', name } })
    }
    if (former.type !== 'geoproximity') return edited
    const location = former.branches[index]?.location
    const region = location?.kind === 'region' ? location.name : undefined
    return updateBranch(edited, 'latency', at, { region })
  }, policy)
}
