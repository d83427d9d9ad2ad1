import type { WorkerPort } from '../coverage/coverage-client'
import { policyDelta } from '../coverage/coverage-delta'
import type { BiasJob, BiasQuestion, BiasReply } from './bias-protocol'
import type { TuningInputs } from './tuning-client'

export interface BiasClient {
  /** Asks about a state; a newer question of the same kind takes an older one's place. Returns how to ignore the replies. */
  readonly ask: (about: TuningInputs, job: BiasJob, replied: (reply: BiasReply) => void) => () => void
  /** Ends whatever is being worked out. */
  readonly close: () => void
}

/** Asks a worker about biases. */
export function createBiasClient(worker: WorkerPort): BiasClient {
  let sent: TuningInputs | null = null
  let newest = 0
  /** Who waits for the newest question of a kind. */
  const waiting = new Map<BiasJob['kind'], Listener>()

  worker.addEventListener('message', ({ data }: MessageEvent<BiasReply>) => {
    const asked = [...waiting].find(([, { id }]) => id === data.id)
    if (!asked) return
    const [kind, { replied }] = asked
    // Before it is told: it may ask again at once.
    if (isLast(data)) waiting.delete(kind)
    replied(data)
  })
  worker.addEventListener('error', ({ message }) => {
    const reason = message || 'The worker for biases could not be started.'
    const asked = [...waiting.values()]
    waiting.clear()
    for (const { id, replied } of asked) replied({ kind: 'failed', id, reason })
  })

  return {
    ask(about, job, replied) {
      const id = ++newest
      const isSamePolicy = about.policy === sent?.policy
      const question: BiasQuestion = {
        id,
        policy: isSamePolicy ? null : policyDelta(sent?.policy ?? null, about.policy),
        start: about.policy.start,
        world: about.world === sent?.world ? null : about.world,
        demand: sent && about.demand === sent.demand ? null : { model: about.demand },
        job,
      }
      sent = about
      waiting.set(job.kind, { id, replied })
      worker.postMessage(question)
      return () => {
        if (waiting.get(job.kind)?.id === id) waiting.delete(job.kind)
      }
    },
    close() {
      waiting.clear()
      worker.terminate()
    },
  }
}

interface Listener {
  readonly id: number
  readonly replied: (reply: BiasReply) => void
}

/** Whether nothing more is said in reply to a question. */
function isLast(reply: BiasReply): boolean {
  return reply.kind !== 'progress' && (reply.kind !== 'curve' || reply.isLast)
}

/** The worker that answers questions about biases, as a file of its own beside the page's. */
export function startBiasWorker(): Worker {
  return new Worker(new URL('./bias-worker.ts', import.meta.url), { type: 'module', name: 'biases' })
}
