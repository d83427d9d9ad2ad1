import { type PreparedDemand, prepareDemand } from '../analysis/demand/prepared-demand'
import { scenarioDemand } from '../analysis/demand/scenario-demand'
import { rememberedAnswer } from '../model/remembered-answer'
import type { DemandModel } from '../scenario/demand-model'

/** Finds the demand of a scenario made ready: of its own model, or the bundled one without a model. */
export type DemandLoader = (model: DemandModel | null) => Promise<PreparedDemand>

/** A loader that remembers the last model's demand, beside the bundled one. */
export function createDemandLoader(): DemandLoader {
  const ofModel = rememberedAnswer(prepared)
  return (model) => (model === null ? loadWorldDemand() : ofModel(model))
}

/** The bundled demand made ready, once for a worker. */
const loadWorldDemand = rememberedAnswer(() => prepared(null))

async function prepared(model: DemandModel | null): Promise<PreparedDemand> {
  const demand = await scenarioDemand(model)
  if (!demand.ok) throw new Error(demand.problems.map(({ message }) => message).join(' '))
  return prepareDemand(demand.value)
}
