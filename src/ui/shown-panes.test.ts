import { afterEach, expect, test } from 'vitest'
import { UNMAPPED } from '../model/query'
import { emptyScenario } from '../scenario/scenario'
import { createAppStore } from '../store/app-store'
import { type DetailsTab, followWork, showDetails, useShownPanes } from './shown-panes'

const tab = () => useShownPanes.getState().tab
const query = { type: null, client: UNMAPPED, resolver: null, clientSubnet: true }

function followed(from: DetailsTab) {
  const store = createAppStore(emptyScenario())
  useShownPanes.setState({ tab: from })
  const stop = followWork(store)
  return { store: store.getState(), stop }
}

afterEach(() => useShownPanes.setState({ pane: 'map', tab: 'ask' }))

test('a selection turns to its properties, and a query to its answer', () => {
  const { store, stop } = followed('problems')
  store.select([{ kind: 'start' }])
  expect(tab()).toBe('properties')
  store.ask({ name: 'Anybody', place: 'Anybody', query })
  expect(tab()).toBe('ask')
  stop()
  store.select([{ kind: 'start' }])
  expect(tab()).toBe('ask')
})

test.each(['tune', 'code'] as const)('a selection does not lead away from %s', (from) => {
  const { store, stop } = followed(from)
  store.select([{ kind: 'start' }])
  expect(tab()).toBe(from)
  stop()
})

test('a selection that is given up turns to nothing', () => {
  const { store, stop } = followed('problems')
  store.select([])
  expect(tab()).toBe('problems')
  stop()
})

test('a link to a tab shows it on a phone, too', () => {
  showDetails('problems')
  expect(useShownPanes.getState()).toMatchObject({ pane: 'details', tab: 'problems' })
})
