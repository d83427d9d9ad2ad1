import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Atlas } from '../geo/atlas'
import type { Gazetteer } from '../geo/gazetteer'
import { loadAtlas, loadGazetteer } from '../geo/load'
import { whenIdle } from './when-idle'

/** Something large that all who need it share: null until it is there, and loaded in a moment of rest. */
function shared<T>(load: () => Promise<T>): () => T | null {
  const store = createStore<{ readonly value: T | null }>()(() => ({ value: null }))
  return function useShared() {
    useEffect(() => {
      if (store.getState().value !== null) return
      return whenIdle(() => void load().then((value) => store.setState({ value })))
    }, [])
    return useStore(store, ({ value }) => value)
  }
}

/** The populated places; null while they load. */
export const useGazetteer: () => Gazetteer | null = shared(loadGazetteer)

/** The shapes of the world; null while they load. */
export const useAtlas: () => Atlas | null = shared(loadAtlas)
