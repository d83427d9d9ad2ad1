import type { KeyValueStorage } from './library'

/** Keeps nothing and says so. */
const REFUSED: KeyValueStorage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem() {
    throw new Error('This browser keeps nothing for this site.')
  },
  removeItem: () => {},
}

/** What the browser keeps for this site. Browsers refuse that where cookies are blocked: nothing can be kept then. */
export function browserStorage(): KeyValueStorage {
  try {
    return window.localStorage
  } catch {
    return REFUSED
  }
}

// Settings that could not be kept; they hold until the page is closed.
const thisVisit = new Map<string, string | null>()

/** A setting of the person, such as the theme; null where nothing was chosen. */
export function setting(key: string): string | null {
  return thisVisit.has(key) ? (thisVisit.get(key) ?? null) : browserStorage().getItem(key)
}

/** Keeps a setting, or forgets it for null. */
export function keepSetting(key: string, value: string | null): void {
  const storage = browserStorage()
  try {
    if (value === null) storage.removeItem(key)
    else storage.setItem(key, value)
    thisVisit.delete(key)
  } catch {
    thisVisit.set(key, value)
  }
}
