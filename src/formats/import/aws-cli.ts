import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { failure, success } from '../../model/result'
import { nodeAt } from '../json-node'
import { contentOf, wordOf } from './document-content'
import { importProblem } from './import-problem'
import type { Candidate, Recogniser } from './recogniser'

/**
 * What the AWS CLI prints of traffic policies: `get-traffic-policy`, `list-traffic-policy-versions` with the
 * newest version first, and what `create-traffic-policy` takes and prints.
 */
export const recogniseAwsCli: Recogniser = ({ root }) => {
  const answers = isJsonArray(root.json) ? root.json : [root.json]
  const candidates = answers.flatMap((answer) => (isJsonObject(answer) ? candidatesOf(answer) : []))
  if (candidates.length > 0) {
    return success({ kind: 'AWS CLI output', candidates: newestFirst(candidates) })
  }
  const path = summaryPath(root.json)
  if (!path) return null
  const { id, version } = namedIn(nodeAt(root, path)?.json)
  const message = `This lists traffic policies without their documents. Ask for one with “aws route53 get-traffic-policy --id ${id} --version ${version}” and open what that prints.`
  return failure(importProblem('import/no-policy', message, path))
}

/** Where a list of policies stands that has no documents. */
function summaryPath(json: Json): JsonPath | null {
  if (!isJsonObject(json)) return null
  if (isJsonArray(json.get('TrafficPolicySummaries'))) return ['TrafficPolicySummaries']
  const lists = ['TrafficPolicies', 'TrafficPolicyInstances', 'TrafficPolicyInstance']
  const listed = lists.find((key) => typeof json.get(key) === 'object' && json.get(key) !== null)
  return listed === undefined ? null : [listed]
}

/** The first policy that a list or an instance names, as arguments of a command. */
function namedIn(json: Json | undefined): { readonly id: string; readonly version: string } {
  const first = isJsonArray(json) ? json[0] : json
  const word = (...keys: readonly string[]) =>
    keys
      .map((key) => (isJsonObject(first) ? wordOf(first.get(key)) : undefined))
      .find((each) => each !== undefined)
  return {
    id: word('TrafficPolicyId', 'Id') ?? '…',
    version: word('TrafficPolicyVersion', 'LatestVersion') ?? '…',
  }
}

function candidatesOf(answer: JsonObject): readonly Candidate[] {
  const versions = answer.get('TrafficPolicies')
  if (isJsonArray(versions)) {
    return versions.flatMap((version, index) => candidateOf(version, `TrafficPolicies[${index}].Document`))
  }
  const one = answer.get('TrafficPolicy')
  return one === undefined ? candidateOf(answer, 'Document') : candidateOf(one, 'TrafficPolicy.Document')
}

function candidateOf(policy: Json, where: string): readonly Candidate[] {
  const content = isJsonObject(policy) ? contentOf(policy.get('Document')) : null
  if (!content || !isJsonObject(policy)) return []
  const version = wordOf(policy.get('Version'))
  const comment = wordOf(policy.get('Comment'))
  return [
    {
      name: wordOf(policy.get('Name')) ?? null,
      where,
      ...(version === undefined ? {} : { version }),
      ...(comment === undefined ? {} : { comment }),
      content,
      problems: [],
    },
  ]
}

/** Newest version first; policies of other names keep the order of their first mention. */
function newestFirst(candidates: readonly Candidate[]): readonly Candidate[] {
  const names = [...new Set(candidates.map(({ name }) => name))]
  return candidates.toSorted(
    (a, b) =>
      names.indexOf(a.name) - names.indexOf(b.name) || Number(b.version ?? 0) - Number(a.version ?? 0) || 0,
  )
}
