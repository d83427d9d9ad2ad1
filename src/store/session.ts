import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Problem } from '../model/problem'
import { type Result, success } from '../model/result'
import { emptyScenario, type Scenario } from '../scenario/scenario'
import { type AppStore, savedScenario } from './app-store'
import type { Library, LibraryEntry } from './library'
import type { ScenarioLocks } from './locks'

/** What the session shows of itself. */
export interface SessionState {
  /** Id of the open scenario in the library. */
  readonly id: string
  readonly saved: 'saved' | 'pending' | 'failed'
  /** The other scenarios of this browser, newest first. */
  readonly recent: readonly LibraryEntry[]
  /** Why a link or a kept scenario did not open; the open one is as it was. */
  readonly refusal: Refusal | null
  /** Scenarios that are no longer open and could not be written, which nobody has been told yet. */
  readonly unsaved: readonly UnsavedScenario[]
}

/** A scenario that the browser had no space for: it lives in this tab only. */
export interface UnsavedScenario {
  readonly id: string
  readonly scenario: Scenario
}

export interface Refusal {
  readonly what: string
  readonly problems: readonly Problem[]
  /** The text that did not open, for mending it; null when it cannot be had. */
  readonly source: RefusedText | null
}

export interface RefusedText {
  readonly text: string
  /** Of the file; null for what was pasted. */
  readonly name: string | null
  /** Which of several policies in it was meant. */
  readonly choice?: number
}

/** The part of the browser that the session needs. */
export interface SessionBrowser {
  /** Payload of a share link in the address; empty when there is none. */
  linkPayload(): string
  /** Id that this entry of the tab's history belongs to; null for a new one. */
  entryId(): string | null
  /** Marks the current entry of the tab's history, and takes a link's payload out of the address. */
  replaceEntry(id: string): void
  pushEntry(id: string): void
  newId(): string
  /** Calls back once after a pause; returns how to call it off. */
  later(run: () => void): () => void
}

/** Which scenario is open, kept safe: autosave, the library, the tab's history, links. */
export interface Session {
  readonly state: StoreApi<SessionState>
  /** Opens what the address, the tab or the library says. */
  start(): Promise<void>
  /** Opens a scenario beside the former one, which stays in the library and behind Back. */
  open(scenario: Scenario): void
  openRecent(id: string): void
  removeRecent(id: string): void
  /** Follows the tab's history: Back, Forward, or a link put into the address. */
  navigated(): Promise<void>
  /** Writes what is not yet written. */
  flush(): void
  /** Says why something did not open. */
  refuse(what: string, problems: readonly Problem[], source?: RefusedText): void
  dismissRefusal(): void
  /** The user knows of the scenarios that could not be written; the tab still holds them. */
  dismissUnsaved(): void
  /** Whether something would be lost with this tab, since the browser has no space for it. */
  hasUnsaved(): boolean
}

export interface SessionParts {
  readonly app: AppStore
  readonly library: Library
  readonly locks: ScenarioLocks
  readonly browser: SessionBrowser
  readonly decodeLink: (payload: string) => Promise<Result<Scenario>>
}

export function createSession({ app, library, locks, browser, decodeLink }: SessionParts): Session {
  const state = createStore<SessionState>()(() => ({
    id: '',
    saved: 'saved',
    recent: [],
    refusal: null,
    unsaved: [],
  }))
  let callOff: (() => void) | null = null
  // By id, what could not be written: too early, or for want of space. Another scenario may be open by now.
  const unwritten = new Map<string, Scenario>()
  // By id, the state of it that was last said to be unwritten.
  const told = new Map<string, Scenario>()
  let isEarly = false
  // A scenario that nobody has touched is not worth a place in the library.
  let untouched = true
  // Counts what was asked for: what takes long to read gives way to what was asked for since.
  let asked = 0

  function flush(): void {
    callOff?.()
    callOff = null
    const { id, saved } = state.getState()
    if (id === '' || saved === 'saved') return
    const scenario = savedScenario(app.getState())
    const outcome = library.write(id, scenario)
    if (outcome === 'written') forget(id)
    else unwritten.set(id, scenario)
    if (outcome !== 'unready') {
      state.setState({ saved: outcome === 'written' ? 'saved' : 'failed' })
    } else if (!isEarly) {
      isEarly = true
      void library.ready().then(writeWaiting)
    }
  }

  function writeWaiting(): void {
    isEarly = false
    writeOthers()
    // Of the open one there may be a newer state.
    flush()
    listRecent()
  }

  /** Writes what is no longer open, and says what there is no space for. */
  function writeOthers(): void {
    for (const [id, scenario] of unwritten) {
      if (id === state.getState().id) continue
      const outcome = library.write(id, scenario)
      if (outcome === 'written') forget(id)
      else if (outcome === 'full') tellUnsaved({ id, scenario })
    }
  }

  function forget(id: string): void {
    unwritten.delete(id)
    told.delete(id)
  }

  /** Each state once: who has been told need not hear it again at every opening. */
  function tellUnsaved(lost: UnsavedScenario): void {
    const before = told.get(lost.id)
    if (before && sameButView(before, lost.scenario)) return
    told.set(lost.id, lost.scenario)
    const others = state.getState().unsaved.filter(({ id }) => id !== lost.id)
    state.setState({ unsaved: [...others, lost] })
  }

  function listRecent(): void {
    const { id } = state.getState()
    state.setState({ recent: library.list().filter((entry) => entry.id !== id) })
  }

  function changed(): void {
    untouched = false
    state.setState({ saved: 'pending' })
    callOff ??= browser.later(flush)
  }

  /** Shows a scenario under an id, keeping the former one. */
  function show(id: string, scenario: Scenario, keep: boolean): void {
    asked++
    flush()
    const former = state.getState()
    const lost = former.saved === 'failed' && former.id !== id ? unwritten.get(former.id) : undefined
    if (lost) tellUnsaved({ id: former.id, scenario: lost })
    state.setState({ id, saved: 'saved' })
    app.getState().open(scenario)
    untouched = !keep
    if (keep) {
      state.setState({ saved: 'pending' })
      flush()
    }
    void locks.hold(id)
    listRecent()
  }

  function refuse(what: string, problems: readonly Problem[], source: RefusedText | null = null): void {
    state.setState({ refusal: { what, problems, source } })
  }

  /**
   * Opens a kept scenario, as a copy where another tab has it open, unless something else is asked for meanwhile; false
   * when it cannot be opened.
   */
  async function showKept(id: string): Promise<boolean> {
    const turn = ++asked
    // Newer than what is kept, if anything is.
    const held = unwritten.get(id)
    const kept = held ? success(held) : await library.read(id)
    if (turn !== asked) return true
    if (!kept) return false
    if (!kept.ok) {
      refuse('A scenario kept in this browser could not be read. It has been left as it is.', kept.problems)
      return false
    }
    const free = await locks.hold(id)
    if (turn !== asked) {
      // What is open has to be marked again.
      void locks.hold(state.getState().id)
      return true
    }
    const shownId = free ? id : browser.newId()
    show(shownId, kept.value, !free || held !== undefined)
    browser.replaceEntry(shownId)
    return true
  }

  /** Opens a link, unless something else is asked for meanwhile; false when it cannot be opened. */
  async function showLink(payload: string): Promise<boolean> {
    const turn = ++asked
    const decoded = await decodeLink(payload)
    if (turn !== asked) return true
    if (!decoded.ok) {
      refuse('This link could not be opened.', decoded.problems)
      return false
    }
    const id = browser.newId()
    show(id, decoded.value, true)
    browser.replaceEntry(id)
    return true
  }

  app.subscribe((next, previous) => {
    // Opening is not a change; it comes with a new key.
    if (next.scenarioKey !== previous.scenarioKey) return
    if (next.scenario !== previous.scenario || (next.view !== previous.view && !untouched)) changed()
  })

  return {
    state,
    flush,
    refuse,
    async start() {
      const payload = browser.linkPayload()
      if (payload !== '' && (await showLink(payload))) return
      const own = browser.entryId()
      if (own !== null && (await showKept(own))) return
      const newest = library.list()[0]
      if (own === null && newest && (await showKept(newest.id))) return
      const id = browser.newId()
      show(id, emptyScenario(), false)
      browser.replaceEntry(id)
    },
    open(scenario) {
      const id = browser.newId()
      show(id, scenario, true)
      browser.pushEntry(id)
    },
    openRecent(id) {
      flush()
      const before = state.getState().id
      browser.pushEntry(before)
      void showKept(id).then((shown) => {
        if (!shown) browser.replaceEntry(before)
      })
    },
    removeRecent(id) {
      library.remove(id)
      if (id !== state.getState().id) forget(id)
      writeWaiting()
    },
    async navigated() {
      // Back to what is open, too, is asked for.
      asked++
      const payload = browser.linkPayload()
      const { id } = state.getState()
      if (payload !== '') {
        // A refused link leaves everything as it was, the address included.
        if (!(await showLink(payload))) browser.replaceEntry(id)
        return
      }
      const target = browser.entryId()
      if (target === null || target === id) return
      flush()
      if (!(await showKept(target))) browser.replaceEntry(id)
    },
    dismissRefusal: () => state.setState({ refusal: null }),
    dismissUnsaved: () => state.setState({ unsaved: [] }),
    hasUnsaved: () => unwritten.size > 0 && !isEarly,
  }
}

/** Whether two states of a scenario have the same parts, wherever the map stands. */
function sameButView(a: Scenario, b: Scenario): boolean {
  const others = new Map<string, unknown>(Object.entries({ ...b, view: a.view }))
  return Object.entries(a).every(([key, part]) => others.get(key) === part)
}
