import { internetDemand } from '../analysis/demand'
import { type PreparedDemand, prepareDemand } from '../analysis/prepared-demand'
import { loadGazetteer, loadInternetUsers } from '../geo/load'

let loading: Promise<PreparedDemand> | null = null

/** The bundled demand made ready, once for a worker. After a failure, say without a network, the next call tries again. */
export function loadWorldDemand(): Promise<PreparedDemand> {
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
