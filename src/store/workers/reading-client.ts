import type { Target } from '../../model/address'
import type { IpPrefix } from '../../model/dns/ip-prefix'
import type { Scenario } from '../../scenario/scenario'
import type { WorkerPort } from '../coverage/coverage-client'
import { policyDelta } from '../coverage/coverage-delta'
import type { OutlineReading, ReadingAnswer, ReadingRequest, ShareReading } from './reading-protocol'

/** What a reading depends on; `start` is where queries begin: a rule shown alone, or the policy's own start. */
export interface ReadingInputs extends Pick<Scenario, 'policy' | 'world' | 'demand'> {
  readonly start: Target | null
  /** The address of all clients; null where it is not known. */
  readonly address: IpPrefix | null
}

/** A worker that is asked for one thing after another. */
export interface ReadingClient {
  /** `progressed` is told the part that is done, 0…1. Rejects with what went wrong. */
  readonly outlines: (inputs: ReadingInputs, progressed: (done: number) => void) => Promise<OutlineReading>
  readonly shares: (inputs: ReadingInputs) => Promise<ShareReading>
  /** Stops whatever is being worked out; nothing more is answered. */
  readonly close: () => void
}

export function createReadingClient(worker: WorkerPort): ReadingClient {
  const waiting = new Map<number, (answer: ReadingAnswer) => void>()
  let id = 0

  worker.addEventListener('message', ({ data }: MessageEvent<ReadingAnswer>) => waiting.get(data.id)?.(data))
  worker.addEventListener('error', ({ message }) => {
    const reason = message || 'The worker that reads the map could not be started.'
    for (const [asked, answered] of waiting) answered({ kind: 'failed', id: asked, reason })
  })

  function ask<T>(
    what: ReadingRequest['what'],
    { policy, start, address, world, demand }: ReadingInputs,
    take: (answer: ReadingAnswer) => T | undefined,
  ): Promise<T> {
    const request: ReadingRequest = {
      id: ++id,
      what,
      policy: policyDelta(null, policy),
      start,
      address,
      world,
      demand,
    }
    return new Promise((resolve, reject) => {
      waiting.set(request.id, (answer) => {
        const taken = take(answer)
        if (answer.kind === 'failed') reject(new Error(answer.reason))
        else if (taken !== undefined) resolve(taken)
        else return
        waiting.delete(answer.id)
      })
      worker.postMessage(request)
    })
  }

  return {
    outlines: (inputs, progressed) =>
      ask('outlines', inputs, (answer) => {
        if (answer.kind === 'progress') progressed(answer.done)
        return answer.kind === 'outlines' ? answer.reading : undefined
      }),
    shares: (inputs) =>
      ask('shares', inputs, (answer) => (answer.kind === 'shares' ? answer.reading : undefined)),
    close() {
      waiting.clear()
      worker.terminate()
    },
  }
}

/** The worker that reads the map, as a file of its own beside the page's. */
export function startReadingWorker(): Worker {
  return new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module', name: 'reading' })
}
