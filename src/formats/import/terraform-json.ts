import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../model/json'
import { failure, type Result, success } from '../../model/result'
import { hclOfJson } from '../hcl/hcl-of-json'
import { contentOf, wordOf } from './document-content'
import { importProblem } from './import-problem'
import type { Candidate, ImportKind, Recognised, Recogniser } from './recogniser'
import { recogniseBody } from './terraform-hcl'
import { LOCATION, RECORD, routedBeside, terraformRecords } from './terraform-records'

const RESOURCE = 'aws_route53_traffic_policy'
const DATA = 'aws_route53_traffic_policy_document'

/**
 * Terraform's JSON: a state file, what `terraform show -json` prints of a state or a plan, a `.tf.json`
 * configuration.
 */
export const recogniseTerraformJson: Recogniser = ({ root, text }) => {
  const { json } = root
  if (isConfiguration(json)) return recogniseBody(hclOfJson(root), text)
  if (!isJsonObject(json)) return null
  if (isJsonArray(json.get('resources')) && json.has('terraform_version')) {
    return found('Terraform state', stateResources(json))
  }
  const isPlan = isJsonObject(json.get('planned_values')) || isJsonArray(json.get('resource_changes'))
  if (isPlan) return found('Terraform plan', planResources(json))
  if (isJsonObject(json.get('values')) && json.has('format_version')) {
    return found('Terraform state', moduleResources(member(json.get('values'), 'root_module')))
  }
  return null
}

/** Whether a value is a file in Terraform’s JSON syntax, or a list of such, with something of Route 53 in it. */
function isConfiguration(json: Json): boolean {
  const blocks = parts(json).flatMap((file) => [
    ...parts(file.get('resource')).flatMap((types) => [...types.keys()]),
    ...parts(file.get('data')).flatMap((types) => [...types.keys()]),
  ])
  return blocks.some((type) => /^aws(cc)?_route53_(traffic_policy|record)/.test(type))
}

/** An object, or those of a list, which Terraform takes for one another. */
function parts(json: Json | undefined): readonly JsonObject[] {
  return isJsonObject(json) ? [json] : objects(json)
}

/** A resource of a state or plan with the values of its arguments. */
interface Resource {
  readonly address: string
  readonly type: string
  readonly name: string
  readonly values: JsonObject
}

function found(kind: ImportKind, resources: readonly Resource[]): Result<Recognised> {
  const policies = resources
    .filter(({ type }) => type === RESOURCE)
    .flatMap((resource) => candidateOf(resource, 'document'))
  const documents = resources
    .filter(({ type }) => type === DATA)
    .flatMap((resource) => candidateOf(resource, 'json'))
  const candidates = policies.length > 0 ? policies : documents
  const valuesOf = (wanted: string) =>
    resources.filter(({ type }) => type === wanted).map(({ values }) => values)
  const records = terraformRecords({ records: valuesOf(RECORD), locations: valuesOf(LOCATION) })
  if (candidates.length > 0) return success({ kind, candidates: [...candidates, ...routedBeside(records)] })
  if (records) return records
  const message = resources.some(({ type }) => type === RESOURCE)
    ? `The ${RESOURCE} of this ${kind} has no document yet: it is known after apply. Open the state, or the configuration that makes it.`
    : `This ${kind} holds no ${RESOURCE} with a document.`
  return failure(importProblem('import/no-policy', message))
}

function candidateOf({ address, name, values }: Resource, key: string): readonly Candidate[] {
  const content = contentOf(values.get(key))
  if (!content) return []
  const version = wordOf(values.get('version'))
  const comment = wordOf(values.get('comment'))
  return [
    {
      name: wordOf(values.get('name')) ?? name,
      where: address,
      ...(version === undefined || key === 'json' ? {} : { version }),
      ...(comment === undefined ? {} : { comment }),
      content,
      problems: [],
    },
  ]
}

/** The resources of a state file, an instance each. */
function stateResources(state: JsonObject): readonly Resource[] {
  return objects(state.get('resources')).flatMap((resource) => {
    const type = wordOf(resource.get('type')) ?? ''
    const name = wordOf(resource.get('name')) ?? ''
    const module = wordOf(resource.get('module'))
    const plain = [module, resource.get('mode') === 'data' ? 'data' : undefined, type, name]
      .filter(Boolean)
      .join('.')
    return objects(resource.get('instances')).flatMap((instance) => {
      const values = instance.get('attributes')
      const index = indexOf(instance.get('index_key'))
      return isJsonObject(values) ? [{ address: plain + index, type, name: name + index, values }] : []
    })
  })
}

function indexOf(key: Json | undefined): string {
  if (key === undefined || key === null) return ''
  return typeof key === 'string' ? `["${key}"]` : `[${wordOf(key) ?? ''}]`
}

/** What a plan will have made, and what it changes where that says more. */
function planResources(plan: JsonObject): readonly Resource[] {
  const planned = moduleResources(member(plan.get('planned_values'), 'root_module'))
  const prior = moduleResources(member(member(plan.get('prior_state'), 'values'), 'root_module'))
  const changed = objects(plan.get('resource_changes')).flatMap((change) => {
    const after = member(change.get('change'), 'after')
    const before = member(change.get('change'), 'before')
    const values = isJsonObject(after) ? after : before
    return isJsonObject(values) ? [resourceOf(change, values)] : []
  })
  const all = [...planned, ...changed, ...prior]
  // The first that has a document, of each address.
  const byAddress = new Map<string, Resource>()
  for (const resource of all) {
    const known = byAddress.get(resource.address)
    if (!known || (!hasDocument(known) && hasDocument(resource))) byAddress.set(resource.address, resource)
  }
  return [...byAddress.values()]
}

function hasDocument({ values }: Resource): boolean {
  return contentOf(values.get('document') ?? values.get('json')) !== null
}

const MOST_MODULES_DEEP = 50

function moduleResources(module: Json | undefined, depth = 0): readonly Resource[] {
  if (!isJsonObject(module) || depth > MOST_MODULES_DEEP) return []
  const own = objects(module.get('resources')).flatMap((resource) => {
    const values = resource.get('values')
    return isJsonObject(values) ? [resourceOf(resource, values)] : []
  })
  return [
    ...own,
    ...objects(module.get('child_modules')).flatMap((child) => moduleResources(child, depth + 1)),
  ]
}

function resourceOf(resource: JsonObject, values: JsonObject): Resource {
  const type = wordOf(resource.get('type')) ?? ''
  const name = wordOf(resource.get('name')) ?? ''
  return { address: wordOf(resource.get('address')) ?? `${type}.${name}`, type, name, values }
}

function member(json: Json | undefined, key: string): Json | undefined {
  return isJsonObject(json) ? json.get(key) : undefined
}

function objects(json: Json | undefined): readonly JsonObject[] {
  return isJsonArray(json) ? json.filter(isJsonObject) : []
}
