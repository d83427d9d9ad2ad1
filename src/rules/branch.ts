import type { BranchId, Target } from '../model/address'
import { sameTarget } from '../model/address'
import { flag, type Loose, readField, text, writeField } from '../model/field'
import { EMPTY_OBJECT, type Json, type JsonObject } from '../model/json'

/** One outgoing choice of a rule: the keys that all rule types share (route53.md 3). */
export interface Branch {
  readonly id: BranchId
  readonly target: Target | null
  /** Health check id; without one the branch counts as healthy. */
  readonly healthCheck: Loose<string>
  readonly evaluateTargetHealth: Loose<boolean>
  /** The member as it was read: its spelling, key order and unknown keys survive edits. */
  readonly source: JsonObject
}

/** A new branch to `target`. Target health is written out always, since its default is not documented (9.1). */
export function newBranch(id: BranchId, target: Target | null): Branch {
  return { id, target, healthCheck: undefined, evaluateTargetHealth: undefined, source: EMPTY_OBJECT }
}

export function decodeBranch(id: BranchId, source: JsonObject): Branch {
  return {
    id,
    target: decodeTarget(source),
    healthCheck: readField(source, 'HealthCheck', text),
    evaluateTargetHealth: readField(source, 'EvaluateTargetHealth', flag),
    source,
  }
}

/** The branch's shared keys over what was read; the caller adds the keys of its own rule type. */
export function encodeBranch(branch: Branch): Map<string, Json> {
  const into = new Map(branch.source)
  if (!sameTarget(decodeTarget(into), branch.target)) encodeTarget(into, branch.target)
  writeField(into, 'HealthCheck', text, branch.healthCheck)
  writeField(into, 'EvaluateTargetHealth', flag, branch.evaluateTargetHealth)
  return into
}

// A document may hold both references, which is an error; the endpoint is taken until it is mended.
function decodeTarget(source: JsonObject): Target | null {
  const endpoint = source.get('EndpointReference')
  if (typeof endpoint === 'string') return { kind: 'endpoint', id: endpoint }
  const rule = source.get('RuleReference')
  return typeof rule === 'string' ? { kind: 'rule', id: rule } : null
}

const REFERENCE_KEY = { endpoint: 'EndpointReference', rule: 'RuleReference' } as const

function encodeTarget(into: Map<string, Json>, target: Target | null): void {
  const previous = into.has('EndpointReference') ? 'EndpointReference' : 'RuleReference'
  const key = target && REFERENCE_KEY[target.kind]
  // The key that changes kind keeps its place among the others.
  const entries = [...into].flatMap(([name, value]): [string, Json][] => {
    if (name === previous && key && target) return [[key, target.id]]
    return name === 'EndpointReference' || name === 'RuleReference' ? [] : [[name, value]]
  })
  into.clear()
  for (const [name, value] of entries) into.set(name, value)
  if (key && target && !into.has(key)) into.set(key, target.id)
}
