import { createStore, type StoreApi } from 'zustand'
import type { Policy } from '../../policy/policy'
import type { Fixer } from '../../policy/repair/find-repairs'
import type { AppStore } from '../../store/app-store'
import { selectProblems } from '../../store/derived'
import { isDragging, onDragEnd } from '../kit/drag-hold'
import { oncePerStore } from '../once-per-store'
import { whenIdle } from '../when-idle'

/**
 * Looks for the repairs of the open policy while somebody follows, piece by piece when the page has nothing else to do.
 * Those of a moment ago stay until then: they go by a problem's code and place, and are looked for again when made.
 */
export interface FixFinder {
  readonly found: StoreApi<Found>
  /** Returns how to stop. */
  readonly follow: () => () => void
}

interface Found {
  readonly fixOf: Fixer
}

const NONE: Found = { fixOf: () => undefined }

/** A piece of the search may take so long. */
const PIECE_MS = 6

/** The one finder of a store, since several panels show the same repairs. */
export const fixFinder: (app: AppStore) => FixFinder = oncePerStore((app) => createFixFinder(app))

/** Loads what looks for repairs, which is large and seldom needed. */
export type RepairLoader = () => Promise<{ readonly fixerSteps: (policy: Policy) => Search }>

const loadRepairs: RepairLoader = () => import('../../formats/repair/repair-policy')

export function createFixFinder(app: AppStore, idle = whenIdle, load = loadRepairs): FixFinder {
  const found = createStore<Found>(() => NONE)
  let followers = 0
  let scenarioKey = 0
  /** Whose repairs are found or looked for; null while there is nothing wrong. */
  let policy: Policy | null = null
  let search: Search | null = null
  let callOff: (() => void) | null = null
  let stops: readonly (() => void)[] = []

  function lookLater(): void {
    callOff ??= idle(() => {
      callOff = null
      look()
    })
  }

  function look(): void {
    const state = app.getState()
    // At the end of the drag it looks again.
    if (isDragging()) return
    if (state.scenario.policy !== policy) {
      search = null
      policy = selectProblems(state).length === 0 ? null : state.scenario.policy
      if (policy) void begin(policy)
      else found.setState(NONE)
    } else if (search) {
      const since = performance.now()
      let step = search.next()
      while (!step.done && performance.now() - since < PIECE_MS) step = search.next()
      if (!step.done) return lookLater()
      search = null
      found.setState({ fixOf: step.value })
    }
  }

  async function begin(of: Policy): Promise<void> {
    const loaded = await load().catch(() => null)
    if (policy !== of) return
    if (loaded === null) {
      // Say, without a network: the next change tries again.
      policy = null
      return
    }
    search = loaded.fixerSteps(of)
    lookLater()
  }

  function changed(): void {
    const key = app.getState().scenarioKey
    if (key !== scenarioKey) found.setState(NONE)
    scenarioKey = key
    lookLater()
  }

  return {
    found,
    follow() {
      if (followers++ === 0) {
        stops = [app.subscribe(changed), onDragEnd(changed)]
        changed()
      }
      return () => {
        if (--followers > 0) return
        for (const stop of stops) stop()
        callOff?.()
        callOff = null
        search = null
        policy = null
      }
    },
  }
}

type Search = Generator<undefined, Fixer>
