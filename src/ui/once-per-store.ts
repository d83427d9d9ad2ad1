import type { AppStore } from '../store/app-store'

/** Makes something at most once for each store: several components share it, and it goes when the store does. */
export function oncePerStore<T extends object>(make: (store: AppStore) => T): (store: AppStore) => T {
  const made = new WeakMap<AppStore, T>()
  return (store) => {
    const value = made.get(store) ?? make(store)
    made.set(store, value)
    return value
  }
}
