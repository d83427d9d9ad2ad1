/** Reads integers one after another from a packed text; throws past its end, since the text is our own. */
export interface IntegerReader {
  readonly unsigned: () => number
  readonly signed: () => number
}

/** A reader of base64 text that holds integers in groups of seven bits (LEB128, zigzag where signed). */
export function createIntegerReader(base64: string): IntegerReader {
  const binary = atob(base64)
  let position = 0

  function unsigned(): number {
    let value = 0
    let scale = 1
    for (;;) {
      if (position >= binary.length) throw new Error('packed integers end too early')
      const byte = binary.charCodeAt(position++)
      value += (byte & 127) * scale
      if (byte < 128) return value
      scale *= 128
    }
  }

  function signed(): number {
    const value = unsigned()
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }

  return { unsigned, signed }
}
