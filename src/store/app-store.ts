import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Address } from '../model/address'
import type { Problem } from '../model/problem'
import type { Policy } from '../policy/policy'
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

/** A policy that is looked at on the map before it is accepted; no part of the scenario. */
export interface Preview {
  /** What it was made from: it means nothing for anything else. */
  readonly of: Pick<Scenario, 'policy' | 'world'>
  readonly policy: Policy
}

/** A moment that can be returned to. */
export type Moment = Pick<AppState, 'scenario' | 'history' | 'scenarioKey'>

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
  /** Endpoints over their capacity or nearly so, found beside the page: perhaps for a moment ago. */
  readonly overloads: readonly Problem[]
  /** What the map shows now; saved with the scenario, not undone. */
  readonly view: MapView
  readonly preview: Preview | null

  /** The only way to change the scenario. */
  commit(label: string, edit: Edit, options?: CommitOptions): void
  /** Ends a burst: the next commit starts its own step whatever its key. */
  settle(): void
  /**
   * Takes back everything since a moment as though it had not been: a drag that is called off. Nothing once another
   * scenario is open.
   */
  abandon(since: Moment): void
  undo(): void
  redo(): void
  /** Replaces the whole scenario and starts a new history; keeping the former one is the library's task. */
  open(scenario: Scenario): void
  select(selection: readonly Address[]): void
  ask(query: SavedQuery | null): void
  redraw(): void
  setView(view: MapView): void
  proposeZone(zone: string | null): void
  foundOverloads(overloads: readonly Problem[]): void
  showPreview(preview: Preview | null): void
}

export type AppStore = StoreApi<AppState>

/** One list for all who have none, so that nobody sees a change. */
export const NO_PROBLEMS: readonly Problem[] = []

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
    overloads: NO_PROBLEMS,
    view: initial.view,
    preview: null,

    commit(label, edit, options = {}) {
      const { scenario, history } = get()
      const next = edit(scenario)
      if (next === scenario) return
      set({ scenario: next, history: recorded(history, scenario, label, options.coalesce ?? null) })
    },
    settle: () => set(({ history }) => ({ history: { ...history, openKey: null } })),
    abandon: ({ scenario, history, scenarioKey }) =>
      set((now) => (now.scenarioKey === scenarioKey ? { scenario, history } : {})),
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
        overloads: NO_PROBLEMS,
        view: scenario.view,
        preview: null,
      })),
    select: (selection) => set({ selection }),
    ask: (asked) => set({ asked, seed: 1 }),
    redraw: () => set(({ seed }) => ({ seed: seed + 1 })),
    setView: (view) => set({ view }),
    proposeZone: (proposedZone) => set({ proposedZone }),
    foundOverloads: (overloads) => set({ overloads }),
    showPreview: (preview) => set({ preview }),
  }))
}

/** Whether a preview is of the state that it was made from. */
export function isFresh({ of }: Preview, { policy, world }: Scenario): boolean {
  return of.policy === policy && of.world === world
}

/** The policy that the map shows: a preview while it is open and still of this state, else the scenario's own. */
export function shownPolicy({ scenario, preview }: Pick<AppState, 'scenario' | 'preview'>): Policy {
  return preview && isFresh(preview, scenario) ? preview.policy : scenario.policy
}

/** The scenario as it is to be saved or shared: with the view that is on the map now. */
export function savedScenario({ scenario, view }: Pick<AppState, 'scenario' | 'view'>): Scenario {
  return scenario.view === view ? scenario : { ...scenario, view }
}
