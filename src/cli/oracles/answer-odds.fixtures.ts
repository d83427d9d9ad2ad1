import { type CompiledNode, type CompiledPolicy, chooseAt } from '../../engine/compile'
import { readable } from '../../model/field'
import type { Client } from '../../rules/client'

/** The exact odds of each whole answer, as the engine decides: values in order of text, joined by blanks, or NODATA. */
export function answerOdds(compiled: CompiledPolicy, client: Client): ReadonlyMap<string, number> {
  const odds = new Map<string, number>()
  const add = (key: string, part: number) => odds.set(key, (odds.get(key) ?? 0) + part)

  function follow(node: CompiledNode | null | undefined, part: number): void {
    if (!node) return void add('NODATA', part)
    if (node.kind === 'endpoint') return void add(valueOf(node), part)
    const choice = chooseAt(node, client)
    if (choice.kind === 'none') add('NODATA', part)
    else if (choice.kind === 'one') follow(node.targets[choice.branch], part)
    else if (choice.kind === 'split') {
      choice.branches.forEach((branch, at) => {
        follow(node.targets[branch], part * (choice.probabilities[at] ?? 0))
      })
    } else {
      const values = choice.branches.map((branch) => valueOf(node.targets[branch]))
      add([...new Set(values)].toSorted().join(' '), part)
    }
  }

  follow(compiled.start, 1)
  return odds
}

function valueOf(node: CompiledNode | undefined): string {
  return node?.kind === 'endpoint' ? (readable(node.endpoint.value) ?? '') : 'NODATA'
}
