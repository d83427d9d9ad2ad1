import type { Branch } from './branch'
import type { RuleDefinition, RuleOf } from './definition'
import { failover } from './failover/definition'
import { geolocation } from './geolocation/definition'
import { geoproximity } from './geoproximity/definition'
import { ipBased } from './ip-based/definition'
import { latency } from './latency/definition'
import { multivalue } from './multivalue/definition'
import { weighted } from './weighted/definition'

// The list of rule types: the only place in the pure layers that names them all.
const definitions = {
  weighted,
  failover,
  geolocation,
  latency,
  geoproximity,
  multivalue,
  'ip-based': ipBased,
} as const

/** The branch of each rule type. */
export type BranchByType = {
  [K in keyof typeof definitions]: (typeof definitions)[K] extends RuleDefinition<K, infer B> ? B : never
}
export type RuleType = keyof BranchByType
/** A branch of one rule type, or of any. */
export type BranchOf<T extends RuleType = RuleType> = { [K in T]: BranchByType[K] }[T]
/** A rule of one type, or of any. */
export type Rule<T extends RuleType = RuleType> = { [K in T]: RuleOf<K, BranchByType[K]> }[T]

export const RULES: { readonly [K in RuleType]: RuleDefinition<K, BranchByType[K]> } = definitions

/** All definitions, in the order that menus show them. */
export const RULE_TYPES: readonly RuleType[] = Object.values(definitions).map(({ type }) => type)

/** A definition that may be applied to any rule or branch of its own type. */
type AnyDefinition = { [K in RuleType]: RuleDefinition<K, BranchByType[K]> }[RuleType]

/** The definition of a rule's own type. */
export function definitionOf<T extends RuleType>(rule: {
  readonly type: T
}): RuleDefinition<T, BranchByType[T]> {
  return RULES[rule.type]
}

/** The rule type behind a `RuleType` of the document, or null when it names none. */
export function ruleTypeOf(documentType: unknown): RuleType | null {
  const found: AnyDefinition | undefined = Object.values(definitions).find(
    (definition) => definition.documentType === documentType,
  )
  return found?.type ?? null
}

export type { Branch, RuleOf }
