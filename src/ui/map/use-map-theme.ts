import { useEffect, useState } from 'react'
import { followTheme, type MapTheme, readTheme } from './map-theme'

/** The map's colours, followed. */
export function useMapTheme(): MapTheme {
  const [theme, setTheme] = useState(() => readTheme(document.body))
  useEffect(() => followTheme(() => setTheme(readTheme(document.body))), [])
  return theme
}
