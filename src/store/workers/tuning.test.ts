import { describe, expect, it } from 'vitest'
import { type PreparedDemand, prepareDemand } from '../../analysis/demand/prepared-demand'
import { SMALL_DEMAND, smallDemand } from '../../analysis/testing/small-demand'
import { ALL_UP } from '../../model/world'
import { geoproximity, policyOf, to } from '../../policy/testing/policy-of'
import type { DemandLoader } from '../world-demand'
import { createTuningClient, type TuningInputs } from './tuning-client'
import type { TuningAnswer, TuningRequest } from './tuning-protocol'
import { createTuningServer } from './tuning-server'

/** The state with a bias at Ashburn, beside Frankfurt. */
function state(bias: number): TuningInputs {
  const sites = geoproximity(['us-east-1', bias, to('west')], ['eu-central-1', 0, to('east')])
  return { policy: policyOf(sites), world: ALL_UP, demand: null }
}

/** A client whose worker is a server on this thread. */
function tuning(loadDemand: DemandLoader = () => Promise.resolve(smallDemand())) {
  const events = new EventTarget()
  const requests: TuningRequest[] = []
  const answers: TuningAnswer[] = []
  let done = Promise.resolve()
  const receive = createTuningServer({
    loadDemand,
    post: (data) => events.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) })),
    pause: () => Promise.resolve(),
    now: () => 0,
  })
  const client = createTuningClient(
    {
      addEventListener: events.addEventListener.bind(events),
      postMessage(request: TuningRequest) {
        requests.push(request)
        done = receive(structuredClone(request))
      },
      terminate: () => {},
    },
    (answer) => answers.push(answer),
  )
  return { client, requests, answers, rest: () => done, fail: () => events.dispatchEvent(new Event('error')) }
}

function shown(answer: TuningAnswer | undefined) {
  if (answer?.kind !== 'shares') throw new Error('no shares were answered')
  return answer
}

describe('the shares of demand, worked out beside the page', () => {
  it('give each endpoint its part of the world and say what they are made of', async () => {
    const { client, answers, rest } = tuning()
    const present = state(0)
    client.show(present, present)
    await rest()
    const { shares, moves, demand } = shown(answers[0])
    // Ashburn, New York, Seattle, São Paulo and Fortaleza at least; Europe never.
    expect(shares.shares.get('west')).toBeGreaterThanOrEqual(0.32)
    expect(shares.shares.get('east')).toBeGreaterThanOrEqual(0.21)
    expect([...shares.shares.values()].reduce((sum, share) => sum + share, shares.nodata)).toBeCloseTo(1)
    expect(moves).toEqual([])
    expect(demand).toEqual({
      source: 'made up for tests',
      unit: 'users',
      places: 16,
      total: 100,
    })
  })

  it('name what moved since the state before, whatever lies between', async () => {
    const { client, answers, rest } = tuning()
    const before = state(0)
    client.show(before, before)
    await rest()
    for (const bias of [20, 40]) client.show(state(bias), before)
    client.show(state(60), before)
    await rest()
    const first = shown(answers[0])
    const last = shown(answers.at(-1))
    expect(last.moves.map(({ from, to: into }) => [from, into])).toEqual([['east', 'west']])
    expect(last.moves[0]?.text).toMatch(/\p{L} → west, \+\d+\.\d points$/u)
    const gained = (last.shares.shares.get('west') ?? 0) - (first.shares.shares.get('west') ?? 0)
    expect(gained).toBeGreaterThan(0)
    expect(last.moved).toBeCloseTo(gained)
  })

  it('are given for the newest of many requests only', async () => {
    const { client, answers, rest } = tuning()
    const before = state(0)
    for (let bias = 0; bias < 40; bias++) client.show(state(bias), before)
    await rest()
    expect(answers.map(({ id }) => id)).toEqual([40])
  })

  it('are not asked for again while nothing changes, and only changes are sent', async () => {
    const { client, requests, rest } = tuning()
    const before = state(0)
    const present = state(5)
    client.show(present, before)
    client.show(present, before)
    client.show({ ...present, world: { ...ALL_UP, down: new Set(['west']) } }, before)
    await rest()
    expect(requests).toHaveLength(2)
    expect(requests[1]).toMatchObject({ policy: null, before: null })
  })

  it('count what falls on an endpoint that is down as black-holed', async () => {
    const { client, answers, rest } = tuning()
    const down = { ...state(0), world: { ...ALL_UP, down: new Set(['west', 'east']) } }
    client.show(down, down)
    await rest()
    expect(shown(answers[0]).shares.blackholed).toBeCloseTo(1)
  })

  it('follow the scenario’s own demand, and count what moved under it', async () => {
    const nowhere = { subdivision: null, city: null, coordinates: null }
    const model = {
      name: 'log.csv',
      unit: 'queries',
      places: [{ ...nowhere, country: 'DE', weight: 6 }],
      leftOut: { rows: 0, weight: 0 },
    }
    const loaded: (string | null)[] = []
    const { client, answers, requests, rest } = tuning((asked) => {
      loaded.push(asked?.name ?? null)
      const points = SMALL_DEMAND.points.filter(({ country }) => country === 'DE')
      return Promise.resolve(
        asked ? prepareDemand({ ...SMALL_DEMAND, unit: asked.unit, points }) : smallDemand(),
      )
    })
    const bundled = state(0)
    const own = { ...bundled, demand: model }
    client.show(bundled, bundled)
    await rest()
    client.show(own, bundled)
    await rest()
    client.show({ ...state(1), demand: model }, own)
    await rest()
    expect(loaded).toEqual([null, null, 'log.csv', 'log.csv'])
    expect(requests.map(({ demand }) => demand?.model?.name ?? null)).toEqual([null, 'log.csv', null])
    const { shares, moves, demand } = shown(answers[1])
    expect(shares.shares.get('east')).toBeCloseTo(1)
    expect(moves).toEqual([])
    expect(demand).toMatchObject({ unit: 'queries', places: 1, total: 6 })
  })

  it('are of the demand that is asked for when another one is still being loaded', async () => {
    const model = {
      name: 'log.csv',
      unit: 'queries',
      places: [{ country: 'DE', subdivision: null, city: null, coordinates: null, weight: 6 }],
      leftOut: { rows: 0, weight: 0 },
    }
    let loaded: (demand: PreparedDemand) => void = () => {}
    const bundled = new Promise<PreparedDemand>((resolve) => {
      loaded = resolve
    })
    const { client, answers, rest } = tuning((asked) =>
      asked ? Promise.resolve(prepareDemand({ ...SMALL_DEMAND, unit: asked.unit })) : bundled,
    )
    const first = state(0)
    const second = { ...first, demand: model }
    client.show(first, first)
    client.show(second, second)
    loaded(smallDemand())
    await rest()
    expect(answers.map((answer) => shown(answer).demand.unit)).toEqual(['queries'])
  })

  it('tell what the shares were by the demand before, when the last change was of the demand', async () => {
    const model = {
      name: 'log.csv',
      unit: 'queries',
      places: [{ country: 'DE', subdivision: null, city: null, coordinates: null, weight: 6 }],
      leftOut: { rows: 0, weight: 0 },
    }
    const { client, answers, rest } = tuning((asked) => {
      const points = SMALL_DEMAND.points.filter(({ country }) => country === 'DE')
      return Promise.resolve(asked ? prepareDemand({ ...SMALL_DEMAND, points }) : smallDemand())
    })
    const bundled = state(0)
    const own = { ...bundled, demand: model }
    client.show(bundled, bundled)
    await rest()
    client.show(own, bundled)
    await rest()
    const moved = { ...state(60), demand: model }
    client.show(moved, own)
    await rest()
    client.show(bundled, own)
    await rest()
    const [first, second, third, fourth] = answers.map(shown)
    expect(first?.otherDemand).toBeNull()
    expect(second?.otherDemand?.shares).toEqual(first?.shares.shares)
    expect(third?.otherDemand).toBeNull()
    expect(fourth?.otherDemand?.shares).toEqual(second?.shares.shares)
  })

  it('say why they are missing, and are tried again at the next request', async () => {
    let offline = true
    const { client, answers, rest, fail } = tuning(() =>
      offline ? Promise.reject(new Error('offline')) : Promise.resolve(smallDemand()),
    )
    const before = state(0)
    client.show(before, before)
    await rest()
    expect(answers).toEqual([{ kind: 'failed', id: 1, reason: 'offline' }])
    offline = false
    client.show(state(1), before)
    await rest()
    expect(answers[1]?.kind).toBe('shares')
    fail()
    expect(answers[2]?.kind).toBe('failed')
  })
})
