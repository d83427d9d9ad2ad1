import type { Scenario } from '../scenario/scenario'
import type { WorkerPort } from './coverage-client'
import type { ProofAnswer, ProofRequest } from './proof-server'

/** Asks a worker of its own for a proof; the function that comes back ends it, whether it has answered or not. */
export function askForProof(
  worker: WorkerPort,
  format: string,
  scenario: Scenario,
  answered: (answer: ProofAnswer) => void,
): () => void {
  let isOpen = true
  const end = () => {
    isOpen = false
    worker.terminate()
  }
  const take = (answer: ProofAnswer) => {
    // An answer may be under way when the worker is ended.
    if (!isOpen) return
    if (answer.kind !== 'progress') end()
    answered(answer)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<ProofAnswer>) => take(data))
  worker.addEventListener('error', ({ message }) =>
    take({ kind: 'failed', reason: message || 'The worker that compares answers could not be started.' }),
  )
  // Neither queries nor demand decide an answer.
  const request: ProofRequest = { format, scenario: { ...scenario, queries: [], demand: null } }
  worker.postMessage(request)
  return end
}

/** The worker that compares answers, as a file of its own beside the page's. */
export function startProofWorker(): Worker {
  return new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module', name: 'proof' })
}
