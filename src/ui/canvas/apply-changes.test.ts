import { beforeEach, expect, test } from 'vitest'
import { createAppStore } from '../../store/app-store'
import { applyEdgeChanges, applyNodeChanges } from './apply-changes'
import { nestedScenario } from './canvas.fixtures'
import { createCanvasStore } from './canvas-state'
import { edgeMaker } from './connections/flow-edges'
import { canvasSelection } from './selection'

let app = createAppStore(nestedScenario())
let canvas = createCanvasStore()
const ALONE = { adding: false, boxing: false }
beforeEach(() => {
  app = createAppStore(nestedScenario())
  canvas = createCanvasStore()
})
const labels = () => app.getState().history.past.map(({ label }) => label)
const position = (y: number, dragging: boolean) =>
  [{ id: 'rule:safe', type: 'position', position: { x: 0.4, y }, dragging }] as const

test('a drag stays out of the scenario until it ends, and is then one step', () => {
  applyNodeChanges(position(10, true), app, canvas, ALONE)
  applyNodeChanges(position(20, true), app, canvas, ALONE)
  expect(labels()).toEqual([])
  expect(canvas.getState().dragged.get('rule:safe')).toEqual({ x: 0, y: 20 })
  applyNodeChanges(position(20, false), app, canvas, ALONE)
  expect(labels()).toEqual(['Move safe'])
  expect(canvas.getState().dragged.size).toBe(0)
  expect(app.getState().scenario.layout.get('rule:safe')).toEqual({ x: 0, y: 20 })
})

test('a burst of arrow keys is one step', () => {
  for (const y of [5, 10, 15]) applyNodeChanges(position(y, false), app, canvas, ALONE)
  expect(labels()).toEqual(['Move safe'])
})

test('a node that is selected alone replaces a branch that React Flow knows nothing of', () => {
  app.getState().select([{ kind: 'rule', id: 'places', branch: 'b3' }])
  applyNodeChanges([{ id: 'endpoint:rest', type: 'select', selected: true }], app, canvas, ALONE)
  expect(app.getState().selection).toEqual([{ kind: 'endpoint', id: 'rest' }])
})

test('what is selected with Shift is added', () => {
  app.getState().select([{ kind: 'rule', id: 'safe' }])
  const adding = { adding: true, boxing: false }
  applyNodeChanges([{ id: 'endpoint:rest', type: 'select', selected: true }], app, canvas, adding)
  expect(app.getState().selection).toHaveLength(2)
})

test('a selected connection is its branch, and a box does not select connections', () => {
  const edges = edgeMaker()(app.getState().scenario.policy, canvasSelection([]), () => true)
  const change = [{ id: 'rule:places/b1', type: 'select', selected: true }] as const
  applyEdgeChanges(change, edges, app, { adding: true, boxing: true })
  expect(app.getState().selection).toEqual([])
  applyEdgeChanges(change, edges, app, ALONE)
  expect(app.getState().selection).toEqual([{ kind: 'rule', id: 'places', branch: 'b1' }])
})

test('sizes that React Flow measures change nothing', () => {
  const before = app.getState()
  applyNodeChanges(
    [{ id: 'rule:safe', type: 'dimensions', dimensions: { width: 1, height: 1 } }],
    app,
    canvas,
    ALONE,
  )
  expect(app.getState()).toBe(before)
})
