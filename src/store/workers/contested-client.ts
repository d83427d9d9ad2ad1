import type { RasterView } from '../../geo/raster-view'
import type { Target } from '../../model/address'
import type { IpPrefix } from '../../model/dns/ip-prefix'
import type { Scenario } from '../../scenario/scenario'
import type { WorkerPort } from '../coverage/coverage-client'
import { policyDelta } from '../coverage/coverage-delta'
import type { ContestedAnswer, ContestedRequest } from './contested-protocol'

export interface ContestedInputs extends Pick<Scenario, 'policy' | 'world'> {
  /** Where queries begin. */
  readonly start: Target | null
  /** The address of all clients; null where it is not known. */
  readonly address: IpPrefix | null
  readonly view: RasterView
  /** `#rrggbb` of the hatching. */
  readonly ink: string
}

export interface ContestedClient {
  /** Asks for the hatching of these inputs from now on. */
  readonly show: (inputs: ContestedInputs) => void
  readonly close: () => void
}

/** Calls back with each answer. */
export function createContestedClient(
  worker: WorkerPort,
  answered: (answer: ContestedAnswer) => void,
): ContestedClient {
  let sent: ContestedInputs | null = null
  let id = 0
  worker.addEventListener('message', ({ data }: MessageEvent<ContestedAnswer>) => answered(data))
  worker.addEventListener('error', ({ message }) => {
    answered({
      kind: 'failed',
      id,
      reason: message || 'The worker for contested places could not be started.',
    })
  })
  return {
    show(inputs) {
      const { policy, world, start, address, view, ink } = inputs
      const request: ContestedRequest = {
        id: ++id,
        policy: policy === sent?.policy ? null : policyDelta(sent?.policy ?? null, policy),
        start,
        address,
        world: world === sent?.world ? null : world,
        view,
        ink,
      }
      sent = inputs
      worker.postMessage(request)
    },
    close: () => worker.terminate(),
  }
}

/** The worker that compares the two formulas, as a file of its own beside the page's. */
export function startContestedWorker(): Worker {
  return new Worker(new URL('./contested-worker.ts', import.meta.url), { type: 'module', name: 'contested' })
}
