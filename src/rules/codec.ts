import type { BranchId } from '../model/address'
import {
  EMPTY_OBJECT,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  jsonKind,
  present,
} from '../model/json'
import type { JsonPath, Problem } from '../model/problem'
import { failure, failureOf, type Result, success } from '../model/result'
import { type Branch, decodeBranch, encodeBranch } from './branch'
import type { RuleDefinition, RuleOf } from './definition'
import {
  type BranchByType,
  definitionOf,
  RULE_TYPES,
  RULES,
  type Rule,
  type RuleType,
  ruleTypeOf,
} from './index'

/** Reads one member of `Rules`. Fails only for what cannot be opened (route53.md 10); the rest is checked later. */
export function decodeRule(raw: Json, path: JsonPath): Result<Rule> {
  if (!isJsonObject(raw)) {
    return failure(
      unusable('rule-type', path, `A rule must be an object with a RuleType, but this is ${jsonKind(raw)}.`),
    )
  }
  const type = ruleTypeOf(raw.get('RuleType'))
  if (type === null) {
    const known = RULE_TYPES.filter((each) => RULES[each].inTrafficFlow)
      .map((each) => RULES[each].documentType)
      .join(', ')
    const found = present(raw, 'RuleType')
    return failure(
      found === undefined
        ? unusable('rule-type', path, `This rule has no RuleType. Give it one of: ${known}.`)
        : unusable(
            'rule-type',
            [...path, 'RuleType'],
            `${typeof found === 'string' ? `“${found}”` : jsonKind(found)} is no rule type. Use one of: ${known}.`,
          ),
    )
  }
  return decodeAs(RULES[type], raw, path)
}

/** Writes a rule over what was read of it; an untouched rule comes out as it went in. */
export function encodeRule(rule: Rule): JsonObject {
  return encodeAs(definitionOf(rule), rule)
}

/** Path of a branch below its rule: `['Items', 2]`, `['Primary']`. */
export function branchPath(rule: Rule, id: BranchId): JsonPath {
  const { form } = definitionOf(rule)
  if (form.kind === 'list') return [form.key, rule.branches.findIndex((branch) => branch.id === id)]
  return [id === 'primary' ? form.keys[0] : form.keys[1]]
}

function decodeAs<T extends RuleType>(
  definition: RuleDefinition<T, BranchByType[T]>,
  raw: JsonObject,
  path: JsonPath,
): Result<Rule<T>> {
  const { form, type } = definition
  if (form.kind === 'pair') {
    const [primary, secondary] = form.keys
    const members = [present(raw, primary), present(raw, secondary)]
    if (members.every((member) => member === undefined)) {
      return failure(
        unusable(
          'branches',
          path,
          `A ${definition.documentType} rule needs ${primary} and ${secondary}, and this one has neither.`,
        ),
      )
    }
    const wrong = form.keys.find((key) => present(raw, key) !== undefined && !isJsonObject(raw.get(key)))
    if (wrong !== undefined) {
      return failure(
        unusable(
          'branches',
          [...path, wrong],
          `${wrong} must be an object, but this is ${jsonKind(raw.get(wrong))}.`,
        ),
      )
    }
    const branches = (['primary', 'secondary'] as const).map((id, index) => {
      const member = members[index]
      return definition.decodeBranch(decodeBranch(id, isJsonObject(member) ? member : EMPTY_OBJECT))
    })
    return success({ type, branches, source: raw })
  }
  const list = present(raw, form.key)
  if (!isJsonArray(list)) {
    return failure(
      list === undefined
        ? unusable(
            'branches',
            path,
            `A ${definition.documentType} rule keeps its branches in a list named ${form.key}, which is missing here.`,
          )
        : unusable(
            'branches',
            [...path, form.key],
            `${form.key} must be a list, but this is ${jsonKind(list)}.`,
          ),
    )
  }
  const problems = list.flatMap((item, index): Problem[] =>
    isJsonObject(item)
      ? []
      : [
          unusable(
            'branches',
            [...path, form.key, index],
            `Each member of ${form.key} must be an object with a reference, but this is ${jsonKind(item)}.`,
          ),
        ],
  )
  if (problems.length > 0) return failureOf(problems)
  const branches = list.map((item, index) =>
    definition.decodeBranch(decodeBranch(`b${index + 1}`, isJsonObject(item) ? item : EMPTY_OBJECT)),
  )
  return success({ type, branches, source: raw })
}

function encodeAs<T extends Rule['type'], B extends Branch>(
  definition: RuleDefinition<T, B>,
  rule: RuleOf<T, B>,
): JsonObject {
  const into = new Map(rule.source)
  if (ruleTypeOf(into.get('RuleType')) !== definition.type) into.set('RuleType', definition.documentType)
  const members = rule.branches.map((branch) => {
    const member = encodeBranch(branch)
    definition.encodeBranch(branch, member)
    return member
  })
  const { form } = definition
  if (form.kind === 'list') {
    into.set(form.key, members)
    return into
  }
  rule.branches.forEach((branch, index) => {
    const key = branch.id === 'primary' ? form.keys[0] : form.keys[1]
    const member = members[index] ?? EMPTY_OBJECT
    // A missing side stays missing until something is put there.
    if (member.size > 0 || isJsonObject(into.get(key))) into.set(key, member)
  })
  return into
}

function unusable(code: string, path: JsonPath, message: string): Problem {
  return { code: `document/${code}`, severity: 'error', message, path }
}
