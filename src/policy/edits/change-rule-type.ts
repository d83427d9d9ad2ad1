import type { RuleId, Target } from '../../model/address'
import { readable } from '../../model/field'
import { EMPTY_OBJECT, type Json, type JsonObject } from '../../model/json'
import {
  type Branch,
  type BranchByType,
  definitionOf,
  RULES,
  type Rule,
  type RuleOf,
  type RuleType,
} from '../../rules'
import { encodeBranch, newBranch } from '../../rules/branch'
import type { RuleDefinition, RuleForm } from '../../rules/definition'
import type { Policy } from '../policy'
import { whyNotUnder } from './can-connect'
import { carryRegions } from './carry-regions'
import { lead } from './connect'
import { type DroppedSetting, droppedBetween } from './dropped-settings'
import { type Edited, refuse } from './edited'
import { freshBranchId, freshId } from './fresh-id'
import { quoted, withRule } from './members'
import { emptyMember } from './new-rule'
import { followed, newTargetHealth } from './target-health'

/**
 * What becomes of branches that a failover rule has no place for: the change is refused, or they go, as a
 * rule of the former type, below the secondary.
 */
export type Surplus = 'refuse' | 'nest'

/**
 * Changes a rule's type and keeps its branches with their targets, health checks and target-health flags.
 * Weights, places and Regions that the new type has no word for come back in `dropped`, never silently.
 */
export function changeRuleType(
  policy: Policy,
  id: RuleId,
  type: RuleType,
  surplus: Surplus = 'refuse',
): Edited<{ readonly dropped: readonly DroppedSetting[] }> {
  const rule = policy.rules.get(id)
  if (!rule) return refuse(`There is no rule ${quoted(id)}.`)
  if (rule.type === type) return { ok: true, policy, dropped: [] }
  const bases = basesOf(definitionOf(rule), rule)
  const tooMany = RULES[type].form.kind === 'pair' && bases.length > 2
  if (tooMany && surplus === 'nest') return nested(policy, id, rule, type)
  if (tooMany) {
    const rest = bases.slice(2).map(({ target }) => (target ? quoted(target.id) : 'one without a target'))
    return refuse(
      `${RULES[type].title} has a primary and a secondary, and ${quoted(id)} has ${bases.length} branches. There is no place for ${rest.join(', ')}.`,
    )
  }
  const misfits = reasonsAgainst(policy, type, bases)
  if (misfits.length > 0) return refuse(misfits.join(' '))
  const retyped = adopted(policy, RULES[type], rule, bases)
  const carried = carryRegions(withRule(policy, id, retyped), id, rule)
  return { ok: true, policy: carried, dropped: droppedBetween(rule, carried.rules.get(id) ?? retyped) }
}

/** The branches without what only their own type knows; an empty last side of a failover rule is none. */
function basesOf<T extends RuleType>(
  definition: RuleDefinition<T, BranchByType[T]>,
  rule: RuleOf<T, BranchByType[T]>,
): readonly Branch[] {
  const bases = rule.branches.map(({ id, target, healthCheck, evaluateTargetHealth, source }): Branch => {
    const shared = { id, target, healthCheck, evaluateTargetHealth }
    const blank = { ...definition.decodeBranch({ ...shared, source: EMPTY_OBJECT }), source }
    const into = encodeBranch(blank)
    definition.encodeBranch(blank, into)
    return { ...shared, source: into }
  })
  if (definition.form.kind === 'list') return bases
  const last = bases.findLastIndex((base) => base.target !== null || base.source.size > 0)
  return bases.slice(0, last + 1)
}

function adopted<T extends RuleType>(
  policy: Policy,
  definition: RuleDefinition<T, BranchByType[T]>,
  former: Rule,
  bases: readonly Branch[],
): Rule<T> {
  const { type, form } = definition
  const missing = form.kind === 'pair' ? Math.max(0, 2 - bases.length) : 0
  const filled = [...bases, ...Array.from({ length: missing }, () => newBranch('', null))]
  const branches = filled.reduce<readonly BranchByType[T][]>((siblings, base) => {
    const before = newTargetHealth(policy, former.type, base.target)
    const after = newTargetHealth(policy, type, base.target)
    const flag = followed(policy, base, base.target, before, after)
    const id = base.id === '' ? freshBranchId(siblings) : base.id
    const branch = { ...base, id, evaluateTargetHealth: flag }
    return [...siblings, definition.adoptBranch(branch, siblings, readable(policy.formatVersion))]
  }, [])
  const rule: RuleOf<T, BranchByType[T]> = {
    type,
    branches,
    source: rekeyed(former.source, definitionOf(former), emptyMember(definition)),
  }
  return rule
}

/** The rule as it was read, with the keys of another type in place of its own. */
function rekeyed(
  source: JsonObject,
  { form, ruleKeys }: { readonly form: RuleForm; readonly ruleKeys: object },
  member: JsonObject,
): JsonObject {
  const lists: readonly string[] = form.kind === 'pair' ? form.keys : [form.key]
  const old = new Set([...lists, ...Object.keys(ruleKeys)])
  const place = [...source.keys()].find((key) => lists.includes(key))
  const entries = [...source].flatMap(([key, value]): (readonly [string, Json])[] => {
    if (key === place) return [...member].filter(([name]) => name !== 'RuleType')
    if (key === 'RuleType') return [[key, member.get(key) ?? value]]
    return old.has(key) || member.has(key) ? [] : [[key, value]]
  })
  return new Map([...(source.has('RuleType') ? [] : member), ...entries])
}

function reasonsAgainst(policy: Policy, type: RuleType, bases: readonly Branch[]): readonly string[] {
  const reasons = bases.flatMap(({ target }) => (target && whyNotUnder(policy, type, target)?.reason) ?? [])
  return [...new Set(reasons)]
}

// The first branch becomes the primary; the secondary leads to a rule that holds the others as they were.
function nested(
  policy: Policy,
  id: RuleId,
  rule: Rule,
  type: RuleType,
): Edited<{ readonly dropped: readonly DroppedSetting[] }> {
  const inner = freshId(policy, rule.type)
  const [first, rest] = split(rule)
  const outer = changeRuleType(withRule(policy, id, first), id, type)
  if (!outer.ok) return outer
  const below: Target = { kind: 'rule', id: inner }
  const held = withRule(outer.policy, inner, rest)
  const secondary = held.rules.get(id)?.branches.at(-1)?.id ?? ''
  return { ...outer, policy: lead(held, { rule: id, branch: secondary }, below) }
}

function split<T extends RuleType>(rule: RuleOf<T, BranchByType[T]>): readonly [Rule<T>, Rule<T>] {
  const part = (branches: readonly BranchByType[T][]): Rule<T> => ({ ...rule, branches })
  return [part(rule.branches.slice(0, 1)), part(rule.branches.slice(1))]
}
