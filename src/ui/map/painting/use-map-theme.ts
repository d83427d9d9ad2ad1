import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { followPaper, followTheme, type MapTheme, readTheme } from './map-theme'

/** The map's colours, followed; on paper they are the light ones. */
export function useMapTheme(): MapTheme {
  const [theme, setTheme] = useState(() => readTheme(document.body))
  useEffect(() => {
    const read = () => setTheme(readTheme(document.body))
    // The browser prints what is there when the event is over.
    const stops = [followTheme(read), followPaper(() => flushSync(read))]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  return theme
}
