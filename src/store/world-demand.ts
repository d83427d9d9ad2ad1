import { type PreparedDemand, prepareDemand } from '../analysis/demand/prepared-demand'
import { scenarioDemand } from '../analysis/demand/scenario-demand'
import type { DemandModel } from '../scenario/demand-model'

let loading: Promise<PreparedDemand> | null = null

/** Finds the demand of a scenario made ready: of its own model, or the bundled one without a model. */
export type DemandLoader = (model: DemandModel | null) => Promise<PreparedDemand>

/** A loader that remembers the last model's demand. */
export function createDemandLoader(): DemandLoader {
  let last: { readonly model: DemandModel; readonly prepared: Promise<PreparedDemand> } | null = null
  return (model) => {
    if (model === null) return loadWorldDemand()
    if (last?.model !== model) last = { model, prepared: prepared(model) }
    return last.prepared
  }
}

/** The bundled demand made ready, once for a worker. After a failure, say without a network, the next call tries again. */
function loadWorldDemand(): Promise<PreparedDemand> {
  loading ??= prepared(null).catch((reason: unknown) => {
    loading = null
    throw reason
  })
  return loading
}

async function prepared(model: DemandModel | null): Promise<PreparedDemand> {
  const demand = await scenarioDemand(model)
  if (!demand.ok) throw new Error(demand.problems.map(({ message }) => message).join(' '))
  return prepareDemand(demand.value)
}
