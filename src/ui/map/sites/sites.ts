import type { CompiledNode, CompiledPolicy, CompiledRule } from '../../../engine/compile'
import { type Distribution, distributionFor } from '../../../engine/distribution'
import type { Coordinates } from '../../../geo/coordinates'
import type { UnitVector } from '../../../geo/distance'
import type { BranchId, RuleId } from '../../../model/address'
import { NOBODY } from '../../../rules/client'
import { labelOfAny } from '../../canvas/names'

/** A branch that stands somewhere on the map. */
export interface SiteBranch {
  readonly rule: RuleId
  readonly branch: BranchId
  /** The place by the branch's own words: `eu-central-1`, `48.86, 2.35`. */
  readonly place: string
  /** Id of the endpoint or rule that it leads to. */
  readonly leadsTo: string
}

/** A place that branches stand at: one marker, however many they are. */
export interface Site extends Coordinates {
  readonly key: string
  readonly branches: readonly SiteBranch[]
  /** What somebody gets who is sent along the first of the branches from here. */
  readonly mix: Distribution
}

/** Every place that a rule measures distances to, as far as the policy's start reaches. */
export function sitesOf(compiled: CompiledPolicy): readonly Site[] {
  const sites = new Map<string, Site>()
  const byId = new Map(compiled.rules.map((rule) => [rule.id, rule]))
  for (const id of compiled.policy.rules.keys()) {
    const rule = byId.get(id)
    if (!rule) continue
    const lines = rule.decision.costLines?.(NOBODY) ?? []
    lines.forEach(({ site }, index) => {
      const target = rule.targets[index]
      const branch = site && target && branchAt(rule, index, target)
      if (!branch) return
      const place = toCoordinates(site)
      const key = `${place.latitude.toFixed(2)} ${place.longitude.toFixed(2)}`
      const known = sites.get(key)
      const mix = known?.mix ?? distributionFor({ ...compiled, start: target }, { ...NOBODY, vector: site })
      sites.set(key, { ...place, key, mix, branches: [...(known?.branches ?? []), branch] })
    })
  }
  return [...sites.values()]
}

function branchAt(
  { id, rule, branches }: CompiledRule,
  index: number,
  target: CompiledNode,
): SiteBranch | null {
  const branch = rule.branches.find((each) => each.id === branches[index]?.id)
  if (!branch) return null
  const leadsTo = target.kind === 'rule' ? target.id : target.endpoint.id
  return { rule: id, branch: branch.id, place: labelOfAny(rule, branch), leadsTo }
}

function toCoordinates({ x, y, z }: UnitVector): Coordinates {
  const toDegrees = 180 / Math.PI
  return {
    latitude: Math.asin(Math.min(1, Math.max(-1, z))) * toDegrees,
    longitude: Math.atan2(y, x) * toDegrees,
  }
}
