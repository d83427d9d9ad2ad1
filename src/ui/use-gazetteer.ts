import { useEffect, useState } from 'react'
import type { Atlas } from '../geo/atlas'
import type { Gazetteer } from '../geo/gazetteer'
import { loadAtlas, loadGazetteer } from '../geo/load'

/** Something loaded once and shared; null until it is there. */
function useLoaded<T>(load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<T | null>(null)
  useEffect(() => {
    let wanted = true
    void load().then((value) => {
      if (wanted) setLoaded(() => value)
    })
    return () => {
      wanted = false
    }
  }, [load])
  return loaded
}

/** The populated places; null while they load. */
export function useGazetteer(): Gazetteer | null {
  return useLoaded(loadGazetteer)
}

/** The shapes of the world; null while they load. */
export function useAtlas(): Atlas | null {
  return useLoaded(loadAtlas)
}
