import { beforeEach, expect, test, vi } from 'vitest'
import type { Address } from '../../../model/address'
import { ruleSize } from '../../../scenario/node-size'
import { createAppStore } from '../../../store/app-store'
import { nestedScenario } from '../canvas.fixtures'
import { createCanvasStore } from '../canvas-state'
import { contains } from '../free-place'
import { positionsOf } from '../placement'
import type { Tell } from './attempt'
import { canvasCommands } from './canvas-commands'

const EVERYTHING = { x: -5000, y: -5000, width: 10_000, height: 10_000 }

function setUp(selection: readonly Address[] = [], view = EVERYTHING) {
  const app = createAppStore(nestedScenario())
  const canvas = createCanvasStore()
  const tell = vi.fn<Tell>()
  const commands = canvasCommands(app, canvas, () => view, tell)
  app.getState().select(selection)
  const policy = () => app.getState().scenario.policy
  const labels = () => app.getState().history.past.map(({ label }) => label)
  const targets = (rule: string) =>
    policy()
      .rules.get(rule)
      ?.branches.map(({ target }) => target?.id ?? null)
  return { app, canvas, commands, tell, policy, labels, targets }
}

let at: ReturnType<typeof setUp>
beforeEach(() => {
  at = setUp()
})

test('a node added by a press leads on from the one selected branch that leads nowhere', () => {
  at = setUp([{ kind: 'rule', id: 'places', branch: 'b3' }])
  at.commands.addFromPalette('endpoint')
  expect(at.targets('places')).toEqual(['safe', 'rest', 'endpoint-1'])
  expect(at.labels()).toEqual(['Add endpoint'])
  expect(at.app.getState().selection).toEqual([{ kind: 'endpoint', id: 'endpoint-1' }])
})

test('endpoints added by a press while a rule is selected become its branches, one after another', () => {
  at = setUp([{ kind: 'rule', id: 'places' }])
  at.commands.addFromPalette('endpoint')
  at.commands.addFromPalette('endpoint')
  expect(at.targets('places')).toEqual(['safe', 'rest', null, 'endpoint-1', 'endpoint-2'])
  expect(at.app.getState().selection).toEqual([{ kind: 'rule', id: 'places' }])
})

test('a rule that has no room for another branch is left alone', () => {
  at = setUp([{ kind: 'rule', id: 'safe' }])
  at.commands.addFromPalette('endpoint')
  expect(at.targets('safe')).toEqual(['paris', 'spare'])
  expect(at.policy().endpoints.has('endpoint-1')).toBe(true)
})

test('a node added while nothing waits for it is connected to nothing', () => {
  at.commands.addFromPalette('weighted')
  expect(at.policy().start).toEqual({ kind: 'rule', id: 'places' })
  expect(at.policy().rules.has('weighted-1')).toBe(true)
})

test('while nobody has moved a node the automatic layout places new ones; afterwards the others are held', () => {
  at.commands.addFromPalette('weighted')
  expect(at.app.getState().scenario.layout.size).toBe(0)
  at.commands.addAt('weighted', { x: 900, y: 700.4 })
  const { layout } = at.app.getState().scenario
  expect(layout.get('rule:weighted-2')).toEqual({ x: 900, y: 700 })
  expect(layout.size).toBe(8)
})

test('a node added by a press is brought into view, also where the rule that leads to it stays selected', () => {
  at = setUp([{ kind: 'rule', id: 'places' }])
  at.commands.addFromPalette('endpoint')
  expect(at.canvas.getState().revealed?.node).toEqual({ kind: 'endpoint', id: 'endpoint-1' })
})

test('a rule that was dropped, or that a connection was dropped for, is brought whole into view', () => {
  const place = { x: 900, y: 700 }
  expect(at.commands.addAt('weighted', place)).toEqual(at.canvas.getState().revealed?.node)
  const added = at.commands.addAndConnect('latency', { rule: 'places', branch: 'b3' }, place)
  expect(at.canvas.getState().revealed?.node).toEqual(added)
  // Nothing is drawn from an endpoint, so the canvas stays where it is.
  at.commands.addAt('endpoint', place)
  expect(at.canvas.getState().revealed?.node).toEqual(added)
})

test('the undo that is offered with a change of type takes back that change and nothing since', () => {
  const offered = () => at.tell.mock.lastCall?.[2]
  const before = at.policy()
  at.commands.changeType('safe', 'weighted')
  at.commands.changeType('safe', 'failover')
  offered()?.onClick()
  expect(at.policy().rules.get('safe')?.type).toBe('weighted')
  at.app.getState().undo()
  expect(at.policy()).toBe(before)

  at.commands.changeType('places', 'weighted')
  const undo = offered()
  at.commands.addAt('weighted', { x: 0, y: 0 })
  const later = at.policy()
  undo?.onClick()
  expect(at.policy()).toBe(later)
  expect(at.tell.mock.lastCall?.[0]).toContain('changed since')
})

test('a node that nothing leads to is placed in view, beside what is selected, and moves no other', () => {
  const view = { x: 0, y: -200, width: 1500, height: 900 }
  at = setUp([{ kind: 'endpoint', id: 'rest' }], view)
  const before = positionsOf(at.app.getState().scenario)
  at.commands.addFromPalette('weighted')
  const after = positionsOf(at.app.getState().scenario)
  const added = after.get('rule:weighted-1') ?? { x: Number.NaN, y: Number.NaN }
  expect(contains(view, { ...added, ...ruleSize(0) })).toBe(true)
  expect([...after].filter(([key]) => key !== 'rule:weighted-1')).toEqual([...before])
})

test('a new node and its connection are one step', () => {
  at.commands.addAndConnect('latency', { rule: 'places', branch: null }, null)
  expect(at.targets('places')).toEqual(['safe', 'rest', null, 'latency-1'])
  at.app.getState().undo()
  expect(at.targets('places')).toEqual(['safe', 'rest', null])
})

test('deleting a connection leaves the branch; deleting the free branch then takes it', () => {
  at = setUp([{ kind: 'rule', id: 'places', branch: 'b2' }])
  at.commands.deleteSelection()
  expect(at.targets('places')).toEqual(['safe', null, null])
  at.commands.deleteSelection()
  expect(at.targets('places')).toEqual(['safe', null])
  expect(at.labels()).toEqual(['Disconnect', 'Remove branch'])
})

test('deleting asks first where nodes would be left alone, and does not where none would', () => {
  at.commands.deleteNodes([{ kind: 'rule', id: 'safe' }])
  expect(at.canvas.getState().question?.orphans.map(({ id }) => id)).toEqual(['paris', 'spare'])
  expect(at.policy().rules.has('safe')).toBe(true)
  at.commands.answerDelete(null)
  expect(at.labels()).toEqual([])
  at.commands.deleteNodes([{ kind: 'endpoint', id: 'rest' }])
  expect(at.canvas.getState().question).toBeNull()
  expect(at.labels()).toEqual(['Delete rest'])
})

test('a rule put on a connection and taken back leaves everything as it was', () => {
  const before = at.policy()
  at.commands.insert({ rule: 'places', branch: 'b2' }, 'weighted')
  expect(at.targets('places')).toEqual(['safe', 'weighted-1', null])
  expect(at.targets('weighted-1')).toEqual(['rest'])
  at.app.getState().undo()
  expect(at.policy()).toBe(before)
})

test('a duplicate stands beside its original and is selected', () => {
  at.commands.duplicate([{ kind: 'rule', id: 'safe' }])
  const { layout } = at.app.getState().scenario
  const [from, to] = [layout.get('rule:safe'), layout.get('rule:safe-1')]
  expect(to).toEqual({ x: (from?.x ?? 0) + 40, y: (from?.y ?? 0) + 40 })
  expect(at.app.getState().selection).toEqual([{ kind: 'rule', id: 'safe-1' }])
})

test('what is down stays down only as long as it exists', () => {
  at.app.getState().commit('Mark rest down', (scenario) => ({
    ...scenario,
    world: { ...scenario.world, down: new Set(['rest']) },
  }))
  at.commands.deleteNodes([{ kind: 'endpoint', id: 'rest' }])
  expect(at.app.getState().scenario.world.down.size).toBe(0)
})
