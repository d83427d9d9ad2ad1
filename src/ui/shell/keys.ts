import { useEffectEvent, useLayoutEffect } from 'react'
import type { Command } from './commands'

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** A key combination as the platform writes it: `⇧⌘Z`, `Ctrl+Shift+Z`. */
export function keysText(keys: string): string {
  if (!IS_MAC) return keys.replace('Mod', 'Ctrl')
  const signs: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
  return keys
    .split('+')
    .map((part) => signs[part] ?? part)
    .join('')
}

/** Whether the user is typing text, so that keys and pastes belong to the field. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && target.type !== 'range' && target.type !== 'checkbox'
}

function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const mod = IS_MAC ? event.metaKey : event.ctrlKey
  if (event.key.toLowerCase() !== key.toLowerCase() || mod !== parts.includes('Mod')) return false
  // A sign such as ? already says which of its keys make it.
  return key.length === 1 && /\W/.test(key) ? true : event.shiftKey === parts.includes('Shift')
}

/** Runs commands by their keys, wherever the focus is; plain keys not while typing. */
export function useCommandKeys(commands: Readonly<Record<string, Command>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    for (const { keys, disabled, run } of Object.values(commands)) {
      const hit = keys?.find((each) => matches(event, each))
      if (hit === undefined) continue
      if (isTyping(event.target) && !ownsWhileTyping(hit)) return
      event.preventDefault()
      if (disabled !== true) run()
      return
    }
  })
  // Before the first picture, so that keys work as soon as there is something to see.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

// A text field has its own undo while it has the focus; saving and opening are the app's everywhere.
function ownsWhileTyping(keys: string): boolean {
  return keys.startsWith('Mod+') && !/Z$|Y$/.test(keys)
}
