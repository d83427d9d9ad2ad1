import type { AppState, AppStore } from '../store/app-store'
import { isDragging, onDragEnd } from './kit/drag-hold'
import { oncePerStore } from './once-per-store'

/** The store as components see it. */
export type PacedStore = Pick<AppStore, 'getState' | 'getInitialState' | 'subscribe'>

/** So long without a change, and a slider that is still held stands still. */
const STILL_MS = 80
/** Components are hardly ever further behind than this. */
const LATEST_MS = 1000
/** For so long components are drawn before the slider has its turn again. */
const TURN_MS = 4

/**
 * The store as components see it: the very same, but while a slider is dragged they see its changes only when it
 * stands still for a moment, and once a second; then they are drawn a few at a time, with the moves of the slider in
 * between. Drawing all panels anew takes longer than repainting the map, which follows the store itself. Event
 * handlers ask the store itself, too.
 */
export const pacedStore: (store: AppStore) => PacedStore = oncePerStore(createPacedStore)

function createPacedStore(store: AppStore): PacedStore {
  const listeners = new Set<(state: AppState, before: AppState) => void>()
  let shown = store.getState()
  let shownAt = 0
  let changedAt = 0
  let timer: number | null = null

  /** Shows the present state to all at once. */
  function show(): void {
    if (timer !== null) window.clearTimeout(timer)
    timer = null
    const before = take()
    if (shown !== before) for (const listener of listeners) listener(shown, before)
  }

  /** Shows the present state to one component after another. */
  async function showInTurns(): Promise<void> {
    const before = take()
    const state = shown
    let since = performance.now()
    for (const listener of listeners) {
      if (shown !== state) return
      listener(shown, before)
      // React draws what has changed before it comes back here.
      await Promise.resolve()
      if (performance.now() - since < TURN_MS) continue
      await nextTask()
      since = performance.now()
    }
  }

  /** Takes the present state as the shown one; returns the one before. */
  function take(): AppState {
    const before = shown
    shown = store.getState()
    shownAt = performance.now()
    return before
  }

  function look(): void {
    timer = null
    const now = performance.now()
    const left = Math.min(changedAt + STILL_MS, shownAt + LATEST_MS) - now
    if (left <= 0) void showInTurns()
    else timer = window.setTimeout(look, left)
  }

  store.subscribe(() => {
    if (!isDragging()) return show()
    changedAt = performance.now()
    if (timer !== null) return
    shownAt = changedAt
    timer = window.setTimeout(look, STILL_MS)
  })
  onDragEnd(show)

  return {
    getState: () => (isDragging() ? shown : store.getState()),
    getInitialState: store.getInitialState,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve))
}
