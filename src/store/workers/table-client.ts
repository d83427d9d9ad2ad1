import type { WorkerPort } from '../coverage/coverage-client'
import type { TableAnswer, TableRequest } from './table-server'

export interface TableClient {
  /** Reads a table instead of the one before. */
  readonly read: (text: string, name: string) => void
  /** Answers nothing of what was read so far. */
  readonly drop: () => void
  readonly close: () => void
}

/** Calls back with what became of the newest table. */
export function createTableClient(worker: WorkerPort, answered: (answer: TableAnswer) => void): TableClient {
  let id = 0
  worker.addEventListener('message', ({ data }: MessageEvent<TableAnswer>) => {
    if (data.id === id) answered(data)
  })
  worker.addEventListener('error', ({ message }) => {
    answered({ kind: 'failed', id, reason: message || 'The worker that reads tables could not be started.' })
  })
  return {
    read(text, name) {
      const request: TableRequest = { id: ++id, text, name }
      worker.postMessage(request)
    },
    drop: () => {
      id++
    },
    close: () => worker.terminate(),
  }
}

/** The worker that reads tables of demand, as a file of its own beside the page's. */
export function startTableWorker(): Worker {
  return new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module', name: 'table' })
}
