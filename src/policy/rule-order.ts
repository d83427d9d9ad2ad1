import type { RuleId, Target } from '../model/address'
import { childRules } from './graph'
import type { Policy } from './policy'

/** The rules reachable from a target, each once and after every rule below it. */
export function childrenFirst(policy: Policy, from: Target | null): readonly RuleId[] {
  const order: RuleId[] = []
  const seen = new Set<RuleId>()
  // An explicit stack: documents from outside may be deeper than the call stack.
  const path: { readonly id: RuleId; readonly below: Iterator<RuleId> }[] = []

  function enter(id: RuleId): void {
    if (seen.has(id) || !policy.rules.has(id)) return
    seen.add(id)
    path.push({ id, below: childRules(policy, id).values() })
  }

  if (from?.kind === 'rule') enter(from.id)
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const next = top.below.next()
    if (next.done) {
      order.push(top.id)
      path.pop()
    } else {
      enter(next.value)
    }
  }
  return order
}
