import { expect, test } from 'vitest'
import { emptyScenario, withEndpointDown } from '../scenario/scenario'
import { createAppStore, savedScenario, shownPolicy } from './app-store'

const rename = (name: string) => (scenario: ReturnType<typeof emptyScenario>) => ({ ...scenario, name })

test('every commit can be undone and redone, with its label', () => {
  const store = createAppStore()
  const before = store.getState().scenario
  store.getState().commit('Rename', rename('x'))
  store.getState().commit('Mark a down', (scenario) => withEndpointDown(scenario, 'a', true))
  expect(store.getState().history.past.map(({ label }) => label)).toEqual(['Rename', 'Mark a down'])
  store.getState().undo()
  store.getState().undo()
  expect(store.getState().scenario).toBe(before)
  store.getState().redo()
  expect(store.getState().scenario.name).toBe('x')
})

test('an edit that changes nothing leaves no trace', () => {
  const store = createAppStore()
  store.getState().commit('Nothing', (scenario) => scenario)
  expect(store.getState().history.past).toEqual([])
})

test('settling ends a burst', () => {
  const store = createAppStore()
  store.getState().commit('Type', rename('a'), { coalesce: 'name' })
  store.getState().commit('Type', rename('ab'), { coalesce: 'name' })
  store.getState().settle()
  store.getState().commit('Type', rename('abc'), { coalesce: 'name' })
  store.getState().undo()
  expect(store.getState().scenario.name).toBe('ab')
})

test('opening a scenario starts a new history and asks its first query', () => {
  const store = createAppStore()
  store.getState().commit('Rename', rename('x'))
  const query = {
    type: null,
    client: { coordinates: null, country: 'FR', subdivision: null },
    resolver: null,
    clientSubnet: true,
  }
  const saved = { name: 'France', place: 'France', query }
  store.getState().open({ ...emptyScenario(), queries: [saved] })
  expect(store.getState().history.past).toEqual([])
  expect(store.getState().asked).toBe(saved)
})

test('the view on the map is saved with the scenario but is no step of its history', () => {
  const store = createAppStore()
  const view = { latitude: 1, longitude: 2, zoom: 3 }
  store.getState().setView(view)
  expect(store.getState().history.past).toEqual([])
  expect(savedScenario(store.getState()).view).toEqual(view)
})

test('a drag that is called off leaves no step to undo, and what could be redone still can', () => {
  const store = createAppStore()
  store.getState().commit('Rename', rename('x'))
  store.getState().undo()
  const moment = store.getState()
  for (const name of ['a', 'b']) store.getState().commit('Drag', rename(name), { coalesce: 'drag' })
  store.getState().abandon(moment)
  expect(store.getState().scenario).toBe(moment.scenario)
  store.getState().redo()
  expect(store.getState().scenario.name).toBe('x')
})

test('a drag that is called off when another scenario is open leaves that as it is', () => {
  const store = createAppStore()
  const moment = store.getState()
  store.getState().commit('Drag', rename('a'), { coalesce: 'drag' })
  store.getState().open(emptyScenario())
  const opened = store.getState().scenario
  store.getState().abandon(moment)
  expect(store.getState().scenario).toBe(opened)
})

test('a preview is shown until the policy or its world changes, and gone with another scenario', () => {
  const store = createAppStore()
  const { policy, world } = store.getState().scenario
  const previewed = { ...policy }
  store.getState().showPreview({ of: { policy, world }, policy: previewed })
  expect(shownPolicy(store.getState())).toBe(previewed)
  store.getState().commit('Rename', rename('x'))
  expect(shownPolicy(store.getState())).toBe(previewed)
  store.getState().commit('Mark a down', (scenario) => withEndpointDown(scenario, 'a', true))
  expect(shownPolicy(store.getState())).toBe(policy)
  store.getState().open(emptyScenario())
  expect(store.getState().preview).toBeNull()
})
