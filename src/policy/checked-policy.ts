import type { RuleId, Target } from '../model/address'
import { EMPTY_OBJECT, isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json'
import { quote, type Subject } from '../model/problem-kind'
import { type Branch, definitionOf, type RuleType } from '../rules'
import type { BranchSubject } from '../rules/definition'
import { encodePolicy } from './document'
import type { Policy } from './policy'

/** A policy on its way through the checks, with the document it would be exported as. */
export interface CheckedPolicy {
  readonly policy: Policy
  readonly document: JsonObject
}

export function toChecked(policy: Policy): CheckedPolicy {
  return { policy, document: encodePolicy(policy) }
}

/** The document itself, whose problems stand at the start node. */
export const DOCUMENT: Subject = { path: [], at: { kind: 'start' }, name: 'the document' }

const MAP_KEY = { endpoint: 'Endpoints', rule: 'Rules' } as const

/** A rule or endpoint as a problem's subject. */
export function memberSubject({ kind, id }: Target): Subject {
  return { path: [MAP_KEY[kind], id], at: { kind, id }, name: `${kind} ${quote(id)}` }
}

/** A rule or endpoint as it would be exported. */
export function memberOf({ document }: CheckedPolicy, { kind, id }: Target): JsonObject {
  const members = document.get(MAP_KEY[kind])
  return objectOr(isJsonObject(members) ? members.get(id) : undefined)
}

/**
 * The branches of a rule as problems' subjects, in order, but for a side that is missing; `written` is the
 * rule as it would be exported.
 */
export function branchSubjects(
  rule: { readonly type: RuleType; readonly branches: readonly Branch[] },
  id: RuleId,
  written: JsonObject,
): ReadonlyMap<Branch, BranchSubject> {
  const { form } = definitionOf(rule)
  const { path } = memberSubject({ kind: 'rule', id })
  const subjects = new Map<Branch, BranchSubject>()
  const list = form.kind === 'list' ? written.get(form.key) : undefined
  rule.branches.forEach((branch, index) => {
    const at = { kind: 'rule', id, branch: branch.id } as const
    if (form.kind === 'list') {
      const name = `branch ${index + 1} of rule ${quote(id)}`
      const member = objectOr(isJsonArray(list) ? list[index] : undefined)
      subjects.set(branch, { path: [...path, form.key, index], at, name, member })
      return
    }
    const key = branch.id === 'primary' ? form.keys[0] : form.keys[1]
    const member = written.get(key)
    const name = `the ${branch.id} of rule ${quote(id)}`
    if (isJsonObject(member)) subjects.set(branch, { path: [...path, key], at, name, member })
  })
  return subjects
}

function objectOr(json: Json | undefined): JsonObject {
  return isJsonObject(json) ? json : EMPTY_OBJECT
}
