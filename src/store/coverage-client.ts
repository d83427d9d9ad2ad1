import type { RasterView } from '../geo/raster-view'
import type { Target } from '../model/address'
import type { World } from '../model/world'
import type { Policy } from '../policy/policy'
import { policyDelta } from './coverage-delta'
import type { Palette } from './coverage-paint'
import type { CoverageAnswer, CoverageRequest } from './coverage-protocol'

/** Everything a painted map depends on. Immutable: what is the same object is not sent again. */
export interface CoverageInputs {
  readonly policy: Policy
  readonly world: World
  /** Where queries begin: a rule that is shown alone, or the policy's own start. */
  readonly start: Target | null
  readonly view: RasterView
  readonly palette: Palette
}

export interface CoverageClient {
  /** Asks for these inputs from now on; `since` is the time of the user's input that made them. */
  readonly show: (inputs: CoverageInputs, since: number) => void
  readonly close: () => void
}

/** What the client needs of a worker. */
export type WorkerPort = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>

/** Calls back with each answer and the time of the user's input that it answers. */
export function createCoverageClient(
  worker: WorkerPort,
  answered: (answer: CoverageAnswer, since: number) => void,
): CoverageClient {
  let sent: CoverageInputs | null = null
  let id = 0
  // Times of the requests that no painted view has answered yet.
  const waiting = new Map<number, number>()

  worker.addEventListener('message', ({ data }: MessageEvent<CoverageAnswer>) => {
    const since = waiting.get(data.id) ?? performance.now()
    if (data.kind === 'painted')
      for (const older of waiting.keys()) if (older <= data.id) waiting.delete(older)
    answered(data, since)
  })
  worker.addEventListener('error', ({ message }) => {
    answered(
      { kind: 'failed', id, reason: message || 'The map’s worker could not be started.' },
      performance.now(),
    )
  })

  return {
    show(inputs, since) {
      const { policy, world, start, view, palette } = inputs
      const request: CoverageRequest = {
        id: ++id,
        policy: policy === sent?.policy ? null : policyDelta(sent?.policy ?? null, policy),
        world: world === sent?.world ? null : world,
        start,
        view: view === sent?.view ? null : view,
        palette: palette === sent?.palette ? null : palette,
      }
      sent = inputs
      waiting.set(id, since)
      worker.postMessage(request)
    },
    close: () => worker.terminate(),
  }
}

/** The worker that computes coverages, as a file of its own beside the page's. */
export function startCoverageWorker(): Worker {
  return new Worker(new URL('./coverage-worker.ts', import.meta.url), { type: 'module', name: 'coverage' })
}
