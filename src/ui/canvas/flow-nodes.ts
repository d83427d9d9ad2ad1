import type { BranchId, EndpointId, RuleId, Target } from '../../model/address'
import type { Policy } from '../../policy/policy'
import { definitionOf, type Rule } from '../../rules'
import {
  BRANCH_HEIGHT,
  ENDPOINT_SIZE,
  type NodeSize,
  RULE_WIDTH,
  ruleSize,
  START_SIZE,
} from '../../scenario/node-size'
import { type Layout, nodeKey, type Position as Place } from '../../scenario/scenario'
import { type Node, Position } from './flow'
import { flowIdOf, HANDLE } from './flow-id'
import { branchText } from './names'
import { type CanvasSelection, NO_BRANCHES } from './selection'
import { FOLDED, type Fold, shownRows } from './shown-rows'

export type StartNode = Node<Record<string, never>, 'start'>
export type Handles = NonNullable<Node['handles']>
export type RuleNode = Node<{ readonly rule: RuleId; readonly handles: Handles }, 'rule'>
export type EndpointNode = Node<{ readonly endpoint: EndpointId; readonly handles: Handles }, 'endpoint'>
export type CanvasNode = StartNode | RuleNode | EndpointNode

/** Height of a rule's header; its rows begin below it. */
export const HEADER = 48
/** Handles are dots that stand out so far from the edge of the node, as in `handle.module.css`. */
const SIDE = 12
const OUT = 5

export interface NodeInputs {
  readonly policy: Policy
  readonly positions: Layout
  readonly dragged: ReadonlyMap<string, Place>
  readonly selection: CanvasSelection
  readonly folds: ReadonlyMap<RuleId, Fold>
}

/**
 * Makes the canvas's nodes from the policy. Sizes and handles are computed, not measured, so that a node
 * out of sight needs no element. A node that did not change stays the same object, and so does the list.
 */
export function nodeMaker(): (inputs: NodeInputs) => CanvasNode[] {
  let last: CanvasNode[] = []
  let known = new Map<string, { readonly node: CanvasNode; readonly signature: string }>()
  const bodies = new WeakMap<Rule, RuleBody>()

  function bodyOf(id: RuleId, rule: Rule, fold: Fold, selected: ReadonlySet<BranchId> = NO_BRANCHES): Body {
    const before = bodies.get(rule)
    if (before?.id === id && before.fold === fold && before.selected === selected) return before.body
    const body = ruleBody(id, rule, fold, selected)
    bodies.set(rule, { id, fold, selected, body })
    return body
  }

  return ({ policy, positions, dragged, selection, folds }) => {
    const next: typeof known = new Map()

    function add(target: Target | null, body: Body): void {
      const key = nodeKey(target)
      const id = flowIdOf(target)
      const position = dragged.get(key) ?? positions.get(key) ?? { x: 0, y: 0 }
      const selected = selection.nodes.has(id)
      const dragging = dragged.has(key)
      const signature = `${position.x} ${position.y} ${selected} ${dragging} ${body.signature}`
      const before = known.get(id)
      if (before?.signature === signature) {
        next.set(id, before)
        return
      }
      const common = {
        id,
        position: { x: position.x, y: position.y },
        selected,
        ...body.size,
        measured: body.size,
        handles: body.handles,
        ariaLabel: body.label,
        dragging,
      }
      next.set(id, { node: body.make(common), signature })
    }

    add(null, START)
    for (const [id, rule] of policy.rules) {
      add({ kind: 'rule', id }, bodyOf(id, rule, folds.get(id) ?? FOLDED, selection.branches.get(id)))
    }
    for (const id of policy.endpoints.keys()) add({ kind: 'endpoint', id }, endpointBody(id))

    known = next
    const nodes = [...next.values()].map(({ node }) => node)
    const same = nodes.length === last.length && nodes.every((node, index) => node === last[index])
    if (!same) last = nodes
    return last
  }
}

type Common = Pick<
  Node,
  'id' | 'position' | 'selected' | 'width' | 'height' | 'measured' | 'ariaLabel' | 'dragging'
> & { handles: Handles }

interface Body {
  readonly size: NodeSize
  readonly handles: Handles
  readonly label: string
  readonly signature: string
  make(common: Common): CanvasNode
}

/** A rule's body with all that it was made from beside the rule. */
interface RuleBody {
  readonly id: RuleId
  readonly fold: Fold
  readonly selected: ReadonlySet<BranchId>
  readonly body: Body
}

const START: Body = {
  size: START_SIZE,
  handles: [source(HANDLE.start, START_SIZE.width, START_SIZE.height / 2)],
  label: 'Start: the policy record',
  signature: '',
  make: (common) => ({ ...common, type: 'start', data: {} }),
}

const ENDPOINT_HANDLES = [incoming(ENDPOINT_SIZE.height / 2)]

function endpointBody(endpoint: EndpointId): Body {
  return {
    size: ENDPOINT_SIZE,
    handles: ENDPOINT_HANDLES,
    label: `Endpoint ${endpoint}`,
    signature: '',
    make: (common) => ({ ...common, type: 'endpoint', data: { endpoint, handles: common.handles } }),
  }
}

function ruleBody(id: RuleId, rule: Rule, fold: Fold, selected: ReadonlySet<BranchId>): Body {
  const { title, form } = definitionOf(rule)
  const rows = shownRows(rule.branches, fold, selected, branchText(rule))
  const middleOf = (row: number) => HEADER + (row + 0.5) * BRANCH_HEIGHT
  const handles = [
    incoming(HEADER / 2),
    ...(form.kind === 'list' ? [source(HANDLE.new, RULE_WIDTH, HEADER / 2)] : []),
    ...rows.branches.map((branch, row) => source(branch.id, RULE_WIDTH, middleOf(row))),
    ...(rows.folds ? [source(HANDLE.fold, RULE_WIDTH, middleOf(rows.slots - 1))] : []),
  ]
  return {
    size: ruleSize(rows.slots),
    handles,
    label: `${title} rule ${id}`,
    signature: `${rule.type} ${rows.slots} ${rows.branches.map((branch) => branch.id).join()}`,
    make: (common) => ({ ...common, type: 'rule', data: { rule: id, handles: common.handles } }),
  }
}

function source(id: string, right: number, middle: number) {
  const corner = { x: right + OUT - SIDE, y: middle - SIDE / 2 }
  return { id, type: 'source', position: Position.Right, width: SIDE, height: SIDE, ...corner } as const
}

function incoming(middle: number) {
  const corner = { x: -OUT, y: middle - SIDE / 2 }
  return {
    id: HANDLE.in,
    type: 'target',
    position: Position.Left,
    width: SIDE,
    height: SIDE,
    ...corner,
  } as const
}
