import { useSyncExternalStore } from 'react'
import { keepSetting, setting } from '../../store/browser-storage'

/** What the user chose; `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark'

const KEY = 'catchment:theme'
const listeners = new Set<() => void>()

/** The chosen theme. */
export function currentTheme(): Theme {
  const stored = setting(KEY)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

/** Puts the theme on the page; called before the first render and at every choice. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** Chooses and remembers a theme. */
export function chooseTheme(theme: Theme): void {
  keepSetting(KEY, theme === 'system' ? null : theme)
  applyTheme(theme)
  for (const listener of listeners) listener()
}

/** The chosen theme, followed. */
export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, currentTheme)
}
