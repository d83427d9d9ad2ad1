import type { Target } from '../model/address'
import type { Policy } from '../policy/policy'
import { withEndpointRenamed } from './endpoint-facts'
import { nodeKey, type Scenario } from './scenario'
import { withPolicy } from './with-policy'

/**
 * The scenario around a policy whose document was rewritten as a text. A rule or endpoint that stands where another
 * stood is that one under a new id: it keeps its place on the canvas and what is said of it.
 */
export function withRewrittenPolicy(scenario: Scenario, policy: Policy): Scenario {
  const renames = [
    ...renamed('rule', scenario.policy, policy),
    ...renamed('endpoint', scenario.policy, policy),
  ]
  const carried = renames.reduce((before: Scenario, { from, to }) => {
    const said = from.kind === 'endpoint' ? withEndpointRenamed(before, from.id, to.id) : before
    const place = said.layout.get(nodeKey(from))
    return place ? { ...said, layout: new Map([...said.layout, [nodeKey(to), place]]) } : said
  }, scenario)
  return withPolicy(carried, policy)
}

interface Rename {
  readonly from: Target
  readonly to: Target
}

function renamed(kind: Target['kind'], before: Policy, after: Policy): readonly Rename[] {
  const members = kind === 'rule' ? 'rules' : 'endpoints'
  const [old, now] = [[...before[members].keys()], [...after[members].keys()]]
  if (old.length !== now.length) return []
  return old.flatMap((id, index) => {
    const next = now[index]
    const isNew = next !== undefined && !before[members].has(next) && !after[members].has(id)
    return isNew ? [{ from: { kind, id }, to: { kind, id: next } }] : []
  })
}
