/** Unsigned and zigzag integers as little-endian groups of seven bits (LEB128), written one after another. */
export function createWriter() {
  const bytes = []
  function unsigned(value) {
    if (!Number.isSafeInteger(value) || value < 0) throw new Error(`not an unsigned integer: ${value}`)
    let rest = value
    while (rest > 127) {
      bytes.push((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    bytes.push(rest)
  }
  function signed(value) {
    unsigned(value < 0 ? -2 * value - 1 : 2 * value)
  }
  return { unsigned, signed, toBase64: () => Buffer.from(bytes).toString('base64') }
}
