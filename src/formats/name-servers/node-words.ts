import type { RuleId, Target } from '../../model/address'
import { quote } from '../../model/problem-kind'
import { branchWords } from '../../policy/branch-label'
import type { Policy } from '../../policy/policy'
import { definitionOf, type Rule } from '../../rules'
import type { LiveBranch, LivePolicy } from './live-policy'
import { comment } from './zone-of'

// Words for the comments of files that know nodes by other names, so that an operator finds his way in them.

/** `rule “near” (Geoproximity)`. */
export function ruleWords(id: RuleId, rule: Rule): string {
  return `rule ${quote(comment(id))} (${definitionOf(rule).title})`
}

/** `endpoint “frankfurt”`, `rule “near”`. */
export function targetWords({ kind, id }: Target): string {
  return `${kind} ${quote(comment(id))}`
}

/** What a branch is for, in a few words: `eu-west-1, bias +20`; a location may have a thousand blocks. */
export function branchComment(policy: Policy, rule: RuleId, { branch }: LiveBranch): string {
  const words = comment(branchWords(policy, rule, branch.id))
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1).trimEnd()}…`
}

/** In UTF-16 units. */
const LONGEST = 80

/** Where the health checks stand, by their ids: `rule “near”, eu-west-1 → endpoint “dublin”`. */
export function checkUses(policy: Policy, live: LivePolicy): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>()
  for (const [id, rule] of live.rules) {
    for (const each of live.branchesOf(rule)) {
      const { check, target } = each.link
      if (check === null) continue
      const words = [`rule ${quote(comment(id))}`, branchComment(policy, id, each)].filter(Boolean).join(', ')
      uses.set(check, [...(uses.get(check) ?? []), `${words} → ${targetWords(target)}`])
    }
  }
  return uses
}
