import type { Problem, Severity } from '../../../model/problem'
import { nodeKey } from '../../../scenario/scenario'
import { remembered } from '../../../store/derived'
import { edgeIdOf } from '../flow-id'
import { nodeOf } from '../selection'

/** The problems of the scenario by where the canvas shows them. */
export interface ProblemMarks {
  /** By node key; those of a rule's branches are among the rule's. */
  readonly nodes: ReadonlyMap<string, readonly Problem[]>
  /** By edge id, of single branches. */
  readonly branches: ReadonlyMap<string, readonly Problem[]>
}

export const problemMarks = remembered((problems: readonly Problem[]): ProblemMarks => {
  const nodes = new Map<string, Problem[]>()
  const branches = new Map<string, Problem[]>()
  for (const problem of problems) {
    const { at } = problem
    if (!at) continue
    push(nodes, nodeKey(nodeOf(at)), problem)
    if (at.kind === 'rule' && at.branch !== undefined) {
      push(branches, edgeIdOf({ rule: at.id, branch: at.branch }), problem)
    }
  }
  return { nodes, branches }
})

function push(into: Map<string, Problem[]>, key: string, problem: Problem): void {
  const list = into.get(key)
  if (list) list.push(problem)
  else into.set(key, [problem])
}

/** The worst severity among problems, by which their mark is coloured. */
export function worstOf(problems: readonly Problem[]): Severity {
  if (problems.some(({ severity }) => severity === 'error')) return 'error'
  return problems.some(({ severity }) => severity === 'warning') ? 'warning' : 'note'
}

/** How many problems are as bad as the worst: what a mark of one colour can count. */
export function countOfWorst(problems: readonly Problem[]): number {
  const worst = worstOf(problems)
  return problems.filter(({ severity }) => severity === worst).length
}
