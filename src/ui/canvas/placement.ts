import { sameTarget } from '../../model/address'
import type { Policy } from '../../policy/policy'
import type { Rule } from '../../rules'
import { autoLayout } from '../../scenario/auto-layout'
import type { Layout, Position, Scenario } from '../../scenario/scenario'
import { remembered } from '../../store/derived'

let lastAutomatic: { readonly policy: Policy; readonly layout: Layout } | null = null

/** The automatic layout; not computed again while only weights, biases or values change. */
function automaticLayout(policy: Policy): Layout {
  const same = lastAutomatic !== null && sameShape(lastAutomatic.policy, policy) ? lastAutomatic.layout : null
  // Kept with the newest policy, which is asked for again at once.
  lastAutomatic = { policy, layout: same ?? autoLayout(policy) }
  return lastAutomatic.layout
}

const merged = remembered((automatic: Layout, layout: Layout): Layout => {
  if (layout.size === 0) return automatic
  return new Map([...automatic].map(([key, position]) => [key, layout.get(key) ?? position]))
})

/** Where every node stands, by `nodeKey`: where it was put, else where the automatic layout has it. */
export function positionsOf({ policy, layout }: Pick<Scenario, 'policy' | 'layout'>): Layout {
  return merged(automaticLayout(policy), layout)
}

/** The scenario with some nodes moved. The others are held where they stand, so that nothing else moves later. */
export function withMoved(scenario: Scenario, moved: ReadonlyMap<string, Position>): Scenario {
  const now = positionsOf(scenario)
  const moves = [...moved].some(([key, { x, y }]) => {
    const before = now.get(key)
    return before === undefined || before.x !== x || before.y !== y
  })
  return moves ? { ...scenario, layout: new Map([...now, ...moved]) } : scenario
}

function sameShape(a: Policy, b: Policy): boolean {
  if (a === b) return true
  return (
    sameTarget(a.start, b.start) &&
    (a.endpoints === b.endpoints || sameKeys(a.endpoints, b.endpoints)) &&
    (a.rules === b.rules || (sameKeys(a.rules, b.rules) && sameRules(a.rules, b.rules)))
  )
}

function sameRules(a: ReadonlyMap<string, Rule>, b: ReadonlyMap<string, Rule>): boolean {
  return [...a].every(([id, rule]) => {
    const other = b.get(id)
    if (rule === other) return true
    return (
      other?.branches.length === rule.branches.length &&
      rule.branches.every((branch, index) => sameTarget(branch.target, other.branches[index]?.target ?? null))
    )
  })
}

function sameKeys(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  if (a.size !== b.size) return false
  const others = b.keys()
  return [...a.keys()].every((key) => key === others.next().value)
}
