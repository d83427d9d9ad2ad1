import { type Opened, openText } from '../../formats/open'
import { canRepair } from '../../formats/repair/repair-text'
import type { Result } from '../../model/result'
import {
  type MendedPolicy,
  type MendedText,
  type MendPolicy,
  type MendText,
  mendPolicy,
  mendText,
} from '../mending'
import type { RefusedText } from '../session'

/** A text from outside to be read, or of which is asked whether it would open after repairs. */
interface ReadText extends RefusedText {
  readonly what: 'open' | 'canRepair'
}

/** What is to be done beside the page, since it may take long. */
export type OpeningRequest = ReadText | MendText | MendPolicy

export type OpeningAnswer =
  | { readonly kind: 'opened'; readonly result: Result<Opened> }
  | { readonly kind: 'canRepair'; readonly repairable: boolean }
  | { readonly kind: 'mendedText'; readonly mended: MendedText | null }
  | { readonly kind: 'mendedPolicy'; readonly mended: MendedPolicy | null }
  | { readonly kind: 'failed'; readonly reason: string }

/** Does what is asked; what goes wrong is an answer too. */
export function answerOpening(request: OpeningRequest): OpeningAnswer {
  try {
    return answer(request)
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

function answer(request: OpeningRequest): OpeningAnswer {
  switch (request.what) {
    case 'open': {
      const { text, name, choice } = request
      return { kind: 'opened', result: openText(text, { name, ...(choice === undefined ? {} : { choice }) }) }
    }
    case 'canRepair':
      return { kind: 'canRepair', repairable: canRepair(request.text, request.name, request.choice) }
    case 'mendText':
      return { kind: 'mendedText', mended: mendText(request) }
    case 'mendPolicy':
      return { kind: 'mendedPolicy', mended: mendPolicy(request) }
  }
}
