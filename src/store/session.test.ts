import { expect, test } from 'vitest'
import { failure, success } from '../model/result'
import { emptyScenario, type Scenario } from '../scenario/scenario'
import { createAppStore } from './app-store'
import type { Library } from './library'
import { createSession } from './session'

const named = (name: string): Scenario => ({ ...emptyScenario(), name })
const decodeLink = (payload: string) =>
  Promise.resolve(
    payload.startsWith('bad')
      ? failure({ code: 'link/cut', severity: 'error', message: 'cut off', path: [] })
      : success(named(payload)),
  )

/** A tab with its history and address, and a browser's storage that outlives it. */
function tabOf(
  kept = new Map<string, Scenario>(),
  locked = new Set<string>(),
  // The codec, without which nothing can be written, may still be on its way.
  codec = Promise.resolve(),
  space = { isFull: false },
) {
  let isReady = false
  void codec.then(() => {
    isReady = true
  })
  const entries: { id: string | null; payload: string }[] = [{ id: null, payload: '' }]
  let at = 0
  let ids = kept.size
  const library: Library = {
    list: () => [...kept].reverse().map(([id, { name }], index) => ({ id, name, savedAt: -index })),
    read: (id) => {
      const scenario = kept.get(id)
      return Promise.resolve(scenario ? success(scenario) : null)
    },
    write(id, scenario) {
      if (!isReady) return 'unready'
      if (space.isFull) return 'full'
      kept.delete(id)
      kept.set(id, scenario)
      return 'written'
    },
    ready: () => codec,
    remove: (id) => kept.delete(id),
  }
  const app = createAppStore()
  const session = createSession({
    app,
    library,
    decodeLink,
    locks: { hold: (id) => Promise.resolve(!locked.has(id)) },
    browser: {
      linkPayload: () => entries[at]?.payload ?? '',
      entryId: () => entries[at]?.id ?? null,
      replaceEntry: (id) => {
        entries[at] = { id, payload: '' }
      },
      pushEntry: (id) => {
        entries.splice(++at, entries.length, { id, payload: '' })
      },
      newId: () => `id-${++ids}`,
      later: () => () => {},
    },
  })
  return {
    app,
    session,
    kept,
    name: () => app.getState().scenario.name,
    rename: (name: string) => app.getState().commit('Rename', (scenario) => ({ ...scenario, name })),
    goTo(payload: string) {
      entries.splice(++at, entries.length, { id: null, payload })
      return session.navigated()
    },
    back() {
      at--
      return session.navigated()
    },
    forward() {
      at++
      return session.navigated()
    },
    setAddress(payload: string) {
      entries[at] = { id: null, payload }
    },
  }
}

test('a fresh browser starts with an empty scenario and keeps nothing until something changes', async () => {
  const tab = tabOf()
  await tab.session.start()
  tab.session.flush()
  expect(tab.kept.size).toBe(0)
  tab.rename('mine')
  tab.session.flush()
  expect([...tab.kept.values()].map(({ name }) => name)).toEqual(['mine'])
})

test('what was edited before anything could be written is kept when another scenario is opened meanwhile', async () => {
  let arrive = () => {}
  const codec = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const tab = tabOf(new Map(), new Set(), codec)
  await tab.session.start()
  tab.rename('first')
  tab.session.open(named('second'))
  tab.rename('second, edited')
  tab.session.flush()
  expect(tab.kept.size).toBe(0)
  arrive()
  await codec
  await Promise.resolve()
  expect([...tab.kept.values()].map(({ name }) => name)).toEqual(['first', 'second, edited'])
  expect(tab.session.state.getState().recent.map(({ name }) => name)).toEqual(['first'])
  expect(tab.session.state.getState().saved).toBe('saved')
})

test('what there is no space for is said when another scenario opens, and is there on the way back', async () => {
  const space = { isFull: false }
  const tab = tabOf(new Map(), new Set(), Promise.resolve(), space)
  await tab.session.start()
  tab.rename('first')
  tab.session.flush()
  space.isFull = true
  tab.rename('first, edited')
  tab.session.open(named('second'))
  const unsaved = () => tab.session.state.getState().unsaved.map(({ scenario }) => scenario.name)
  expect(unsaved()).toEqual(['first, edited'])
  expect(tab.session.hasUnsaved()).toBe(true)
  tab.session.dismissUnsaved()
  expect(unsaved()).toEqual([])

  await tab.back()
  expect(tab.name()).toBe('first, edited')
  expect(tab.session.state.getState().saved).toBe('failed')
  space.isFull = false
  tab.rename('first, edited again')
  tab.session.flush()
  expect([...tab.kept.values()].map(({ name }) => name)).toEqual(['first, edited again'])
})

test('each state that there is no space for is said once, however often it is opened and left', async () => {
  const space = { isFull: false }
  const tab = tabOf(new Map(), new Set(), Promise.resolve(), space)
  await tab.session.start()
  tab.rename('first')
  tab.session.flush()
  const { id } = tab.session.state.getState()
  tab.session.open(named('second'))
  await tab.back()
  space.isFull = true
  tab.rename('first, edited')
  const leave = () => {
    tab.session.dismissUnsaved()
    tab.session.openRecent(tab.session.state.getState().recent[0]?.id ?? '')
    return expect.poll(tab.name).toBe('second')
  }
  const comeBack = () => {
    tab.session.openRecent(id)
    return expect.poll(tab.name).toContain('first')
  }
  const unsaved = () => tab.session.state.getState().unsaved.map(({ scenario }) => scenario.name)
  await leave()
  expect(unsaved()).toEqual(['first, edited'])

  // Another look at it, and at the map, is no other state.
  await comeBack()
  tab.app.getState().setView({ ...tab.app.getState().view, zoom: 3 })
  await leave()
  expect(unsaved()).toEqual([])
  tab.session.removeRecent('none')
  expect(unsaved()).toEqual([])
  expect(tab.session.hasUnsaved()).toBe(true)

  await comeBack()
  tab.rename('first, edited again')
  await leave()
  expect(unsaved()).toEqual(['first, edited again'])

  await comeBack()
  space.isFull = false
  tab.session.flush()
  expect(tab.session.hasUnsaved()).toBe(false)
})

test('what was edited too early and then has no space is said, and is written when there is some', async () => {
  let arrive = () => {}
  const codec = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const space = { isFull: true }
  const tab = tabOf(new Map(), new Set(), codec, space)
  await tab.session.start()
  tab.rename('first')
  tab.session.open(named('second'))
  expect(tab.session.hasUnsaved()).toBe(false)
  arrive()
  await codec
  await Promise.resolve()
  expect(tab.session.state.getState().unsaved.map(({ scenario }) => scenario.name)).toEqual(['first'])
  space.isFull = false
  tab.session.removeRecent('none')
  expect([...tab.kept.values()].map(({ name }) => name).sort()).toEqual(['first', 'second'])
  expect(tab.session.hasUnsaved()).toBe(false)
})

test('what is removed stays away, an edit of it that had no space included', async () => {
  const space = { isFull: false }
  const tab = tabOf(new Map(), new Set(), undefined, space)
  await tab.session.start()
  tab.session.open(named('first'))
  const { id } = tab.session.state.getState()
  space.isFull = true
  tab.rename('first, edited')
  tab.session.open(named('second'))
  space.isFull = false
  tab.session.removeRecent(id)
  expect([...tab.kept.values()].map(({ name }) => name)).toEqual(['second'])
  expect(tab.session.hasUnsaved()).toBe(false)
})

test('a second link in an open tab opens beside the first, and Back returns to it with its edits', async () => {
  const tab = tabOf()
  tab.setAddress('first')
  await tab.session.start()
  tab.rename('first, edited')
  await tab.goTo('second')
  expect(tab.name()).toBe('second')
  await tab.back()
  expect(tab.name()).toBe('first, edited')
  expect(tab.session.state.getState().recent.map(({ name }) => name)).toContain('second')
})

test('a link that is refused says why and changes nothing', async () => {
  const tab = tabOf()
  tab.setAddress('good')
  await tab.session.start()
  const before = tab.app.getState().scenario
  await tab.goTo('bad link')
  expect(tab.app.getState().scenario).toBe(before)
  expect(tab.session.state.getState().refusal?.problems[0]?.message).toBe('cut off')
  tab.session.dismissRefusal()
  expect(tab.session.state.getState().refusal).toBeNull()
})

test('a refused link on arrival shows the scenario that was kept last', async () => {
  const tab = tabOf(new Map([['id-1', named('kept')]]))
  tab.setAddress('bad link')
  await tab.session.start()
  expect(tab.name()).toBe('kept')
  expect(tab.session.state.getState().refusal).not.toBeNull()
})

test('whatever opens, the former scenario stays under Recent with its edits', async () => {
  const tab = tabOf()
  await tab.session.start()
  tab.rename('work')
  tab.session.open(named('example'))
  const recent = tab.session.state.getState().recent
  expect(recent.map(({ name }) => name)).toEqual(['work'])
  tab.session.openRecent(recent[0]?.id ?? '')
  await expect.poll(tab.name).toBe('work')
})

test('a scenario that another tab has open is opened as a copy', async () => {
  const kept = new Map([['id-1', named('shared')]])
  const tab = tabOf(kept, new Set(['id-1']))
  await tab.session.start()
  tab.rename('my copy')
  tab.session.flush()
  expect(kept.get('id-1')?.name).toBe('shared')
  expect([...kept.values()].map(({ name }) => name)).toContain('my copy')
})

test('after a crash the tab comes back to what was written last', async () => {
  const first = tabOf()
  await first.session.start()
  first.rename('before the crash')
  first.session.flush()
  const second = tabOf(first.kept)
  await second.session.start()
  expect(second.name()).toBe('before the crash')
})

test('what was gone to last is open in the end, whatever is still being read', async () => {
  const tab = tabOf(new Map(), new Set())
  await tab.session.start()
  for (const name of ['first', 'second', 'third']) tab.session.open(named(name))
  // Back twice, and forward again, before anything is read.
  await Promise.all([tab.back(), tab.back()])
  expect(tab.name()).toBe('first')
  await Promise.all([tab.forward(), tab.back(), tab.forward()])
  expect(tab.name()).toBe('second')
  await Promise.all([tab.forward(), tab.back()])
  expect(tab.name()).toBe('second')
  await tab.forward()
  expect(tab.name()).toBe('third')
})

test('a scenario that is opened while another is still being read stays open, each at its own place', async () => {
  const tab = tabOf()
  await tab.session.start()
  tab.session.open(named('kept'))
  tab.session.open(named('second'))
  const [kept] = [...tab.kept].find(([, { name }]) => name === 'kept') ?? ['']
  tab.session.openRecent(kept)
  tab.session.open(named('third'))
  await Promise.resolve()
  await new Promise((resolve) => setTimeout(resolve))
  expect(tab.name()).toBe('third')
  await tab.back()
  expect(tab.name()).not.toBe('third')
  await tab.forward()
  expect(tab.name()).toBe('third')
})
