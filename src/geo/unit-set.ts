/** A set of unit indices, made for counting crossings: adding twice takes away. */
export interface UnitSet {
  readonly toggle: (unit: number) => void
  readonly clear: () => void
  /** The lowest index in the set, -1 if it is empty. */
  readonly lowest: () => number
}

/** An empty set that can hold indices below `unitCount`. */
export function createUnitSet(unitCount: number): UnitSet {
  const words = new Int32Array(Math.ceil(unitCount / 32))

  return {
    toggle(unit) {
      const word = unit >> 5
      words[word] = (words[word] ?? 0) ^ (1 << (unit & 31))
    },
    clear() {
      words.fill(0)
    },
    lowest() {
      for (let i = 0; i < words.length; i++) {
        const word = words[i] ?? 0
        if (word !== 0) return i * 32 + 31 - Math.clz32(word & -word)
      }
      return -1
    },
  }
}
