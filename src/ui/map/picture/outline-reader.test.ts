import { describe, expect, it } from 'vitest'
import { ALL_UP } from '../../../model/world'
import { geolocation, policyOf, to } from '../../../policy/testing/policy-of'
import type { ReadingAnswer, ReadingRequest } from '../../../store/workers/reading-protocol'
import { createOutlineReader } from './outline-reader'

const policy = policyOf(geolocation(to('all', { IsDefault: true })))

/** A reader whose workers answer with no outlines, unless there is no network. */
function reading() {
  const state = { offline: false, started: 0, ended: 0 }
  const progress: (number | null)[] = []
  const reader = createOutlineReader(
    (done) => progress.push(done),
    () => {
      state.started++
      const events = new EventTarget()
      return {
        addEventListener: events.addEventListener.bind(events),
        postMessage: ({ id }: ReadingRequest) => {
          const answer: ReadingAnswer = state.offline
            ? { kind: 'failed', id, reason: 'offline' }
            : {
                kind: 'outlines',
                id,
                reading: {
                  outlines: [],
                  parts: new Map(),
                  area: { shares: new Map(), nodata: 0, blackholed: 0, samplePoints: 1, margin: 0 },
                  shares: {
                    shares: new Map(),
                    nodata: 0,
                    blackholed: 0,
                    rules: new Map(),
                    countries: [],
                  },
                  demand: { source: '', unit: '', places: 0 },
                },
              }
          queueMicrotask(() => events.dispatchEvent(new MessageEvent('message', { data: answer })))
        },
        terminate: () => {
          state.ended++
        },
      }
    },
  )
  return { read: () => reader.read(policy, ALL_UP, null, null, null), reader, state, progress }
}

describe('the outlines of what the map shows', () => {
  it('are traced once for a state, and it is told when that is done', async () => {
    const { read, state, progress } = reading()
    expect(await read()).toBe(await read())
    expect(state.started).toBe(1)
    expect(progress).toEqual([0, null])
  })

  it('are traced anew, by another worker, after a failure', async () => {
    const { read, state } = reading()
    state.offline = true
    await expect(read()).rejects.toThrow('offline')
    expect(state.ended).toBe(1)
    state.offline = false
    expect((await read()).outlines).toEqual([])
    expect(state.started).toBe(2)
  })

  it('are no longer traced once the reader is closed', () => {
    const { read, reader, state } = reading()
    void read()
    reader.close()
    expect(state.ended).toBe(1)
  })
})
