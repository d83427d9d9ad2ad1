import type { BranchId, RuleId, Target } from '../../model/address'
import { type GeolocationPlace, keysOf, placeKey, placeOf } from '../../rules/geolocation/location'
import type { Policy } from '../policy'
import { addBranch, updateBranch } from './branches'
import { type Edited, refuse } from './edited'
import { quoted } from './members'

/** Gives a geolocation branch its place. An `IsDefault` of false stays where it was written. */
export function setBranchPlace(
  policy: Policy,
  at: { readonly rule: RuleId; readonly branch: BranchId },
  place: GeolocationPlace,
): Policy {
  const rule = policy.rules.get(at.rule)
  if (rule?.type !== 'geolocation') return policy
  const branch = rule.branches.find(({ id }) => id === at.branch)
  if (!branch || placeKey(placeOf(branch)) === placeKey(place)) return policy
  const keys = keysOf(place)
  const isDefault = place.kind !== 'default' && branch.isDefault === false ? false : keys.isDefault
  return updateBranch(policy, 'geolocation', at, { ...keys, isDefault })
}

/** Adds a branch for each place that the rule does not have yet; those it has come back in `present`. */
export function addGeolocationPlaces(
  policy: Policy,
  id: RuleId,
  places: readonly GeolocationPlace[],
  target: Target | null,
): Edited<{ readonly branches: readonly BranchId[]; readonly present: readonly GeolocationPlace[] }> {
  const rule = policy.rules.get(id)
  if (rule?.type !== 'geolocation') return refuse(`${quoted(id)} is no geolocation rule.`)
  const known = new Set(rule.branches.map((branch) => placeKey(placeOf(branch))))
  const branches: BranchId[] = []
  const present: GeolocationPlace[] = []
  let edited = policy
  for (const place of places) {
    if (known.has(placeKey(place))) {
      present.push(place)
      continue
    }
    known.add(placeKey(place))
    const added = addBranch(edited, id, target)
    if (!added.ok) return added
    edited = setBranchPlace(added.policy, { rule: id, branch: added.branch }, place)
    branches.push(added.branch)
  }
  return { ok: true, policy: edited, branches, present }
}
