import type { Result } from '../model/result'
import { recogniseAwsDocument } from './import/aws-document'
import { type Opened, openRead } from './import/open-read'
import { recogniseScenario } from './import/scenario'
import { parseJson } from './parse-json'

/**
 * Opens a text that is an AWS document or a scenario and nothing around it, as most are: the very same that `openText`
 * makes of it, without the readers of all else, which take a moment to load. Null for any other text.
 */
export function openPlain(text: string): Result<Opened> | null {
  const document = parseJson(text)
  if (!document.ok) return null
  const tree = { ...document.value, language: 'JSON', name: null } as const
  const recognised = recogniseScenario(tree) ?? recogniseAwsDocument(tree)
  if (!recognised?.ok) return recognised
  return openRead({ ...recognised.value, problems: document.value.problems }, undefined)
}
