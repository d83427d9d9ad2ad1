import { loadAtlas, loadGazetteer, loadInternetUsers } from '../../geo/load'
import { type Result, success } from '../../model/result'
import type { DemandModel } from '../../scenario/demand-model'
import { type Demand, internetDemand } from './demand'
import { demandOfModel, needsAtlas } from './own-demand'

/**
 * The demand that a scenario brings, or the bundled one without a model (null), with the tables loaded that it takes.
 * Fails when no place of the model is known any more; rejects when a table cannot be loaded.
 */
export async function scenarioDemand(model: DemandModel | null): Promise<Result<Demand>> {
  if (model === null) {
    const [gazetteer, users] = await Promise.all([loadGazetteer(), loadInternetUsers()])
    return success(internetDemand(gazetteer, users))
  }
  // The shapes of countries are large, and most models have no need of them.
  const [gazetteer, atlas] = await Promise.all([
    loadGazetteer(),
    needsAtlas(model.places) ? loadAtlas() : null,
  ])
  return demandOfModel(model, { gazetteer, locate: (coordinates) => atlas?.locate(coordinates) ?? null })
}
