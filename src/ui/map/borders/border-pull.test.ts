import { describe, expect, it } from 'vitest'
import { smallDemand } from '../../../analysis/testing/small-demand'
import { readable } from '../../../model/field'
import { geoproximity, policyOf, to } from '../../../policy/testing/policy-of'
import { scenarioOf } from '../../../scenario/scenario'
import { createAppStore } from '../../../store/app-store'
import { selectCompiled } from '../../../store/derived'
import { createBiasClient } from '../../../store/workers/bias-client'
import type { BiasQuestion } from '../../../store/workers/bias-protocol'
import { createBiasServer } from '../../../store/workers/bias-server'
import { holdBorder, type PullNews } from './border-pull'

const RULE = 'geoproximity-1'
const BORDER = { rule: RULE, branches: ['b1', 'b2'] } as const
const at = (latitude: number, longitude: number) => ({
  coordinates: { latitude, longitude },
  country: null,
  subdivision: null,
})
const LAGOS = at(6.45, 3.39)
const FORTALEZA = at(-3.73, -38.52)

/** An app with Ashburn and Frankfurt, whose border somebody holds; the worker is a server on this thread. */
function held() {
  const sites = geoproximity(['us-east-1', 0, to('west')], ['eu-central-1', 0, to('east')])
  const store = createAppStore(scenarioOf(policyOf(sites)))
  const events = new EventTarget()
  let done = Promise.resolve()
  const receive = createBiasServer({
    loadDemand: () => Promise.resolve(smallDemand()),
    post: (data) => events.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) })),
    pause: () => Promise.resolve(),
    now: () => 0,
  })
  const worker = createBiasClient({
    addEventListener: events.addEventListener.bind(events),
    postMessage: (question: BiasQuestion) => {
      done = receive(structuredClone(question))
    },
    terminate: () => {},
  })
  const news: PullNews[] = []
  const border = holdBorder(store, worker, selectCompiled(store.getState()), BORDER, (each) =>
    news.push(each),
  )
  const biases = () => {
    const rule = store.getState().scenario.policy.rules.get(RULE)
    return rule?.type === 'geoproximity' ? rule.branches.map(({ bias }) => readable(bias) ?? 0) : []
  }
  const steps = () => store.getState().history.past.map(({ label }) => label)
  return { store, border, news, biases, steps, rest: () => done }
}

describe('a border that is held', () => {
  it('is pulled away from the side that the place was on, and back again, as one step', async () => {
    const { store, border, news, biases, steps, rest } = held()
    border.pullTo(LAGOS)
    await rest()
    expect(news[0]?.to).toBe('b1')
    expect(biases()).not.toEqual([0, 0])
    border.pullTo(FORTALEZA)
    await rest()
    expect(news[1]?.to).toBe('b2')
    border.release()
    expect(steps()).toEqual([`Drag the border of “${RULE}”`])
    store.getState().undo()
    expect(biases()).toEqual([0, 0])
  })

  it('follows the last place although it was let go before the biases were found', async () => {
    const { store, border, biases, steps, rest } = held()
    border.pullTo(FORTALEZA)
    border.pullTo(LAGOS)
    border.release()
    await rest()
    expect(biases()).not.toEqual([0, 0])
    expect(steps()).toHaveLength(1)
    expect(store.getState().history.openKey).toBeNull()
  })

  it('is as before without a trace when it is called off, whatever is found later', async () => {
    const { store, border, biases, steps, rest } = held()
    const { scenario } = store.getState()
    border.pullTo(LAGOS)
    await rest()
    border.pullTo(FORTALEZA)
    border.cancel()
    await rest()
    expect(store.getState().scenario).toBe(scenario)
    expect(biases()).toEqual([0, 0])
    expect(steps()).toEqual([])
  })

  it('leaves alone what somebody else has changed meanwhile', async () => {
    const { store, border, steps, rest } = held()
    border.pullTo(LAGOS)
    store.getState().commit('Rename', (scenario) => ({ ...scenario, name: 'x' }))
    await rest()
    border.cancel()
    expect(steps()).toEqual(['Rename'])
    expect(store.getState().scenario.name).toBe('x')
  })
})
