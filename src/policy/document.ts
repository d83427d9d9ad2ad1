import type { Target } from '../model/address'
import type { Endpoint } from '../model/endpoint'
import { readField, text, writeField } from '../model/field'
import { EMPTY_OBJECT, isJsonObject, type Json, type JsonObject, jsonKind } from '../model/json'
import type { JsonPath, Problem } from '../model/problem'
import { failure, failureOf, type Result, success } from '../model/result'
import type { Rule } from '../rules'
import { decodeRule, encodeRule } from '../rules/codec'
import { cycleMessage } from './cycle-message'
import { findCycle } from './graph'
import type { Policy } from './policy'

/**
 * Reads an AWS traffic policy document. Fails only for what cannot be opened (route53.md 10): no
 * object, `Rules` or `Endpoints` of the wrong type, a rule of unknown type or without its list, a
 * cycle. Everything else opens and is reported by `checkPolicy`.
 */
export function decodePolicy(document: Json, sourceText: string | null): Result<Policy> {
  if (!isJsonObject(document)) {
    return failure(
      unusable(
        'not-an-object',
        [],
        `A traffic policy document is an object, but this is ${jsonKind(document)}.`,
      ),
    )
  }
  const endpoints = decodeMembers(document, 'Endpoints', decodeEndpoint)
  const rules = decodeMembers(document, 'Rules', decodeRule)
  const problems = [endpoints, rules].flatMap((result) => (result.ok ? [] : result.problems))
  if (!endpoints.ok || !rules.ok) return failureOf(problems)
  const policy: Policy = {
    formatVersion: readField(document, 'AWSPolicyFormatVersion', text),
    recordType: readField(document, 'RecordType', text),
    start: decodeStart(document),
    endpoints: endpoints.value,
    rules: rules.value,
    source: document,
    text: sourceText,
  }
  const cycle = findCycle(policy)
  if (cycle) {
    return failure(unusable('cycle', ['Rules', cycle[0] ?? ''], cycleMessage(cycle)))
  }
  return success(policy)
}

/** The document of a policy, over what was read of it; an untouched policy comes out as it went in. */
export function encodePolicy(policy: Policy): JsonObject {
  const into = new Map(policy.source)
  writeField(into, 'AWSPolicyFormatVersion', text, policy.formatVersion)
  writeField(into, 'RecordType', text, policy.recordType)
  writeStart(into, policy.start)
  writeMembers(into, 'Endpoints', policy.endpoints, encodeEndpoint)
  writeMembers(into, 'Rules', policy.rules, encodeRule)
  return into
}

// Both start keys together are an error; the rule is taken until it is mended.
function decodeStart(document: JsonObject): Target | null {
  const rule = document.get('StartRule')
  if (typeof rule === 'string') return { kind: 'rule', id: rule }
  const endpoint = document.get('StartEndpoint')
  return typeof endpoint === 'string' ? { kind: 'endpoint', id: endpoint } : null
}

function writeStart(into: Map<string, Json>, start: Target | null): void {
  const before = decodeStart(into)
  if (before?.kind === start?.kind && before?.id === start?.id) return
  const key = start && START_KEY[start.kind]
  const previous = into.has('StartRule') ? 'StartRule' : 'StartEndpoint'
  // The key that changes kind keeps its place among the others.
  const entries = [...into].flatMap(([name, value]): [string, Json][] => {
    if (name === previous && key) return [[key, start.id]]
    return name === 'StartRule' || name === 'StartEndpoint' ? [] : [[name, value]]
  })
  into.clear()
  for (const [name, value] of entries) into.set(name, value)
  if (key && !into.has(key)) into.set(key, start.id)
}

const START_KEY = { rule: 'StartRule', endpoint: 'StartEndpoint' } as const

function decodeEndpoint(raw: Json, path: JsonPath, id: string): Result<Endpoint> {
  if (!isJsonObject(raw)) {
    return failure(
      unusable(
        'endpoint',
        path,
        `An endpoint must be an object with a Type and a Value, but this is ${jsonKind(raw)}.`,
      ),
    )
  }
  return success({
    id,
    type: readField(raw, 'Type', text),
    value: readField(raw, 'Value', text),
    region: readField(raw, 'Region', text),
    source: raw,
  })
}

function encodeEndpoint(endpoint: Endpoint): JsonObject {
  const into = new Map(endpoint.source)
  writeField(into, 'Type', text, endpoint.type)
  writeField(into, 'Region', text, endpoint.region)
  writeField(into, 'Value', text, endpoint.value)
  return into
}

function decodeMembers<T extends Endpoint | Rule>(
  document: JsonObject,
  key: 'Endpoints' | 'Rules',
  decode: (raw: Json, path: JsonPath, id: string) => Result<T>,
): Result<ReadonlyMap<string, T>> {
  const raw = document.get(key) ?? EMPTY_OBJECT
  if (!isJsonObject(raw)) {
    return failure(
      unusable('members', [key], `${key} must be an object of ids, but this is ${jsonKind(raw)}.`),
    )
  }
  const members = new Map<string, T>()
  const problems: Problem[] = []
  for (const [id, member] of raw) {
    if (member === null) continue
    const result = decode(member, [key, id], id)
    if (result.ok) members.set(id, result.value)
    else problems.push(...result.problems)
  }
  return problems.length > 0 ? failureOf(problems) : success(members)
}

function writeMembers<T>(
  into: Map<string, Json>,
  key: 'Endpoints' | 'Rules',
  members: ReadonlyMap<string, T>,
  encode: (member: T) => JsonObject,
): void {
  const before = into.get(key)
  if (members.size === 0 && !isJsonObject(before)) return
  const written = new Map<string, Json>([...members].map(([id, member]) => [id, encode(member)]))
  // Members that are null read as absent, and stay as they are.
  for (const [id, member] of isJsonObject(before) ? before : EMPTY_OBJECT) {
    if (member === null && !written.has(id)) written.set(id, null)
  }
  into.set(key, written)
}

function unusable(code: string, path: JsonPath, message: string): Problem {
  return { code: `document/${code}`, severity: 'error', message, path }
}
