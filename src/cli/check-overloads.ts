import { prepareDemand } from '../analysis/demand/prepared-demand'
import { overloadProblemSteps } from '../analysis/overload-problems'
import type { Problem } from '../model/problem'
import type { Scenario } from '../scenario/scenario'
import { type Attempt, done } from './attempt'
import { ownDemand } from './demand-option'

/** Endpoints over their capacity now or after one failure; without capacities there is nothing to find. */
export async function checkOverloads(scenario: Scenario): Promise<Attempt<readonly Problem[]>> {
  if (scenario.capacities.endpoints.size === 0) return done([])
  const demand = await ownDemand(scenario.demand)
  if (!demand.ok) return demand
  const steps = overloadProblemSteps(scenario, prepareDemand(demand.value))
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return done(step.value)
}
