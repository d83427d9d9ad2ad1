import { type CompiledPolicy, compilePolicy } from '../engine/compile'
import { seededRandom } from '../engine/random'
import type { Resolution } from '../engine/resolution'
import { resolve } from '../engine/resolve'
import type { Problem } from '../model/problem'
import { checkScenario } from '../scenario/check'
import type { AppState } from './app-store'

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
const checked = remembered(checkScenario)
const resolved = remembered(
  (policy: CompiledPolicy, asked: AppState['asked'], seed: number): Resolution | null =>
    asked && resolve(policy, asked.query, seededRandom(seed)),
)

/** The policy in its world, ready for queries; the same object until one of the two changes. */
export function selectCompiled({ scenario }: AppState): CompiledPolicy {
  return compiled(scenario.policy, scenario.world)
}

/** The answer to the query being asked, with its trace; null while nothing is asked. */
export function selectResolution(state: AppState): Resolution | null {
  return resolved(selectCompiled(state), state.asked, state.seed)
}

/** Everything wrong with the scenario, in document order. */
export function selectProblems({ scenario, proposedZone }: AppState): readonly Problem[] {
  return checked(scenario, proposedZone)
}
