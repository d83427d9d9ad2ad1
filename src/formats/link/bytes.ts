/** Collects bytes. */
export interface ByteWriter {
  byte(value: number): void
  bytes(values: Iterable<number>): void
  /** A whole number from 0 in seven bits a byte, the lowest first. */
  count(value: number): void
  /** A whole number of either sign; small ones take one byte. */
  integer(value: number): void
  readonly length: number
  toBytes(): Uint8Array
}

export function byteWriter(): ByteWriter {
  const written: number[] = []
  const count = (value: number) => {
    let rest = value
    for (; rest >= 128; rest = Math.floor(rest / 128)) written.push((rest % 128) + 128)
    written.push(rest)
  }
  return {
    byte: (value) => written.push(value),
    bytes(values) {
      for (const value of values) written.push(value)
    },
    count,
    integer: (value) => count(value < 0 ? -2 * value - 1 : 2 * value),
    get length() {
      return written.length
    },
    toBytes: () => Uint8Array.from(written),
  }
}

/** Reads bytes. Past the end it gives zeros and says so in `failed`, so that callers check once. */
export interface ByteReader {
  byte(): number
  take(length: number): Uint8Array
  /** Everything up to a byte, which is read too. */
  until(end: number): Uint8Array
  count(): number
  integer(): number
  readonly left: number
  readonly failed: boolean
}

export function byteReader(source: Uint8Array): ByteReader {
  let at = 0
  let failed = false
  const byte = () => {
    if (at >= source.length) failed = true
    return source[at++] ?? 0
  }
  const take = (length: number) => {
    if (length > source.length - at) failed = true
    const taken = source.subarray(at, at + length)
    at = Math.min(source.length, at + length)
    return taken
  }
  const count = () => {
    let value = 0
    let factor = 1
    for (;;) {
      const next = byte()
      value += (next % 128) * factor
      factor *= 128
      if (next < 128) return value
      // Seven bytes hold every whole number that a number holds exactly.
      if (factor > 2 ** 49) {
        failed = true
        return 0
      }
    }
  }
  return {
    byte,
    take,
    count,
    until(end) {
      const found = source.indexOf(end, at)
      if (found < 0) failed = true
      const taken = take((found < 0 ? source.length : found) - at)
      at++
      return taken
    },
    integer() {
      const value = count()
      return value % 2 === 1 ? -(value + 1) / 2 : value / 2
    },
    get left() {
      return Math.max(0, source.length - at)
    },
    get failed() {
      return failed
    },
  }
}
