import type { Client } from '../rules/client'
import type { Choice } from '../rules/decision'
import {
  type CompiledEndpoint,
  type CompiledNode,
  type CompiledPolicy,
  type CompiledRule,
  chooseAt,
} from './compile'
import { type Random, sample } from './random'

const NOTHING: readonly CompiledEndpoint[] = []

/**
 * The endpoints that answer one query, drawn: usually one, several for a multivalue answer, none for
 * NODATA. The bare decision without a trace, for many queries.
 */
export function drawEndpoints(
  compiled: CompiledPolicy,
  client: Client,
  random: Random,
): readonly CompiledEndpoint[] {
  let node: CompiledNode | null | undefined = compiled.start
  while (node?.kind === 'rule') {
    const choice = chooseAt(node, client)
    if (choice.kind === 'upTo') return answersAlong(node, drawBranches(choice, random))
    node = node.targets[drawBranch(choice, random)]
  }
  return node?.alone ?? NOTHING
}

const NO_BRANCH = -1

/** The branch that a choice of one leads along; NO_BRANCH (no index) where it leads nowhere. */
function drawBranch(choice: Exclude<Choice, { kind: 'upTo' }>, random: Random): number {
  if (choice.kind === 'one') return choice.branch
  if (choice.kind === 'none') return NO_BRANCH
  const { branches, probabilities } = choice
  let rest = random()
  let last = NO_BRANCH
  for (let index = 0; index < branches.length; index++) {
    last = branches[index] ?? NO_BRANCH
    rest -= probabilities[index] ?? 0
    if (rest < 0) return last
  }
  // Rounding may leave a hair of the interval over: it is the last branch's.
  return last
}

/** The branches of any choice, drawn; in random order where there are several. */
export function drawBranches(choice: Choice, random: Random): readonly number[] {
  if (choice.kind === 'upTo') return sample(choice.branches, choice.count, random)
  const branch = drawBranch(choice, random)
  return branch === NO_BRANCH ? [] : [branch]
}

/** The endpoints that branches lead straight to, each once: an answer repeats no record (route53.md 9.22). */
export function answersAlong(rule: CompiledRule, branches: readonly number[]): readonly CompiledEndpoint[] {
  const targets = new Set(branches.map((branch) => rule.targets[branch]))
  return [...targets].filter((target) => target?.kind === 'endpoint')
}
