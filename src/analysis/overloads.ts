import { compilePolicy } from '../engine/compile'
import type { EndpointId } from '../model/address'
import type { World } from '../model/world'
import type { Policy } from '../policy/policy'
import type { Capacities } from '../scenario/capacities'
import { isOverCapacity, loadScale, scenarioUtilisations, type Utilisation } from './capacity'
import type { PreparedDemand } from './demand/prepared-demand'
import { demandShares } from './shares'

/** An endpoint that gets more than it can take, as things are or after a failure. */
export interface Overload extends Utilisation {
  /** The endpoint whose failure is the worst for it; null where it takes no failure. */
  readonly down: EndpointId | null
  /** How many endpoints overload it when they fail, each alone; 0 where it takes no failure. */
  readonly failures: number
}

/**
 * The endpoints of a scenario with capacities that are over them, or would be if one other endpoint were down, in the
 * order of the policy. Pauses (null) after each failure that was tried, since each takes as long as sharing out the
 * demand.
 */
export function* findOverloads(
  policy: Policy,
  world: World,
  prepared: PreparedDemand,
  capacities: Capacities,
): Generator<null, readonly Overload[]> {
  const scale = loadScale(capacities, demandScale(prepared))
  const overWith = (down: ReadonlySet<EndpointId>) => {
    const { shares } = demandShares(compilePolicy(policy, { ...world, down }), prepared)
    return { shares, over: scenarioUtilisations(shares, capacities, scale).filter(isOverCapacity) }
  }

  const present = overWith(world.down)
  const found = new Map<EndpointId, Overload>(
    present.over.map((each) => [each.endpoint, { ...each, down: null, failures: 0 }]),
  )
  for (const [failing, share] of present.shares) {
    if (share === 0 || world.down.has(failing)) continue
    yield null
    for (const each of overWith(new Set([...world.down, failing])).over) {
      const known = found.get(each.endpoint)
      if (each.endpoint === failing || known?.down === null) continue
      const failures = (known?.failures ?? 0) + 1
      const isWorst = !known || each.load > known.load
      found.set(each.endpoint, isWorst ? { ...each, down: failing, failures } : { ...known, failures })
    }
  }
  return [...policy.endpoints.keys()].flatMap((id) => found.get(id) ?? [])
}

/** What all of a demand is together, in its own unit. */
export function demandScale({ demand: { points, unit } }: PreparedDemand) {
  return { total: points.reduce((sum, { weight }) => sum + weight, 0), unit }
}
