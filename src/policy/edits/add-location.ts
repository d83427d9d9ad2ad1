import type { BranchId, RuleId, Target } from '../../model/address'
import type { GeoproximityLocation } from '../../rules/geoproximity/location'
import type { Policy } from '../policy'
import { addEndpoint } from './add-node'
import { addBranch } from './branches'
import type { Edited } from './edited'
import { setBranchLocation } from './set-location'

/** Adds a branch with a location to a geoproximity rule: to a target, to a new endpoint, or (null) to nothing yet. */
export function addLocation(
  policy: Policy,
  rule: RuleId,
  location: GeoproximityLocation,
  target: Target | 'new endpoint' | null,
): Edited<{ readonly branch: BranchId }> {
  if (target === 'new endpoint') {
    const added = addEndpoint(policy, { type: 'value' })
    if (!added.ok) return added
    return addLocation(added.policy, rule, location, { kind: 'endpoint', id: added.id })
  }
  const added = addBranch(policy, rule, target)
  if (!added.ok) return added
  const placed = setBranchLocation(added.policy, { rule, branch: added.branch }, location)
  return placed.ok ? { ...placed, branch: added.branch } : placed
}
