import { create } from 'zustand'
import type { AppStore } from '../store/app-store'

/** The panes of the app; on a phone one at a time. */
export type Pane = 'map' | 'canvas' | 'details'

/** The tabs of the details. */
export type DetailsTab = 'ask' | 'properties' | 'tune' | 'code' | 'problems'

interface ShownPanes {
  /** On a phone people look first: who reaches what. */
  readonly pane: Pane
  readonly tab: DetailsTab
}

/** What is in sight, so that a link in one pane can lead to another. */
export const useShownPanes = create<ShownPanes>()(() => ({ pane: 'map', tab: 'ask' }))

/** Shows a tab of the details, on a phone in place of what is shown there now. */
export function showDetails(tab: DetailsTab): void {
  useShownPanes.setState({ pane: 'details', tab })
}

/** Tabs that follow the selection themselves, so that selecting does not lead away from them. */
const FOLLOWING: ReadonlySet<DetailsTab> = new Set(['tune', 'code'])

/** Turns to what was just asked or selected, which is what the user wants to see; returns how to stop. */
export function followWork(store: AppStore): () => void {
  return store.subscribe(({ asked, selection }, before) => {
    const { tab } = useShownPanes.getState()
    if (asked !== before.asked && asked !== null) useShownPanes.setState({ tab: 'ask' })
    // Taking hold of a slider selects its rule: the shares that the drag moves must stay in sight.
    else if (selection !== before.selection && selection.length > 0 && !FOLLOWING.has(tab)) {
      useShownPanes.setState({ tab: 'properties' })
    }
  })
}
