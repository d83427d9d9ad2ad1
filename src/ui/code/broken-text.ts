import { create } from 'zustand'
import { useApp } from '../app-context'
import { useDialogs } from '../shell/dialogs-store'
import { showDetails } from '../shown-panes'

/** The text of the code pane while it cannot be opened, so that it is no part of the policy. */
export interface BrokenText {
  readonly scenarioKey: number
  /** The line of its first mistake, from 1. */
  readonly line: number
}

interface BrokenTexts {
  readonly broken: BrokenText | null
  /** Counts the times that someone asked to be led to the mistake, and those that were. */
  readonly visits: number
  readonly arrivals: number
  readonly note: (broken: BrokenText | null) => void
  readonly visit: () => void
  /** Whether a visit is due; then it no longer is. */
  readonly arrive: () => boolean
}

export const useBrokenTexts = create<BrokenTexts>()((set, get) => ({
  broken: null,
  visits: 0,
  arrivals: 0,
  note: (broken) => set({ broken }),
  visit: () => set(({ visits }) => ({ visits: visits + 1 })),
  arrive() {
    const { visits, arrivals } = get()
    set({ arrivals: visits })
    return visits > arrivals
  },
}))

/** The broken text of the scenario that is open; null while its text is its policy's. */
export function useBrokenText(): BrokenText | null {
  const scenarioKey = useApp((state) => state.scenarioKey)
  const broken = useBrokenTexts((state) => state.broken)
  return broken?.scenarioKey === scenarioKey ? broken : null
}

/** Shows the mistake in the code pane, wherever the user is. */
export function goToBrokenText(): void {
  useDialogs.getState().show(null)
  showDetails('code')
  useBrokenTexts.getState().visit()
}
