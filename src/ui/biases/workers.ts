import { type BiasClient, createBiasClient, startBiasWorker } from '../../store/workers/bias-client'

// Two of them: a long search must neither wait for plots nor hold up a border that is being pulled, and is called off
// by ending its worker.

let exploring: BiasClient | null = null
let solving: BiasClient | null = null

/** The worker for curves, borders, rollouts and what is contested; started when first asked for. */
export function explorer(): BiasClient {
  exploring ??= createBiasClient(startBiasWorker())
  return exploring
}

/** The worker for the solver; started when first asked for. */
export function solver(): BiasClient {
  solving ??= createBiasClient(startBiasWorker())
  return solving
}

/** Ends a search. */
export function stopSolver(): void {
  solving?.close()
  solving = null
}
