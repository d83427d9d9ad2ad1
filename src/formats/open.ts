import type { Result } from '../model/result'
import { type Opened, openRead } from './import/open-read'
import { readCandidates } from './import/read-candidates'

export type { Found, Opened } from './import/open-read'
export { openedScenario } from './import/open-read'

export interface OpenOptions {
  /** Name of the file, which tells languages apart where the text alone does not. */
  readonly name?: string | null
  /** Index or word (`indexOfChoice`) of what to open where a text holds several; the newest or first of all without it. */
  readonly choice?: number | string | undefined
}

/**
 * Opens any text that Catchment can read: an AWS document, bare or wrapped in the output or the source of a
 * tool, a scenario file, a share link. Every file, drop, paste and command line argument comes in here.
 */
export function openText(text: string, { name = null, choice }: OpenOptions = {}): Result<Opened> {
  const read = readCandidates(text, name)
  if (!read.ok) return read
  return openRead(read.value, choice)
}
