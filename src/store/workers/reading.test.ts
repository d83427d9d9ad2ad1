import { describe, expect, it } from 'vitest'
import { prepareDemand } from '../../analysis/demand/prepared-demand'
import { loadAtlas } from '../../geo/load'
import { ALL_UP } from '../../model/world'
import { geolocation, policyOf, to } from '../../policy/testing/policy-of'
import { createReadingClient, type ReadingInputs } from './reading-client'
import type { ReadingAnswer, ReadingRequest } from './reading-protocol'
import { createReadingServer } from './reading-server'

const policy = policyOf(geolocation(to('iceland', { Country: 'IS' }), to('rest', { Country: '*' })))
const inputs: ReadingInputs = { policy, start: policy.start, world: ALL_UP, demand: null, address: null }

/** A client and a server that talk through a worker's port, everything copied on the way as between threads. */
function connected(failing = false) {
  const events = new EventTarget()
  const answers: ReadingAnswer[] = []
  let closed = false
  const receive = createReadingServer({
    loadAtlas,
    async loadDemand() {
      if (failing) throw new Error('No network')
      const coordinates = { latitude: 64.15, longitude: -21.94 }
      const town = { name: 'Reykjavík', country: 'IS', subdivision: null, coordinates, weight: 1 }
      return prepareDemand({ source: 'Test', unit: 'users', points: [town] })
    },
    post(answer) {
      answers.push(answer)
      events.dispatchEvent(new MessageEvent('message', { data: structuredClone(answer) }))
    },
  })
  const client = createReadingClient({
    addEventListener: events.addEventListener.bind(events),
    postMessage: (request: ReadingRequest) => void receive(structuredClone(request)),
    terminate: () => {
      closed = true
    },
  })
  return { client, answers, isClosed: () => closed }
}

describe('reading the map', () => {
  it('gives the outlines of a policy with their demand, and tells how far it is', async () => {
    const { client } = connected()
    const told: number[] = []
    const { outlines, parts, area, demand } = await client.outlines(inputs, (done) => told.push(done))
    expect(outlines.map(({ mix }) => mix.endpoints[0]?.endpoint)).toEqual(['rest', 'iceland'])
    expect([...parts.values()].filter((part) => part > 0)).toEqual([1])
    expect(demand).toEqual({ source: 'Test', unit: 'users', places: 1 })
    expect(area.shares.get('iceland')).toBeCloseTo(0.00075, 3)
    expect(told.length).toBeGreaterThan(10)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBeLessThanOrEqual(1)
  })

  it('gives the shares of demand', async () => {
    const { client } = connected()
    const { shares } = await client.shares(inputs)
    expect(shares.shares.get('iceland')).toBe(1)
  })

  it('says why it could not be read', async () => {
    const { client } = connected(true)
    await expect(client.shares(inputs)).rejects.toThrow('No network')
  })

  it('stops its worker when it is closed', () => {
    const { client, isClosed } = connected()
    client.close()
    expect(isClosed()).toBe(true)
  })
})
