import type { BranchId, Target } from '../../model/address'
import { isJsonNumber, type Json } from '../../model/json'
import { type BranchByType, definitionOf, type Rule, type RuleOf, type RuleType } from '../../rules'
import { encodeBranch } from '../../rules/branch'

/** A setting of a branch that an edit had to drop. */
export interface DroppedSetting {
  readonly branch: BranchId
  readonly target: Target | null
  /** In words: `weight 3`, `place France`, `bias 20`. */
  readonly what: string
}

/** The settings that branches of a rule had and, at the same place of another rule, no longer have. */
export function droppedBetween(before: Rule, after: Rule): readonly DroppedSetting[] {
  const kept = membersOf(after)
  const labels = labelsOf(before)
  return membersOf(before).flatMap((member, index) => {
    const branch = before.branches[index]
    if (!branch) return []
    const still = kept[index]
    const gone = [...member].filter(([key, value]) => !still?.has(key) && says(key, value))
    const words = gone.flatMap(([key, value]) => WORDS[key]?.(textOf(value), labels[index] ?? '') ?? [])
    // A place is spelled in several keys, and a Region may live on under another.
    const region = still?.get('Region') ?? still?.get('Location')
    return [...new Set(words)]
      .filter((what) => !(what.startsWith('location') && region !== undefined))
      .map((what) => ({ branch: branch.id, target: branch.target, what }))
  })
}

type Word = (value: string, label: string) => string

const place: Word = (_value, label) => `place ${label}`
const location: Word = (_value, label) => `location ${label}`

const WORDS: Readonly<Record<string, Word>> = {
  Weight: (value) => `weight ${value}`,
  Bias: (value) => `bias ${value}`,
  EvaluateTargetHealth: (value) => `evaluate target health ${value}`,
  IsDefault: place,
  Continent: place,
  Country: place,
  Subdivision: place,
  Region: location,
  Latitude: location,
  Longitude: location,
  Location: location,
}

// A bias of 0 and “no default” are what a branch without the key has.
function says(key: string, value: Json): boolean {
  if (key === 'Bias') return Number(textOf(value)) !== 0
  return key !== 'IsDefault' || textOf(value) === 'true'
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
