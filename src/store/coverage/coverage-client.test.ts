import { describe, expect, it } from 'vitest'
import { ALL_UP } from '../../model/world'
import { policyOf, to, weighted } from '../../policy/testing/policy-of'
import { type CoverageInputs, createCoverageClient } from './coverage-client'
import type { CoverageAnswer, CoverageRehearsal, CoverageRequest } from './coverage-protocol'

/** The page's end of a worker that never works: it keeps what is sent and answers what it is told. */
function silentWorker() {
  const events = new EventTarget()
  const sent: CoverageRequest[] = []
  const rehearsals: CoverageRehearsal[] = []
  let closed = false
  return {
    sent,
    rehearsals,
    isClosed: () => closed,
    answer: (data: CoverageAnswer) => events.dispatchEvent(new MessageEvent('message', { data })),
    fail: () => events.dispatchEvent(new Event('error')),
    port: {
      addEventListener: events.addEventListener.bind(events),
      postMessage(message: CoverageRequest | CoverageRehearsal) {
        const copy = structuredClone(message)
        if ('rehearse' in copy) rehearsals.push(copy)
        else sent.push(copy)
      },
      terminate: () => {
        closed = true
      },
    },
  }
}

const view = { zoom: 1, left: 0, top: 0, width: 4, height: 4 }
const inputs: CoverageInputs = {
  policy: policyOf(weighted([1, to('a')])),
  world: ALL_UP,
  start: { kind: 'rule', id: 'weighted-1' },
  address: null,
  view,
  palette: { inks: new Map(), edge: '#000000' },
}

function painted(id: number): CoverageAnswer {
  return {
    kind: 'painted',
    id,
    painted: { view, pixels: new ArrayBuffer(8), parts: [], isWhole: false },
    tookMs: 1,
  }
}

describe('the coverage client', () => {
  it('passes on what to be ready for, beside what is shown', () => {
    const worker = silentWorker()
    const client = createCoverageClient(worker.port, () => {})
    client.show(inputs, 0)
    client.rehearse('weighted-1')
    expect(worker.rehearsals).toEqual([{ rehearse: 'weighted-1' }])
    expect(worker.sent).toHaveLength(1)
  })

  it('sends everything at first, then only what is another object', () => {
    const worker = silentWorker()
    const client = createCoverageClient(worker.port, () => {})
    client.show(inputs, 0)
    client.show({ ...inputs, view: { ...view, left: 1 } }, 0)
    const [whole, moved] = worker.sent
    expect([...(whole?.policy?.rules.set ?? [])].map(([id]) => id)).toEqual(['weighted-1'])
    expect(moved).toEqual({
      id: 2,
      policy: null,
      address: null,
      world: null,
      start: inputs.start,
      view: { ...view, left: 1 },
      palette: null,
      ghost: false,
      spares: [],
    })
  })

  it('tells each painted view with the ticket of the request that it heeds', () => {
    const worker = silentWorker()
    const seen: string[] = []
    const client = createCoverageClient(worker.port, ({ kind, id }, ticket: number | null) =>
      seen.push(`${kind} ${id} ${ticket}`),
    )
    client.show(inputs, 100)
    client.show(inputs, 200)
    client.show(inputs, 300)
    worker.answer(painted(2))
    worker.answer(painted(3))
    expect(seen).toEqual(['painted 2 200', 'painted 3 300'])
  })

  it('sends the memory of shown pictures back with the next request, all of it', () => {
    const worker = silentWorker()
    const client = createCoverageClient(worker.port, () => {})
    client.recycle(new ArrayBuffer(4))
    client.recycle(new ArrayBuffer(8))
    client.show(inputs, 0)
    client.show(inputs, 0)
    expect(worker.sent.map(({ spares }) => spares.map(({ byteLength }) => byteLength))).toEqual([[4, 8], []])
  })

  it('says so when the worker does not start', () => {
    const worker = silentWorker()
    const seen: CoverageAnswer[] = []
    createCoverageClient(worker.port, (answer) => seen.push(answer))
    worker.fail()
    expect(seen.map(({ kind }) => kind)).toEqual(['failed'])
  })

  it('closes the worker', () => {
    const worker = silentWorker()
    createCoverageClient(worker.port, () => {}).close()
    expect(worker.isClosed()).toBe(true)
  })
})
