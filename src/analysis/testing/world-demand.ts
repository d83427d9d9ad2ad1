import { loadGazetteer, loadInternetUsers } from '../../geo/load'
import { internetDemand } from '../demand/demand'
import { type PreparedDemand, prepareDemand } from '../demand/prepared-demand'

/** The bundled demand, ready. */
export async function worldDemand(): Promise<PreparedDemand> {
  return prepareDemand(internetDemand(await loadGazetteer(), await loadInternetUsers()))
}

/** Ten Regions spread over the world. */
export const TEN_REGIONS: readonly string[] = [
  'us-east-1',
  'us-west-2',
  'eu-west-1',
  'eu-central-1',
  'ap-south-1',
  'ap-southeast-1',
  'ap-northeast-1',
  'sa-east-1',
  'af-south-1',
  'ap-southeast-2',
]
