/** Of items that say the same, the later ones with the first; `keyOf` gives null for items that say nothing. */
export function twinsOf<T>(items: readonly T[], keyOf: (item: T) => string | null): ReadonlyMap<T, T> {
  const firstByKey = new Map<string, T>()
  const twins = new Map<T, T>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === null) continue
    const first = firstByKey.get(key)
    if (first === undefined) firstByKey.set(key, item)
    else twins.set(item, first)
  }
  return twins
}
