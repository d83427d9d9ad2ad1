import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Address } from '../model/address'
import type { Problem } from '../model/problem'
import type { SavedQuery } from '../scenario/scenario'
import { emptyScenario, type MapView, type Scenario } from '../scenario/scenario'
import { type History, NO_HISTORY, recorded, redone, undone } from './history'

/** How a commit enters the history. */
export interface CommitOptions {
  /** Commits with the same key, one after another, are one step: a slider drag, a burst of typing. */
  readonly coalesce?: string
}

/** A change of the scenario; returning its argument unchanged is no change and leaves no trace. */
export type Edit = (scenario: Scenario) => Scenario

/** The one mutable place of the app. */
export interface AppState {
  readonly scenario: Scenario
  readonly history: History
  /** Tells one opened scenario from the next, so that views can start afresh. */
  readonly scenarioKey: number
  readonly selection: readonly Address[]
  /** The query being asked; null before the first. Not part of the history. */
  readonly asked: SavedQuery | null
  /** Seed of the drawn answer of `asked`. */
  readonly seed: number
  /** The hosted zone that the public suffix list proposes for the DNS name; null until it is looked up. */
  readonly proposedZone: string | null
  /** The checks of a scenario, given the proposed zone; null until they are loaded. */
  readonly check: ((scenario: Scenario, proposedZone: string | null) => readonly Problem[]) | null
  /** What the map shows now; saved with the scenario, not undone. */
  readonly view: MapView

  /** The only way to change the scenario. */
  commit(label: string, edit: Edit, options?: CommitOptions): void
  /** Ends a burst: the next commit starts its own step whatever its key. */
  settle(): void
  undo(): void
  redo(): void
  /** Replaces the whole scenario and starts a new history; keeping the former one is the library's task. */
  open(scenario: Scenario): void
  select(selection: readonly Address[]): void
  ask(query: SavedQuery | null): void
  redraw(): void
  setView(view: MapView): void
  proposeZone(zone: string | null): void
}

export type AppStore = StoreApi<AppState>

export function createAppStore(initial: Scenario = emptyScenario()): AppStore {
  return createStore<AppState>()((set, get) => ({
    scenario: initial,
    history: NO_HISTORY,
    scenarioKey: 1,
    selection: [],
    asked: initial.queries[0] ?? null,
    seed: 1,
    proposedZone: null,
    check: null,
    view: initial.view,

    commit(label, edit, options = {}) {
      const { scenario, history } = get()
      const next = edit(scenario)
      if (next === scenario) return
      set({ scenario: next, history: recorded(history, scenario, label, options.coalesce ?? null) })
    },
    settle: () => set(({ history }) => ({ history: { ...history, openKey: null } })),
    undo: () => set(({ history, scenario }) => undone(history, scenario) ?? {}),
    redo: () => set(({ history, scenario }) => redone(history, scenario) ?? {}),
    open: (scenario) =>
      set(({ scenarioKey }) => ({
        scenario,
        history: NO_HISTORY,
        scenarioKey: scenarioKey + 1,
        selection: [],
        asked: scenario.queries[0] ?? null,
        seed: 1,
        view: scenario.view,
      })),
    select: (selection) => set({ selection }),
    ask: (asked) => set({ asked, seed: 1 }),
    redraw: () => set(({ seed }) => ({ seed: seed + 1 })),
    setView: (view) => set({ view }),
    proposeZone: (proposedZone) => set({ proposedZone }),
  }))
}

/** The scenario as it is to be saved or shared: with the view that is on the map now. */
export function savedScenario({ scenario, view }: AppState): Scenario {
  return scenario.view === view ? scenario : { ...scenario, view }
}
