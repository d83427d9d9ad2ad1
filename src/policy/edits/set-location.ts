import type { BranchId, RuleId } from '../../model/address'
import type { GeoproximityLocation, LocationForm } from '../../rules/geoproximity/location'
import type { Policy } from '../policy'
import { updateBranch } from './branches'
import { type Edited, refuse } from './edited'

/** Why the policy's version has no word for a location; then `upgradeFormat` is the way. Null when it has. */
export function whyNotLocation(policy: Policy, location: GeoproximityLocation): string | null {
  if (location.kind !== 'localZone' || policy.formatVersion !== '2015-10-01') return null
  return 'Local Zones need version 2023-05-09 of the format, and this policy is in 2015-10-01.'
}

/** Gives a geoproximity branch its location, in the spelling of the policy's version. */
export function setBranchLocation(
  policy: Policy,
  at: { readonly rule: RuleId; readonly branch: BranchId },
  location: GeoproximityLocation,
): Edited {
  const wrong = whyNotLocation(policy, location)
  if (wrong !== null) return refuse(wrong)
  const form: LocationForm = policy.formatVersion === '2015-10-01' ? 'flat' : 'nested'
  return { ok: true, policy: updateBranch(policy, 'geoproximity', at, { form, location }) }
}
