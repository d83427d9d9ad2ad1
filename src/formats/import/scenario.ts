import { isJsonObject } from '../../model/json'
import { success } from '../../model/result'
import { decodeScenario, VERSION_KEY } from '../scenario-json'
import type { Recogniser } from './recogniser'

/** A scenario file, of this or any older version. */
export const recogniseScenario: Recogniser = ({ root }) => {
  if (!isJsonObject(root.json) || !root.json.has(VERSION_KEY)) return null
  const opened = decodeScenario(root.json)
  if (!opened.ok) return opened
  const { scenario, problems } = opened.value
  const content = { kind: 'scenario', scenario } as const
  return success({
    kind: 'Catchment scenario',
    candidates: [{ name: scenario.name, where: null, content, problems }],
  })
}
