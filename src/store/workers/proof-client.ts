import type { Scenario } from '../../scenario/scenario'
import type { WorkerPort } from '../coverage/coverage-client'
import { askWorker } from './ask-worker'
import type { ProofAnswer, ProofRequest } from './proof-server'

/** Asks a worker of its own for a proof; the function that comes back ends it, whether it has answered or not. */
export function askForProof(
  worker: WorkerPort,
  format: string,
  scenario: Scenario,
  answered: (answer: ProofAnswer) => void,
): () => void {
  // Neither queries nor demand decide an answer.
  const request: ProofRequest = { format, scenario: { ...scenario, queries: [], demand: null } }
  return askWorker<ProofRequest, ProofAnswer>(worker, request, 'compares answers', answered)
}

/** The worker that compares answers, as a file of its own beside the page's. */
export function startProofWorker(): Worker {
  return new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module', name: 'proof' })
}
