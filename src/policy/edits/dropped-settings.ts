import type { BranchId, Target } from '../../model/address'
import { isJsonNumber, type Json } from '../../model/json'
import { quote } from '../../model/problem-kind'
import { type BranchByType, definitionOf, type Rule, type RuleOf, type RuleType } from '../../rules'
import { encodeBranch } from '../../rules/branch'
import type { SettingWord } from '../../rules/definition'

/** A setting of a branch, or of the rule itself, that an edit had to drop. */
export interface DroppedSetting {
  /** Null for a setting of the rule. */
  readonly branch: BranchId | null
  readonly target: Target | null
  /** In words: `weight 3`, `place France`, `bias 20`. */
  readonly what: string
}

/** The settings that a rule and its branches had and, at the same place of another rule, no longer have. */
export function droppedBetween(before: Rule, after: Rule): readonly DroppedSetting[] {
  return [...droppedOfRule(before, after), ...droppedOfBranches(before, after)]
}

/** What the rule itself says beside its branches, such as the CIDR collection of an IP-based rule. */
function droppedOfRule(before: Rule, after: Rule): readonly DroppedSetting[] {
  return Object.keys(definitionOf(before).ruleKeys).flatMap((key) => {
    const value = before.source.get(key)
    if (value === undefined || value === null || after.source.has(key)) return []
    return [{ branch: null, target: null, what: `${wordsOfKey(key)} ${quote(textOf(value))}` }]
  })
}

/** A key of the document in words: `CidrCollection` is `CIDR collection`. */
function wordsOfKey(key: string): string {
  return key.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^Cidr\b/, 'CIDR')
}

function droppedOfBranches(before: Rule, after: Rule): readonly DroppedSetting[] {
  const kept = membersOf(after)
  const labels = labelsOf(before)
  const { settings, region } = definitionOf(before)
  const words: Readonly<Record<string, SettingWord>> = { ...SHARED_SETTINGS, ...settings }
  const regionAfter = definitionOf(after).region
  return membersOf(before).flatMap((member, index) => {
    const branch = before.branches[index]
    if (!branch) return []
    const still = kept[index]
    // A Region may live on under another key.
    const moved = region && regionAfter?.keys.some((key) => still?.has(key)) ? region.keys : []
    const gone = [...member].filter(([key]) => !still?.has(key) && !moved.includes(key))
    const lost = gone.flatMap(([key, value]) => words[key]?.(textOf(value), labels[index] ?? '') ?? [])
    // A place is spelled in several keys.
    return [...new Set(lost)].map((what) => ({ branch: branch.id, target: branch.target, what }))
  })
}

const SHARED_SETTINGS: Readonly<Record<string, SettingWord>> = {
  EvaluateTargetHealth: (value) => `evaluate target health ${value}`,
}

function textOf(value: Json): string {
  if (isJsonNumber(value)) return value.number
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : ''
}

function membersOf<T extends RuleType>(rule: RuleOf<T, BranchByType[T]>): readonly Map<string, Json>[] {
  const definition = definitionOf(rule)
  return rule.branches.map((branch) => {
    const member = encodeBranch(branch)
    definition.encodeBranch(branch, member)
    return member
  })
}

function labelsOf<T extends RuleType>(rule: RuleOf<T, BranchByType[T]>): readonly string[] {
  const definition = definitionOf(rule)
  return rule.branches.map((branch) => definition.labelOf(branch))
}
