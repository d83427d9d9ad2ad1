import { type Opened, openText } from '../formats/open'
import { canRepair } from '../formats/repair/repair-text'
import type { Result } from '../model/result'
import type { RefusedText } from './session'

/** What is to be done with a text from outside: read it, or find out whether it would open after repairs. */
export interface OpeningRequest extends RefusedText {
  readonly what: 'open' | 'canRepair'
}

export type OpeningAnswer =
  | { readonly kind: 'opened'; readonly result: Result<Opened> }
  | { readonly kind: 'canRepair'; readonly repairable: boolean }
  | { readonly kind: 'failed'; readonly reason: string }

/** Does what is asked; what goes wrong is an answer too. */
export function answerOpening({ what, text, name, choice }: OpeningRequest): OpeningAnswer {
  try {
    return what === 'open'
      ? { kind: 'opened', result: openText(text, { name, ...(choice === undefined ? {} : { choice }) }) }
      : { kind: 'canRepair', repairable: canRepair(text, name, choice) }
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}
