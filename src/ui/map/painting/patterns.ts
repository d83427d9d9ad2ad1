import { useSyncExternalStore } from 'react'
import { keepSetting, setting } from '../../../store/browser-storage'

// Whether every endpoint is painted with a pattern beside its colour: a choice of the person, as the theme is, and
// no part of a scenario. Who asks the device for more contrast gets patterns without asking us.

const KEY = 'catchment:patterns'
const listeners = new Set<() => void>()

/** Whether patterns are shown now. */
export function patternsShown(): boolean {
  const chosen = setting(KEY)
  return chosen === null ? window.matchMedia('(prefers-contrast: more)').matches : chosen === 'on'
}

/** Chooses and remembers whether patterns are shown. */
export function showPatterns(shown: boolean): void {
  keepSetting(KEY, shown ? 'on' : 'off')
  for (const listener of listeners) listener()
}

/** Calls back when that changes, by choice or with the device; returns how to stop. */
export function followPatterns(listener: () => void): () => void {
  const device = window.matchMedia('(prefers-contrast: more)')
  listeners.add(listener)
  device.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    device.removeEventListener('change', listener)
  }
}

/** Whether patterns are shown, followed. */
export function usePatterns(): boolean {
  return useSyncExternalStore(followPatterns, patternsShown)
}
