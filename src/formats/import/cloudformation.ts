import { isJsonObject, type Json, type JsonObject } from '../../model/json'
import { failure, success } from '../../model/result'
import { plainValue } from '../intrinsics'
import { contentOf, wordOf } from './document-content'
import { importProblem } from './import-problem'
import type { Candidate, Recogniser } from './recogniser'

const TYPE = 'AWS::Route53::TrafficPolicy'

/**
 * A CloudFormation template, what the CDK synthesises of one, or a file around one such as the Serverless
 * Framework's. Intrinsic functions become named placeholders.
 */
export const recogniseCloudFormation: Recogniser = ({ root }) => {
  const resources = resourcesOf(root.json, 0)
  if (!resources) return null
  const candidates = [...resources].flatMap(([name, resource]) => candidateOf(name, resource))
  if (candidates.length > 0) return success({ kind: 'CloudFormation template', candidates })
  const message = `This template holds no resource of type ${TYPE} with a Document.`
  return failure(importProblem('import/no-policy', message, ['Resources']))
}

/** The `Resources` of a template, which may itself stand under `resources` or `Template`. */
function resourcesOf(json: Json | undefined, depth: number): JsonObject | null {
  if (!isJsonObject(json) || depth > 2) return null
  const own = json.get('Resources')
  const typed =
    isJsonObject(own) &&
    [...own.values()].some((each) => isJsonObject(each) && typeof each.get('Type') === 'string')
  if (typed) return own
  return (
    resourcesOf(json.get('resources'), depth + 1) ??
    resourcesOf(json.get('TemplateBody') ?? json.get('Template'), depth + 1)
  )
}

function candidateOf(name: string, resource: Json): readonly Candidate[] {
  const properties =
    isJsonObject(resource) && resource.get('Type') === TYPE ? resource.get('Properties') : null
  if (!isJsonObject(properties)) return []
  const content = contentOf(plainValue(properties.get('Document') ?? null))
  if (!content) return []
  const title = plainValue(properties.get('Name') ?? null)
  const comment = wordOf(plainValue(properties.get('Comment') ?? null))
  return [
    {
      name: wordOf(title) ?? name,
      where: `Resources.${name}`,
      ...(comment === undefined ? {} : { comment }),
      content,
      problems: [],
    },
  ]
}
