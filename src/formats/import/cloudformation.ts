import { isJsonArray, isJsonObject, type Json, type JsonObject, jsonObject } from '../../model/json'
import { failure, success } from '../../model/result'
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
  const content = contentOf(plain(properties.get('Document') ?? null))
  if (!content) return []
  const title = plain(properties.get('Name') ?? null)
  const comment = wordOf(plain(properties.get('Comment') ?? null))
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

/** A value with its intrinsic functions as placeholders, or done where they only shape what is written out. */
function plain(json: Json): Json {
  if (isJsonArray(json)) return json.map(plain)
  if (!isJsonObject(json)) return json
  const [[key, argument] = ['', null]] = json
  return json.size === 1 && /^(Ref|Fn::\w+)$/.test(key)
    ? called(key, argument)
    : jsonObject([...json].map(([name, value]) => [name, plain(value)]))
}

function called(key: string, argument: Json): Json {
  const parts = isJsonArray(argument) ? argument.map(plain) : [plain(argument)]
  const [first, second] = parts
  switch (key) {
    case 'Ref':
      return `\${${wordOf(first) ?? '…'}}`
    case 'Fn::Sub':
      // Its names stay placeholders, those of its own map too.
      return first ?? null
    case 'Fn::GetAtt':
      return `\${${parts.map((part) => wordOf(part) ?? '…').join('.')}}`
    case 'Fn::ToJsonString':
      return first ?? null
    case 'Fn::Join':
      return isJsonArray(second)
        ? second.map((part) => wordOf(part) ?? '').join(typeof first === 'string' ? first : '')
        : null
    default:
      return `\${${key} ${parts.map(worded).join(' ')}}`
  }
}

/** An argument inside a placeholder, without the marks of placeholders in it. */
function worded(json: Json): string {
  if (isJsonArray(json)) return json.map(worded).join(' ')
  return (wordOf(json) ?? '…').replaceAll(/\$\{|\}/g, '')
}
