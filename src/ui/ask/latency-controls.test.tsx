// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { latency, policyOf, type TestRule, to, weighted } from '../../policy/testing/policy-of'
import { scenarioOf } from '../../scenario/scenario'
import { createAppStore } from '../../store/app-store'
import { button, click, field, mount, press, type } from '../testing/mount'
import { LatencyControls } from './latency-controls'

const TWO_REGIONS = latency(['eu-central-1', to('frankfurt')], ['eu-west-1', to('dublin')])

function shown(rule: TestRule) {
  const store = createAppStore(scenarioOf(policyOf(rule)))
  const place = mount(<LatencyControls />, store)
  const given = () => store.getState().scenario.world.latencies
  const labels = () => store.getState().history.past.map(({ label }) => label)
  return { store, place, given, labels }
}

test('a measured latency is typed for a Region, and an empty field is estimated again', () => {
  const { place, given, labels } = shown(TWO_REGIONS)
  expect(place.textContent).toContain('Latencies: estimated')
  const dublin = field(place, 'eu-west-1, ms')
  type(dublin, '31.5 ms')
  press('Enter')
  expect(given()).toEqual([{ country: null, region: 'eu-west-1', milliseconds: 31.5 }])
  expect(dublin.value).toBe('31.5')
  expect(place.textContent).toContain('Latencies: 1 given, others estimated')
  type(dublin, '')
  press('Enter')
  expect(given()).toEqual([])
  expect(labels()).toEqual(['Give the latency of eu-west-1', 'Estimate the latency of eu-west-1'])
})

test('a latency can be given for clients of one country', () => {
  const { place, given } = shown(TWO_REGIONS)
  type(field(place, 'From clients in'), 'poland')
  press('Enter')
  type(field(place, 'eu-central-1, ms'), '20')
  press('Enter')
  expect(given()).toEqual([{ country: 'PL', region: 'eu-central-1', milliseconds: 20 }])
  type(field(place, 'From clients in'), 'anywhere')
  press('Enter')
  expect(field(place, 'eu-central-1, ms').value).toBe('')
})

test('what is no latency stays in the field with the reason, and changes nothing', () => {
  const { place, given } = shown(TWO_REGIONS)
  const dublin = field(place, 'eu-west-1, ms')
  type(dublin, '-3')
  press('Enter')
  expect(given()).toEqual([])
  expect(dublin.getAttribute('aria-invalid')).toBe('true')
  expect(place.textContent).toContain('Type milliseconds from 0 to 10,000.')
})

test('all are forgotten in one step, and nothing is offered where no rule goes by latency', () => {
  const { place, store, given } = shown(TWO_REGIONS)
  type(field(place, 'eu-west-1, ms'), '31')
  press('Enter')
  click(button(place, 'Forget all that are given'))
  expect(given()).toEqual([])
  expect(store.getState().history.past).toHaveLength(2)
  expect(shown(weighted([1, to('blue')], [1, to('green')])).place.textContent).toBe('')
})
