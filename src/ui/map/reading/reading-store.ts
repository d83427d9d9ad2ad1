import { createStore, useStore } from 'zustand'
import type { Coordinates } from '../../../geo/coordinates'
import type { RuleId } from '../../../model/address'

/** What a user is doing with the map besides looking at it. */
export interface ReadingState {
  /** The place under the crosshair, by keys or by search; null while the map is used by mouse. */
  readonly crosshair: Coordinates | null
  readonly isSearching: boolean
  /** Whether the map in words is shown. */
  readonly showsWords: boolean
  /** The next click, or Enter, adds a location. */
  readonly isAdding: boolean
  /** Where the menu of the map is open. */
  readonly menuAt: AddAt | null
  /** Where a location is about to be added. */
  readonly addAt: AddAt | null
}

export interface AddAt {
  readonly place: Coordinates
  /** Where a menu for it hangs in the window. */
  readonly x: number
  readonly y: number
  /** Which rule it is added to; null before that is said. */
  readonly rule: RuleId | null
  /** Chosen with the crosshair, which then takes the focus back. */
  readonly byKeys: boolean
}

export const reading = createStore<ReadingState>()(() => ({
  crosshair: null,
  isSearching: false,
  showsWords: false,
  isAdding: false,
  menuAt: null,
  addAt: null,
}))

/** Whether a menu hangs from a place of the map, which then wants no other words about places. */
export function isAskedByMenu({ menuAt, addAt }: ReadingState): boolean {
  return menuAt !== null || addAt !== null
}

export function useReading<T>(select: (state: ReadingState) => T): T {
  return useStore(reading, select)
}
