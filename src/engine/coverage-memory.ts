/** Remembers the result of a function for every key. */
export function remembered<K, V>(compute: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = compute(key)
    made.set(key, value)
    return value
  }
}

/**
 * Remembers one result for each sequence of 16-bit numbers, made at the place (x, y, z) where the sequence is met
 * first. The sequence is followed number by number, so that no key has to be made of it.
 */
export function rememberedBySequence(
  compute: (x: number, y: number, z: number) => number,
): (sequence: readonly number[], x: number, y: number, z: number) => number {
  const states = new Map<number, number>()
  const results: number[] = []
  return (sequence, x, y, z) => {
    let state = 0
    for (const item of sequence) {
      const step = state * 0x10000 + item
      let next = states.get(step)
      if (next === undefined) {
        next = states.size + 1
        states.set(step, next)
      }
      state = next
    }
    results[state] ??= compute(x, y, z)
    return results[state] ?? 0
  }
}
