import type { BranchHealth } from '../decision'

/** Health of a rule's branches as given, the same for every client. */
export function givenHealth(healthy: readonly boolean[]): BranchHealth {
  return { healthy: (branch) => healthy[branch] ?? true }
}
