import type { Target } from '../../model/address'
import { type Loose, readable } from '../../model/field'
import { branchWords } from '../../policy/branch-label'
import { connections } from '../../policy/graph'
import { targetExists } from '../../policy/policy'
import { definitionOf } from '../../rules'
import type { Scenario } from '../../scenario/scenario'

/** A node of the policy in words, for languages that draw graphs. */
export interface DrawnNode {
  /** A name that every such language takes: `start`, `r1`, `e2`, `x1` for what does not exist. */
  readonly key: string
  readonly kind: 'start' | 'rule' | 'endpoint' | 'missing'
  readonly title: string
  /** What it is or does, below its title. */
  readonly detail: string
}

export interface DrawnEdge {
  readonly from: string
  readonly to: string
  readonly label: string
}

/** The whole graph, from the start on in document order. */
export function drawingOf({ policy, record }: Pick<Scenario, 'policy' | 'record'>): {
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
} {
  const keys = new Map<string, string>()
  const nodes: DrawnNode[] = [
    {
      key: 'start',
      kind: 'start',
      title: record.name,
      detail: textOf(policy.recordType) || 'no record type',
    },
  ]
  const add = (target: Target, node: DrawnNode) => {
    keys.set(`${target.kind} ${target.id}`, node.key)
    nodes.push(node)
  }
  for (const [id, rule] of policy.rules) {
    const detail = definitionOf(rule).title
    add({ kind: 'rule', id }, { key: `r${(keys.size + 1).toString()}`, kind: 'rule', title: id, detail })
  }
  for (const [id, endpoint] of policy.endpoints) {
    const detail = textOf(endpoint.value)
    add(
      { kind: 'endpoint', id },
      { key: `e${(keys.size + 1).toString()}`, kind: 'endpoint', title: id, detail },
    )
  }
  for (const { target } of connections(policy)) {
    if (targetExists(policy, target) || keys.has(`${target.kind} ${target.id}`)) continue
    const detail = `no such ${target.kind}`
    add(target, { key: `x${(keys.size + 1).toString()}`, kind: 'missing', title: target.id, detail })
  }
  const edges = connections(policy).map(({ from, target }) => ({
    from: from === null ? 'start' : (keys.get(`rule ${from.rule}`) ?? 'start'),
    to: keys.get(`${target.kind} ${target.id}`) ?? 'start',
    label: from === null ? '' : shortened(branchWords(policy, from.rule, from.branch)),
  }))
  return { nodes, edges }
}

/** In UTF-16 units: as much as a line of a drawing bears; a location may have a thousand blocks. */
const LONGEST_LABEL = 80

function shortened(label: string): string {
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`
}

function textOf(value: Loose<string>): string {
  return readable(value) ?? ''
}
