import { prepareDemand } from '../analysis/demand/prepared-demand'
import { overloadProblemSteps } from '../analysis/overload-problems'
import type { Problem } from '../model/problem'
import { runSteps } from '../model/run-steps'
import type { Scenario } from '../scenario/scenario'
import { type Attempt, done } from './attempt'
import { ownDemand } from './demand-option'

/** Endpoints over their capacity now or after one failure; without capacities there is nothing to find. */
export async function checkOverloads(scenario: Scenario): Promise<Attempt<readonly Problem[]>> {
  if (scenario.capacities.endpoints.size === 0) return done([])
  const demand = await ownDemand(scenario.demand)
  if (!demand.ok) return demand
  return done(runSteps(overloadProblemSteps(scenario, prepareDemand(demand.value))))
}
