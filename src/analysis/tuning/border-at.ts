import { type CompiledPolicy, type CompiledRule, chooseAt } from '../../engine/compile'
import { demandParts } from '../../engine/distribution'
import type { BranchId, RuleId } from '../../model/address'
import type { Client } from '../../rules/client'
import type { Choice } from '../../rules/decision'

/** A border between two catchments of a geoproximity rule, which its biases can move. */
export interface BiasBorder {
  readonly rule: RuleId
  /** Where the first of the two places goes, and where the second. */
  readonly branches: readonly [BranchId, BranchId]
}

/**
 * The border that runs between two places: of the geoproximity rule nearest to the start that both reach and that
 * sends them to different targets. Null where there is none, as along the border of a country.
 */
export function borderBetween(compiled: CompiledPolicy, first: Client, second: Client): BiasBorder | null {
  const [from, to] = [choicesFor(compiled, first), choicesFor(compiled, second)]
  for (const [rule, a] of from) {
    const b = to.get(rule)
    if (rule.rule.type !== 'geoproximity' || a.kind !== 'one' || b?.kind !== 'one') continue
    if (rule.targets[a.branch] === rule.targets[b.branch]) continue
    const [one, other] = [rule.branches[a.branch], rule.branches[b.branch]]
    if (one && other) return { rule: rule.id, branches: [one.id, other.id] }
  }
  return null
}

/** What each rule that a client reaches chooses for it, the nearest to the start first. */
function choicesFor({ start, rules }: CompiledPolicy, client: Client): ReadonlyMap<CompiledRule, Choice> {
  const reached = new Set([start])
  const choices = new Map<CompiledRule, Choice>()
  for (const rule of rules.toReversed()) {
    if (!reached.has(rule)) continue
    const choice = chooseAt(rule, client)
    choices.set(rule, choice)
    for (const { branch, part } of demandParts(rule.targets, choice)) {
      const target = part > 0 ? rule.targets[branch] : undefined
      if (target) reached.add(target)
    }
  }
  return choices
}
