import type { Target } from '../../model/address'
import type { DroppedSetting } from '../../policy/edits/dropped-settings'
import { type BranchOf, definitionOf, type Rule } from '../../rules'
import { viewOf } from '../rule-views'

/** What a branch is called in its row. */
export function rowName(rule: Rule, branch: BranchOf): string {
  return viewOf(rule).rowName === 'target'
    ? (branch.target?.id ?? 'Leads nowhere yet')
    : definitionOf(rule).labelOf(branch)
}

/** All words of a branch that a filter may look for. */
export function branchText(rule: Rule): (branch: BranchOf) => string {
  const definition = definitionOf(rule)
  return (branch) => `${definition.labelOf(branch)} ${branch.target?.id ?? ''}`
}

/** A node in a sentence: `rule geo-1`, `the start`. */
export function nodeText(node: Target | null): string {
  return node === null ? 'the start' : `${node.kind} ${node.id}`
}

const MOST_NAMED = 6

/** Settings that an edit drops, in a list that stays short. */
export function droppedText(dropped: readonly DroppedSetting[]): string {
  const named = dropped.slice(0, MOST_NAMED).map(({ what }) => what)
  const more = dropped.length - named.length
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** The branch of a rule in a few words of its own: "France", "Weight 3". */
export function labelOfAny(rule: Rule, branch: BranchOf): string {
  return definitionOf(rule).labelOf(branch)
}
