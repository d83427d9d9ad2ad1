import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds, followed. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

/** Whether there is room for one pane only, as on a phone; the style sheets have the same width. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 760px)')
}
