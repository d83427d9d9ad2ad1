import type { WorkerPort } from '../coverage/coverage-client'
import { askWorker } from './ask-worker'
import type { OpeningAnswer, OpeningRequest } from './opening-server'

/** In UTF-16 units: what is longer may take longer to read than a page may stand still. */
export const LONG_TEXT = 40_000

/** Asks a worker of its own to read or mend something; the function that comes back ends it. */
export function askToOpen(
  worker: WorkerPort,
  request: OpeningRequest,
  answered: (answer: OpeningAnswer) => void,
): () => void {
  return askWorker<OpeningRequest, OpeningAnswer>(worker, request, 'reads texts', answered)
}

/** The worker that reads texts, as a file of its own beside the page's. */
export function startOpeningWorker(): Worker {
  return new Worker(new URL('./opening-worker.ts', import.meta.url), { type: 'module', name: 'opening' })
}
