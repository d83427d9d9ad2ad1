import type { RasterView } from '../../geo/raster-view'
import type { RuleId, Target } from '../../model/address'
import type { IpPrefix } from '../../model/dns/ip-prefix'
import type { World } from '../../model/world'
import type { Policy } from '../../policy/policy'
import { policyDelta } from './coverage-delta'
import type { Palette } from './coverage-paint'
import type { CoverageAnswer, CoverageRehearsal, CoverageRequest } from './coverage-protocol'

/** Everything a painted map depends on. Immutable: what is the same object is not sent again. */
export interface CoverageInputs {
  readonly policy: Policy
  readonly world: World
  /** Where queries begin: a rule that is shown alone, or the policy's own start. */
  readonly start: Target | null
  /** The address of all clients; null where it is not known. */
  readonly address: IpPrefix | null
  readonly view: RasterView
  readonly palette: Palette
}

/** `T` is whatever the caller wants to find again with the answer, such as the time of the user's input. */
export interface CoverageClient<T> {
  /** Gives the memory of a picture back that has been shown. */
  readonly recycle: (pixels: ArrayBuffer) => void
  /** Asks for these inputs from now on, and for the borders before as a ghost. */
  readonly show: (inputs: CoverageInputs, ticket: T, ghost?: boolean) => void
  /** Lets the worker get ready for a drag of the biases of a rule of what is shown. */
  readonly rehearse: (rule: RuleId) => void
  readonly close: () => void
}

/** What the client needs of a worker. */
export type WorkerPort = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>

/** Calls back with each answer, a painted view also with the ticket of the request that it answers. */
export function createCoverageClient<T>(
  worker: WorkerPort,
  answered: (answer: CoverageAnswer, ticket: T | null) => void,
): CoverageClient<T> {
  let sent: CoverageInputs | null = null
  let id = 0
  let spares: ArrayBuffer[] = []
  // Of the requests that no painted view has answered yet.
  const tickets = new Map<number, T>()

  worker.addEventListener('message', ({ data }: MessageEvent<CoverageAnswer>) => {
    if (data.kind !== 'painted') return answered(data, null)
    const ticket = tickets.get(data.id) ?? null
    for (const older of tickets.keys()) if (older <= data.id) tickets.delete(older)
    answered(data, ticket)
  })
  worker.addEventListener('error', ({ message }) => {
    answered({ kind: 'failed', id, reason: message || 'The map’s worker could not be started.' }, null)
  })

  return {
    show(inputs, ticket, ghost = false) {
      const { policy, world, start, address, view, palette } = inputs
      const request: CoverageRequest = {
        id: ++id,
        policy: policy === sent?.policy ? null : policyDelta(sent?.policy ?? null, policy),
        world: world === sent?.world ? null : world,
        start,
        address,
        view: view === sent?.view ? null : view,
        palette: palette === sent?.palette ? null : palette,
        ghost,
        spares,
      }
      sent = inputs
      tickets.set(id, ticket)
      worker.postMessage(request, spares)
      spares = []
    },
    rehearse(rule) {
      const rehearsal: CoverageRehearsal = { rehearse: rule }
      worker.postMessage(rehearsal)
    },
    recycle(pixels) {
      spares.push(pixels)
    },
    close: () => worker.terminate(),
  }
}

/** The worker that computes coverages, as a file of its own beside the page's. */
export function startCoverageWorker(): Worker {
  return new Worker(new URL('./coverage-worker.ts', import.meta.url), { type: 'module', name: 'coverage' })
}
