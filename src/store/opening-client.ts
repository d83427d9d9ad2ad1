import type { WorkerPort } from './coverage-client'
import type { OpeningAnswer, OpeningRequest } from './opening-server'

/** In UTF-16 units: what is longer may take longer to read than a page may stand still. */
export const LONG_TEXT = 40_000

/** Asks a worker of its own to read or repair a text; the function that comes back ends it. */
export function askToOpen(
  worker: WorkerPort,
  request: OpeningRequest,
  answered: (answer: OpeningAnswer) => void,
): () => void {
  let isOpen = true
  const end = () => {
    isOpen = false
    worker.terminate()
  }
  const take = (answer: OpeningAnswer) => {
    // An answer may be under way when the worker is ended.
    if (!isOpen) return
    end()
    answered(answer)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<OpeningAnswer>) => take(data))
  worker.addEventListener('error', ({ message }) =>
    take({ kind: 'failed', reason: message || 'The worker that reads texts could not be started.' }),
  )
  worker.postMessage(request)
  return end
}

/** The worker that reads texts, as a file of its own beside the page's. */
export function startOpeningWorker(): Worker {
  return new Worker(new URL('./opening-worker.ts', import.meta.url), { type: 'module', name: 'opening' })
}
