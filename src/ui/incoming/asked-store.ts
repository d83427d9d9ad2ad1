import { create } from 'zustand'
import type { Found } from '../../formats/open'
import type { Problem } from '../../model/problem'

/** A text from outside, with the name of its file where it has one. */
export interface IncomingText {
  readonly text: string
  readonly name: string | null
  /** Which of several policies in it is meant. */
  readonly choice?: number
}

/** What the user is asked about a text that came in, or about what is open. */
export type Asked =
  | ({ readonly kind: 'repair' } & IncomingText)
  | ({ readonly kind: 'choose'; readonly found: Found } & IncomingText)
  /** The repair of one problem of the open policy, or all of them for null. */
  | { readonly kind: 'fix'; readonly problem: Problem | null }
  /** A long text is being read; `cancel` calls that off. */
  | {
      readonly kind: 'reading'
      readonly name: string | null
      readonly length: number
      readonly cancel: () => void
    }
  | { readonly kind: 'notes'; readonly title: string; readonly problems: readonly Problem[] }

interface AskedState {
  readonly asked: Asked | null
  readonly ask: (asked: Asked | null) => void
}

export const useAsked = create<AskedState>()((set) => ({ asked: null, ask: (asked) => set({ asked }) }))
