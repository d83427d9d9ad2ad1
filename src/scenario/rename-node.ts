import type { Target } from '../model/address'
import type { Refusal } from '../policy/edits/edited'
import { renameEndpoint, renameRule } from '../policy/edits/rename'
import { withEndpointRenamed } from './endpoint-facts'
import { nodeKey, type Scenario } from './scenario'

/** Gives a rule or endpoint another id; its place on the canvas goes with it, and what is said of it. */
export function renameNode(
  scenario: Scenario,
  node: Target,
  id: string,
): { readonly ok: true; readonly scenario: Scenario } | Refusal {
  const rename = node.kind === 'rule' ? renameRule : renameEndpoint
  const edited = rename(scenario.policy, node.id, id)
  if (!edited.ok) return edited
  if (edited.policy === scenario.policy) return { ok: true, scenario }
  const { layout } = scenario
  const [before, after] = [nodeKey(node), nodeKey({ ...node, id })]
  const said = node.kind === 'endpoint' ? withEndpointRenamed(scenario, node.id, id) : scenario
  return {
    ok: true,
    scenario: {
      ...said,
      policy: edited.policy,
      layout: layout.has(before)
        ? new Map([...layout].map(([key, position]) => [key === before ? after : key, position]))
        : layout,
    },
  }
}
