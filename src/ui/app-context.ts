import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { AppState, AppStore } from '../store/app-store'
import { pacedStore } from './paced-store'

/** The store that the components below read; provided once, by `main.tsx` and by tests. */
export const AppContext = createContext<AppStore | null>(null)

/** The store itself, for event handlers. */
export function useAppStore(): AppStore {
  const store = useContext(AppContext)
  if (!store) throw new Error('AppContext has no store: wrap the component in <AppContext value={store}>')
  return store
}

/** A part of the state; the component renders again only when that part changes, and not at every move of a slider. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(pacedStore(useAppStore()), select)
}
