// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { Policy } from '../../policy/policy'
import { geolocation, policyOf, to, weighted, withKeys } from '../../policy/testing/policy-of'
import { scenarioOf } from '../../scenario/scenario'
import { createAppStore } from '../../store/app-store'
import { loadChecks, selectProblems } from '../../store/derived'
import { beginDrag } from '../kit/drag-hold'
import { createFixFinder, type RepairLoader } from './fix-finder'

/** Britain is GB in ISO 3166. */
const wrong = policyOf(geolocation(withKeys(to('london'), { Country: 'UK' })))
const right = policyOf(weighted([1, to('london')]))

/** A finder in a page whose moments of rest come when they are called for. */
async function finding(policy: Policy, load?: RepairLoader) {
  const app = createAppStore(scenarioOf(policy, 'a scenario'))
  await loadChecks(app)
  const waiting = new Set<() => void>()
  const idle = (run: () => void) => {
    waiting.add(run)
    return () => waiting.delete(run)
  }
  const finder = load ? createFixFinder(app, idle, load) : createFixFinder(app, idle)
  const rest = async () => {
    // What is loaded when it is first needed arrives meanwhile.
    await import('../../formats/repair/repair-policy')
    for (let turn = 0; turn < 50; turn++) {
      await Promise.resolve()
      const next = [...waiting]
      waiting.clear()
      for (const run of next) run()
    }
  }
  const fixes = () => {
    const { fixOf } = finder.found.getState()
    return selectProblems(app.getState()).flatMap((problem) => fixOf(problem)?.title ?? [])
  }
  const set = (next: Policy) => app.getState().commit('Change', (scenario) => ({ ...scenario, policy: next }))
  return { app, finder, rest, fixes, set, waiting }
}

test('repairs are found when the page rests, and only while somebody follows', async () => {
  const { finder, rest, fixes, waiting } = await finding(wrong)
  await rest()
  expect(fixes()).toEqual([])
  const stop = finder.follow()
  expect(fixes()).toEqual([])
  await rest()
  expect(fixes()).toHaveLength(1)
  stop()
  expect(waiting.size).toBe(0)
})

test('those of a moment ago stay until a change has been looked through', async () => {
  const { finder, rest, fixes, set } = await finding(wrong)
  finder.follow()
  await rest()
  const before = fixes()
  set({ ...wrong })
  expect(fixes()).toEqual(before)
  set(right)
  await rest()
  expect(fixes()).toEqual([])
  set(wrong)
  await rest()
  expect(fixes()).toEqual(before)
})

test('nothing is looked for while a slider is dragged', async () => {
  const { finder, rest, fixes } = await finding(wrong)
  const end = beginDrag(() => {})
  finder.follow()
  await rest()
  expect(fixes()).toEqual([])
  end()
  await rest()
  expect(fixes()).toHaveLength(1)
})

test('repairs are looked for again at the next change after what looks for them could not be loaded', async () => {
  let offline = true
  const { app, finder, rest, fixes } = await finding(wrong, () =>
    offline ? Promise.reject(new Error('offline')) : import('../../formats/repair/repair-policy'),
  )
  finder.follow()
  await rest()
  expect(fixes()).toEqual([])
  offline = false
  app.getState().select([])
  await rest()
  expect(fixes()).toHaveLength(1)
})

test('another scenario has none of the last one', async () => {
  const { app, finder, rest, fixes } = await finding(wrong)
  finder.follow()
  await rest()
  app.getState().open(scenarioOf({ ...wrong }, 'another'))
  expect(fixes()).toEqual([])
  await rest()
  expect(fixes()).toHaveLength(1)
})
