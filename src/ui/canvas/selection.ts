import { type Address, type BranchId, type RuleId, sameTarget, type Target } from '../../model/address'
import { remembered } from '../../store/derived'
import { edgeIdOf, flowIdOf } from './flow-id'

/** A selection in the canvas's terms. */
export interface CanvasSelection {
  /** Flow ids of selected nodes; the rule of a selected branch is not one of them. */
  readonly nodes: ReadonlySet<string>
  /** Edge ids of selected branches, connected or not. */
  readonly edges: ReadonlySet<string>
  readonly branches: ReadonlyMap<RuleId, ReadonlySet<BranchId>>
}

/** The selection in the canvas's terms; the same object while it stays the same. */
export const canvasSelection = remembered((selection: readonly Address[]): CanvasSelection => {
  const nodes = new Set<string>()
  const edges = new Set<string>()
  const branches = new Map<RuleId, Set<BranchId>>()
  for (const address of selection) {
    if (address.kind === 'rule' && address.branch !== undefined) {
      edges.add(edgeIdOf({ rule: address.id, branch: address.branch }))
      branches.set(address.id, (branches.get(address.id) ?? new Set()).add(address.branch))
    } else {
      nodes.add(flowIdOf(nodeOf(address)))
    }
  }
  return { nodes, edges, branches }
})

export const NO_BRANCHES: ReadonlySet<BranchId> = new Set()

/** The node that an address is on; null is the start node, which also holds the policy record. */
export function nodeOf(address: Address): Target | null {
  return address.kind === 'rule' || address.kind === 'endpoint'
    ? { kind: address.kind, id: address.id }
    : null
}

export function addressOf(node: Target | null): Address {
  return node ?? { kind: 'start' }
}

/** The rules and endpoints that are selected as a whole. */
export function selectedTargets(selection: readonly Address[]): readonly Target[] {
  return selection.flatMap((address) => {
    const node = nodeOf(address)
    return node === null || (address.kind === 'rule' && address.branch !== undefined) ? [] : [node]
  })
}

/** Whether two addresses are of the same thing on the canvas; the start node holds the policy record. */
export function sameAddress(a: Address, b: Address): boolean {
  const branchOf = (address: Address) => (address.kind === 'rule' ? address.branch : undefined)
  return sameTarget(nodeOf(a), nodeOf(b)) && branchOf(a) === branchOf(b)
}
