// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { geoproximity, policyOf, type TestRule, to, weighted } from '../../policy/testing/policy-of'
import { scenarioOf } from '../../scenario/scenario'
import { createAppStore } from '../../store/app-store'
import { doing, mount } from '../testing/mount'
import { BiasFormula } from './bias-formula'

function shown(rule: TestRule) {
  const store = createAppStore(scenarioOf(policyOf(rule)))
  return { store, place: mount(<BiasFormula />, store) }
}

test('the formula of negative biases is offered where a rule has biases', () => {
  const { place } = shown(geoproximity(['eu-west-1', -10, to('dublin')]))
  expect(place.textContent).toContain('Negative bias')
})

test('it is offered elsewhere only to take back what was chosen', () => {
  const { place, store } = shown(weighted([1, to('blue')]))
  expect(place.textContent).toBe('')
  doing(() =>
    store.getState().commit('Choose', (scenario) => ({
      ...scenario,
      world: { ...scenario.world, negativeBias: 'map' },
    })),
  )
  expect(place.textContent).toContain('Negative bias')
})
