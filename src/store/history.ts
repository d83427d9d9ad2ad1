import type { Scenario } from '../scenario/scenario'

/** A state that can be returned to, and what was done from there. */
export interface HistoryEntry {
  readonly label: string
  readonly scenario: Scenario
}

/** Undo and redo as whole immutable scenarios: nothing to invert, structure is shared. */
export interface History {
  /** Oldest first; each entry is the scenario before its labelled change. */
  readonly past: readonly HistoryEntry[]
  /** Nearest first; each entry is the scenario after its labelled change. */
  readonly future: readonly HistoryEntry[]
  /** Commits with this key join the last entry; null when the next commit starts its own. */
  readonly openKey: string | null
}

export const NO_HISTORY: History = { past: [], future: [], openKey: null }
/** How many steps can be undone. */
export const HISTORY_LIMIT = 500

/** History after a change away from `before`; a commit with the open key joins the step before it. */
export function recorded(history: History, before: Scenario, label: string, key: string | null): History {
  if (key !== null && key === history.openKey && history.past.length > 0) return { ...history, future: [] }
  const past = [...history.past, { label, scenario: before }].slice(-HISTORY_LIMIT)
  return { past, future: [], openKey: key }
}

/** One step back from `present`; null when there is none. */
export function undone(history: History, present: Scenario): { history: History; scenario: Scenario } | null {
  const entry = history.past.at(-1)
  if (!entry) return null
  return {
    scenario: entry.scenario,
    history: {
      past: history.past.slice(0, -1),
      future: [{ label: entry.label, scenario: present }, ...history.future],
      openKey: null,
    },
  }
}

/** One step forward from `present`; null when there is none. */
export function redone(history: History, present: Scenario): { history: History; scenario: Scenario } | null {
  const [entry, ...future] = history.future
  if (!entry) return null
  return {
    scenario: entry.scenario,
    history: { past: [...history.past, { label: entry.label, scenario: present }], future, openKey: null },
  }
}
