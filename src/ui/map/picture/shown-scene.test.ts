import { expect, it } from 'vitest'
import { policyOf } from '../../../policy/testing/policy-of'
import { scenarioOf } from '../../../scenario/scenario'
import { createAppStore } from '../../../store/app-store'
import { shownScene } from './shown-scene'

it('is of the preview while one is open, and says so', () => {
  const scenario = scenarioOf(policyOf('accepted'), 'Test')
  const store = createAppStore(scenario)
  expect(shownScene(store.getState())).toMatchObject({ scenario, isPreview: false })

  const policy = policyOf('previewed')
  store.getState().showPreview({ of: scenario, policy })
  const scene = shownScene(store.getState())
  expect(scene.isPreview).toBe(true)
  expect(scene.scenario.policy).toBe(policy)
  expect(scene.start).toEqual(policy.start)
})

it('counts what the legend counts now, whatever was saved', () => {
  const store = createAppStore(scenarioOf(policyOf('only'), 'Test'))
  store.getState().setView({ ...store.getState().view, legend: 'demand' })
  expect(shownScene(store.getState()).scenario.view.legend).toBe('demand')
})
