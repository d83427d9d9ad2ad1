import { expect, test } from 'vitest'
import { updateBranch } from '../../policy/edits/branches'
import { nestedScenario } from './canvas.fixtures'
import { edgeMaker } from './connections/flow-edges'
import { HANDLE } from './flow-id'
import { type NodeInputs, nodeMaker } from './flow-nodes'
import { positionsOf, withMoved } from './placement'
import { canvasSelection } from './selection'
import { elementMaker } from './use-flow-elements'

const scenario = nestedScenario()
const { policy } = scenario
const nothing = canvasSelection([])
const inputs = {
  policy,
  positions: positionsOf(scenario),
  dragged: new Map(),
  selection: nothing,
  folds: new Map(),
}

test('start, rules and endpoints are nodes, in document order, with sizes and handles that need no measuring', () => {
  const nodes = nodeMaker()(inputs)
  expect(nodes.map(({ id }) => id)).toEqual([
    'start',
    'rule:places',
    'rule:safe',
    'endpoint:paris',
    'endpoint:rest',
    'endpoint:spare',
  ])
  expect(nodes.every(({ measured }) => (measured?.width ?? 0) > 0)).toBe(true)
  expect(nodes[1]?.handles?.map(({ id }) => id)).toEqual([HANDLE.in, HANDLE.new, 'b1', 'b2', 'b3'])
  expect(nodes[2]?.handles?.map(({ id }) => id)).toEqual([HANDLE.in, 'primary', 'secondary'])
})

test('only the node that moved becomes a new object, and without a change not even the list does', () => {
  const make = nodeMaker()
  const before = make(inputs)
  expect(make({ ...inputs })).toBe(before)
  const after = make({ ...inputs, dragged: new Map([['rule:safe', { x: 1, y: 2 }]]) })
  expect(after.filter((node, index) => node !== before[index]).map(({ id }) => id)).toEqual(['rule:safe'])
  expect(after[2]?.position).toEqual({ x: 1, y: 2 })
})

test('a node is no longer dragged once it is let go, though it stays where it is', () => {
  const make = nodeMaker()
  const place = { x: 1, y: 2 }
  const draggedOf = (changes: Partial<NodeInputs>) =>
    make({ ...inputs, ...changes })
      .filter(({ dragging }) => dragging)
      .map(({ id }) => id)
  expect(draggedOf({ dragged: new Map([['rule:safe', place]]) })).toEqual(['rule:safe'])
  expect(draggedOf({ positions: new Map([...inputs.positions, ['rule:safe', place]]) })).toEqual([])
})

test('a changed setting of a branch leaves all nodes and edges as they are', () => {
  const make = nodeMaker()
  const edges = edgeMaker()
  const shown = () => true
  const before = { nodes: make(inputs), edges: edges(policy, nothing, shown) }
  const changed = updateBranch(policy, 'geolocation', { rule: 'places', branch: 'b1' }, { country: 'BE' })
  expect(changed).not.toBe(policy)
  expect(make({ ...inputs, policy: changed })).toBe(before.nodes)
  expect(edges(changed, nothing, shown)).toBe(before.edges)
})

test('together they stay the same object while a setting changes, and are another one when a node moves', () => {
  const make = elementMaker()
  const { positions, dragged, folds } = inputs
  const before = make(policy, positions, dragged, nothing, folds)
  const changed = updateBranch(policy, 'geolocation', { rule: 'places', branch: 'b1' }, { country: 'BE' })
  expect(make(changed, positions, dragged, nothing, folds)).toBe(before)
  const moved = new Map([...positions, ['rule:safe', { x: 1, y: 2 }] as const])
  const after = make(changed, moved, dragged, nothing, folds)
  expect(after).not.toBe(before)
  expect(after.edges).toBe(before.edges)
})

test('every connection is an edge from its own handle, and a branch without a row leads from the fold', () => {
  const ends = (shown: boolean) =>
    edgeMaker()(policy, nothing, () => shown).map(
      (edge) => `${edge.source} ${edge.sourceHandle ?? ''} ${edge.target}`,
    )
  expect(ends(true)).toEqual([
    'start +start rule:places',
    'rule:places b1 rule:safe',
    'rule:places b2 endpoint:rest',
    'rule:safe primary endpoint:paris',
    'rule:safe secondary endpoint:spare',
  ])
  expect(ends(false)).toContain('rule:places +fold endpoint:rest')
})

test('a selected branch selects its edge, and a selected rule its node', () => {
  const selection = canvasSelection([
    { kind: 'rule', id: 'places', branch: 'b1' },
    { kind: 'endpoint', id: 'rest' },
  ])
  const edges = edgeMaker()(policy, selection, () => true)
  expect(edges.filter(({ selected }) => selected).map(({ id }) => id)).toEqual(['rule:places/b1'])
  const nodes = nodeMaker()({ ...inputs, selection })
  expect(nodes.filter(({ selected }) => selected).map(({ id }) => id)).toEqual(['endpoint:rest'])
})

test('moving one node holds the others where they stand, and moving it nowhere is no change', () => {
  const now = positionsOf(scenario)
  const moved = withMoved(scenario, new Map([['endpoint:rest', { x: 5, y: 6 }]]))
  expect(moved.layout.size).toBe(6)
  expect(moved.layout.get('endpoint:rest')).toEqual({ x: 5, y: 6 })
  expect(moved.layout.get('start')).toEqual(now.get('start'))
  const still = now.get('start')
  expect(still && withMoved(scenario, new Map([['start', still]]))).toBe(scenario)
})

test('the automatic layout is kept while only settings change', () => {
  const changed = updateBranch(policy, 'geolocation', { rule: 'places', branch: 'b1' }, { country: 'BE' })
  expect(positionsOf({ ...scenario, policy: changed })).toBe(positionsOf(scenario))
})
