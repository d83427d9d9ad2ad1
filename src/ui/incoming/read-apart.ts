import { importProblem } from '../../formats/import/import-problem'
import type { Opened } from '../../formats/open'
import { failure, type Result } from '../../model/result'
import type { RefusedText } from '../../store/session'
import { askToOpen, LONG_TEXT, startOpeningWorker } from '../../store/workers/opening-client'
import { useAsked } from './asked-store'

/** So long one waits in silence. */
const PATIENCE_MS = 250

/**
 * Reads a text: a long one beside the page, which stays alive, and where it takes a while says so. Null when the user
 * calls it off.
 */
export async function readIncoming(source: RefusedText): Promise<Result<Opened> | null> {
  const { text, name, choice } = source
  if (text.length > LONG_TEXT) return readApart(source)
  const { openText } = await import('../../formats/open')
  return openText(text, { name, ...(choice === undefined ? {} : { choice }) })
}

function readApart(source: RefusedText): Promise<Result<Opened> | null> {
  const { ask } = useAsked.getState()
  return new Promise((resolve) => {
    const patience = setTimeout(() => {
      const { text, name } = source
      ask({ kind: 'reading', name, length: text.length, cancel: () => end(null) })
    }, PATIENCE_MS)
    const stop = askToOpen(startOpeningWorker(), { ...source, what: 'open' }, (answer) => {
      if (answer.kind === 'opened') end(answer.result)
      else if (answer.kind === 'failed') end(unread(answer.reason))
    })
    const end = (result: Result<Opened> | null) => {
      clearTimeout(patience)
      stop()
      if (useAsked.getState().asked?.kind === 'reading') ask(null)
      resolve(result)
    }
  })
}

function unread(reason: string): Result<Opened> {
  return failure(importProblem('import/unrecognised', `This text could not be read: ${reason}`))
}

/** Whether a text would open after repairs, found out beside the page for a long one. */
export async function isRepairable(source: RefusedText): Promise<boolean> {
  const { text, name, choice } = source
  if (text.length <= LONG_TEXT) {
    const { canRepair } = await import('../../formats/repair/repair-text')
    return canRepair(text, name, choice)
  }
  return new Promise((resolve) => {
    askToOpen(startOpeningWorker(), { ...source, what: 'canRepair' }, (answer) =>
      resolve(answer.kind === 'canRepair' && answer.repairable),
    )
  })
}
