import type { Target } from '../model/address'
import type { Edited } from '../policy/edits/edited'
import { renameEndpoint, renameRule } from '../policy/edits/rename'
import { nodeKey, type Scenario } from './scenario'

/** Gives a node another id throughout the scenario: in the policy, at its place on the canvas, and where it is down. */
export function renameNode(
  scenario: Scenario,
  node: Target,
  id: string,
): Edited<{ readonly scenario: Scenario }> {
  const rename = node.kind === 'rule' ? renameRule : renameEndpoint
  const edited = rename(scenario.policy, node.id, id)
  if (!edited.ok) return edited
  if (edited.policy === scenario.policy) return { ...edited, scenario }
  const { layout, world } = scenario
  const renamed = { kind: node.kind, id }
  const moved = [...layout].map(
    ([key, position]) => [key === nodeKey(node) ? nodeKey(renamed) : key, position] as const,
  )
  const goesDown = node.kind === 'endpoint' && world.down.has(node.id)
  const down = [...world.down].map((each) => (each === node.id ? id : each))
  return {
    ...edited,
    scenario: {
      ...scenario,
      policy: edited.policy,
      layout: new Map(moved),
      world: goesDown ? { ...world, down: new Set(down) } : world,
    },
  }
}
