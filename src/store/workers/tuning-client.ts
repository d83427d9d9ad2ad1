import type { Scenario } from '../../scenario/scenario'
import type { WorkerPort } from '../coverage/coverage-client'
import { policyDelta } from '../coverage/coverage-delta'
import type { TuningAnswer, TuningRequest } from './tuning-protocol'

/** What shares depend on. Immutable: what is the same object is not sent again. */
export type TuningInputs = Pick<Scenario, 'policy' | 'world' | 'demand'>

export interface TuningClient {
  /** Asks for the shares of the present, and for what moved since the state before. */
  readonly show: (present: TuningInputs, before: TuningInputs) => void
  readonly close: () => void
}

/** Calls back with each answer. */
export function createTuningClient(
  worker: WorkerPort,
  answered: (answer: TuningAnswer) => void,
): TuningClient {
  let sent: { readonly present: TuningInputs; readonly before: TuningInputs } | null = null
  let id = 0

  worker.addEventListener('message', ({ data }: MessageEvent<TuningAnswer>) => answered(data))
  worker.addEventListener('error', ({ message }) => {
    answered({ kind: 'failed', id, reason: message || 'The worker for shares could not be started.' })
  })

  return {
    show(present, before) {
      if (sent && same(sent.present, present) && same(sent.before, before)) return
      const request: TuningRequest = {
        id: ++id,
        policy: present.policy === sent?.present.policy ? null : deltaOf(sent?.present ?? null, present),
        start: present.policy.start,
        world: present.world === sent?.present.world ? null : present.world,
        demand: sent && present.demand === sent.present.demand ? null : { model: present.demand },
        before:
          sent && same(sent.before, before) && present.demand === sent.present.demand
            ? null
            : {
                policy: deltaOf(present, before),
                start: before.policy.start,
                world: before.world,
                demand: before.demand === present.demand ? null : { model: before.demand },
              },
      }
      sent = { present, before }
      worker.postMessage(request)
    },
    close: () => worker.terminate(),
  }
}

function deltaOf(from: TuningInputs | null, to: TuningInputs) {
  return policyDelta(from?.policy ?? null, to.policy)
}

function same(a: TuningInputs, b: TuningInputs): boolean {
  return a.policy === b.policy && a.world === b.world && a.demand === b.demand
}

/** The worker that shares out demand, as a file of its own beside the page's. */
export function startTuningWorker(): Worker {
  return new Worker(new URL('./tuning-worker.ts', import.meta.url), { type: 'module', name: 'tuning' })
}
