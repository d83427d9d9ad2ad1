import type { Address, BranchId, Target } from '../../model/address'
import { type Policy, targetExists } from '../../policy/policy'
import { useApp } from '../app-context'
import { nodeOf } from '../canvas/selection'
import { EndpointPanel } from './endpoint/endpoint-panel'
import styles from './inspector.module.css'
import { ManyPanel } from './many-panel'
import { loadPickers } from './pickers/lazy-pickers'
import { PolicyPanel } from './policy/policy-panel'
import { RulePanel } from './rule-panel'

// Whoever loads the panel waits for them, so that no row opens in two steps.
await loadPickers()

/** The properties of what is selected; of the policy when nothing is. */
export function Inspector() {
  const selection = useApp((state) => state.selection)
  const policy = useApp(({ scenario }) => scenario.policy)
  return (
    <section className={styles['inspector']} aria-label="Properties" tabIndex={-1}>
      <Panel nodes={selectedNodes(policy, selection)} branch={selectedBranch(selection)} policy={policy} />
    </section>
  )
}

interface PanelProps {
  readonly nodes: readonly Target[]
  readonly branch: BranchId | null
  readonly policy: Policy
}

function Panel({ nodes, branch, policy }: PanelProps) {
  const [node] = nodes
  if (!node) return <PolicyPanel />
  if (nodes.length > 1) return <ManyPanel nodes={nodes} />
  const rule = node.kind === 'rule' ? policy.rules.get(node.id) : undefined
  if (rule) return <RulePanel id={node.id} rule={rule} branch={branch} />
  const endpoint = policy.endpoints.get(node.id)
  return endpoint ? <EndpointPanel endpoint={endpoint} /> : <PolicyPanel />
}

/** The rules and endpoints of a selection, each once; what undo has taken away is no longer one. */
function selectedNodes(policy: Policy, selection: readonly Address[]): readonly Target[] {
  const nodes = new Map<string, Target>()
  for (const address of selection) {
    const node = nodeOf(address)
    if (node && targetExists(policy, node)) nodes.set(`${node.kind} ${node.id}`, node)
  }
  return [...nodes.values()]
}

function selectedBranch([first]: readonly Address[]): BranchId | null {
  return first?.kind === 'rule' ? (first.branch ?? null) : null
}
