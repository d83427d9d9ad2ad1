import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../model/json'
import type { JsonPath } from '../../model/problem'
import { RULES, type RuleType, ruleTypeOf } from '../../rules'

/** A document as a repair sees it: whatever of it has the shape that it should, with its place. */
export interface Sight {
  readonly document: JsonObject
  readonly endpoints: readonly MemberSight[]
  readonly rules: readonly RuleSight[]
}

export interface MemberSight {
  readonly id: string
  readonly path: JsonPath
  readonly member: JsonObject
}

export interface RuleSight extends MemberSight {
  readonly type: RuleType | null
  /** The branches under the keys of its type; none while these are something else. */
  readonly branches: readonly BranchSight[]
}

export interface BranchSight {
  readonly path: JsonPath
  readonly branch: JsonObject
}

export function sightOf(document: JsonObject): Sight {
  return {
    document,
    endpoints: membersOf(document, 'Endpoints'),
    rules: membersOf(document, 'Rules').map((rule) => {
      const type = ruleTypeOf(rule.member.get('RuleType'))
      return { ...rule, type, branches: type === null ? [] : branchesOf(rule, type) }
    }),
  }
}

function membersOf(document: JsonObject, key: string): readonly MemberSight[] {
  const members = document.get(key)
  return [...(isJsonObject(members) ? members : [])].flatMap(([id, member]) =>
    isJsonObject(member) ? [{ id, path: [key, id], member }] : [],
  )
}

function branchesOf({ path, member }: MemberSight, type: RuleType): readonly BranchSight[] {
  return keysOf(type).flatMap((key) => {
    const held = member.get(key)
    if (RULES[type].form.kind === 'pair') return sight(held, [...path, key])
    return isJsonArray(held) ? held.flatMap((item, index) => sight(item, [...path, key, index])) : []
  })
}

function sight(json: Json | undefined, path: JsonPath): readonly BranchSight[] {
  return isJsonObject(json) ? [{ path, branch: json }] : []
}

/** The keys under which a rule of a type keeps its branches. */
export function keysOf(type: RuleType): readonly string[] {
  const { form } = RULES[type]
  return form.kind === 'list' ? [form.key] : form.keys
}

/** The ids of a map of the document, whatever the members are. */
export function idsOf(document: JsonObject, key: 'Endpoints' | 'Rules'): readonly string[] {
  const members = document.get(key)
  return isJsonObject(members) ? [...members.keys()] : []
}

/** Letters and digits alone, for comparing words that are spelled in different ways. */
export function bare(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
