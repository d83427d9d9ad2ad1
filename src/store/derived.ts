import { type CompiledPolicy, compilePolicy } from '../engine/compile'
import { seededRandom } from '../engine/random'
import type { Resolution } from '../engine/resolution'
import { resolve } from '../engine/resolve'
import type { IpPrefix } from '../model/dns/ip-prefix'
import type { Problem } from '../model/problem'
import { decidingAddress } from '../model/query'
import type { Policy } from '../policy/policy'
import { usesAddress } from '../policy/uses-address'
import { type AppState, type AppStore, NO_PROBLEMS, shownPolicy } from './app-store'
import { measure } from './measure'

/** Remembers the last result of a pure function of few arguments, compared by identity. */
export function remembered<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | null = null
  return (...args) => {
    if (last?.args.every((arg, index) => arg === args[index])) return last.result
    last = { args, result: compute(...args) }
    return last.result
  }
}

const compiled = remembered(compilePolicy)
const resolved = remembered(
  (policy: CompiledPolicy, asked: AppState['asked'], seed: number): Resolution | null => {
    if (!asked) return null
    const start = performance.now()
    const resolution = resolve(policy, asked.query, seededRandom(seed))
    measure('catchment:evaluate', start)
    return resolution
  },
)

/** The policy in its world, ready for queries; the same object until one of the two changes. */
export function selectCompiled({ scenario }: AppState): CompiledPolicy {
  return compiled(scenario.policy, scenario.world)
}

/** The answer to the query being asked, with its trace; null while nothing is asked. */
export function selectResolution(state: AppState): Resolution | null {
  return resolved(selectCompiled(state), state.asked, state.seed)
}

const addressFor = remembered((policy: Policy, asked: AppState['asked']) =>
  asked && usesAddress(policy) ? decidingAddress(asked.query) : null,
)

/** The address that the map is painted for: the asked one, as far as Route 53 sees it and a rule goes by it. */
export function selectMapAddress(state: AppState): IpPrefix | null {
  return addressFor(shownPolicy(state), state.asked)
}

const together = remembered((checked: readonly Problem[], overloads: readonly Problem[]) =>
  overloads.length === 0 ? checked : [...checked, ...overloads],
)

/**
 * Everything wrong with the scenario: with its policy in document order, then with its capacities. Nothing until the
 * checks are loaded.
 */
export function selectProblems({ scenario, proposedZone, check, overloads }: AppState): readonly Problem[] {
  return together(check?.(scenario, proposedZone) ?? NO_PROBLEMS, overloads)
}

/** Loads the checks, which the first picture does not need, and keeps them in the store. */
export async function loadChecks(app: AppStore): Promise<void> {
  const { checkScenario } = await import('../scenario/check')
  app.setState({ check: remembered(checkScenario) })
}
