import type { WorkerPort } from '../coverage/coverage-client'

/** What a worker that is made for one request answers: in the end, unless it is progress; or why it could not. */
type Answer = { readonly kind: string } | { readonly kind: 'failed'; readonly reason: string }

/**
 * Puts a request to a worker of its own; the function that comes back ends it, whether it has answered or not. It is
 * ended by any answer but progress. `what` it does is said where it cannot be started.
 */
export function askWorker<Request, A extends Answer>(
  worker: WorkerPort,
  request: Request,
  what: string,
  answered: (answer: A | { readonly kind: 'failed'; readonly reason: string }) => void,
): () => void {
  let isOpen = true
  const end = () => {
    isOpen = false
    worker.terminate()
  }
  const take = (answer: Parameters<typeof answered>[0]) => {
    // An answer may be under way when the worker is ended.
    if (!isOpen) return
    if (answer.kind !== 'progress') end()
    answered(answer)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<A>) => take(data))
  worker.addEventListener('error', ({ message }) =>
    take({ kind: 'failed', reason: message || `The worker that ${what} could not be started.` }),
  )
  worker.postMessage(request)
  return end
}
