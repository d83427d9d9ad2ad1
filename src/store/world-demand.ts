import { internetDemand } from '../analysis/demand'
import { demandOfModel, needsAtlas } from '../analysis/own-demand'
import { type PreparedDemand, prepareDemand } from '../analysis/prepared-demand'
import { loadAtlas, loadGazetteer, loadInternetUsers } from '../geo/load'
import type { DemandModel } from '../scenario/demand-model'

let loading: Promise<PreparedDemand> | null = null

/** Finds the demand of a scenario made ready: of its own model, or the bundled one without a model. */
export type DemandLoader = (model: DemandModel | null) => Promise<PreparedDemand>

/** A loader that remembers the last model's demand. */
export function createDemandLoader(): DemandLoader {
  let last: { readonly model: DemandModel; readonly prepared: Promise<PreparedDemand> } | null = null
  return (model) => {
    if (model === null) return loadWorldDemand()
    if (last?.model !== model) last = { model, prepared: preparedModel(model) }
    return last.prepared
  }
}

async function preparedModel(model: DemandModel): Promise<PreparedDemand> {
  const [gazetteer, atlas] = await Promise.all([
    loadGazetteer(),
    needsAtlas(model.places) ? loadAtlas() : null,
  ])
  const demand = demandOfModel(model, {
    gazetteer,
    locate: (coordinates) => atlas?.locate(coordinates) ?? null,
  })
  if (!demand.ok) throw new Error(demand.problems.map(({ message }) => message).join(' '))
  return prepareDemand(demand.value)
}

/** The bundled demand made ready, once for a worker. After a failure, say without a network, the next call tries again. */
function loadWorldDemand(): Promise<PreparedDemand> {
  loading ??= prepared().catch((reason: unknown) => {
    loading = null
    throw reason
  })
  return loading
}

async function prepared(): Promise<PreparedDemand> {
  const [gazetteer, users] = await Promise.all([loadGazetteer(), loadInternetUsers()])
  return prepareDemand(internetDemand(gazetteer, users))
}
