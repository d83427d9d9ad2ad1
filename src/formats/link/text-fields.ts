// FROZEN for version 2.

/** What stands between two marks of a text. */
export interface Field {
  /** Which sorts of letters and digits it has (`signOf`). */
  readonly signs: number
  readonly length: number
  /** Where it begins in the history of texts. */
  readonly start: number
}

export const NO_FIELD: Field = { signs: 0, length: 0, start: -1 }

/** The sort of a byte, as one bit: digit, a to f, g to z, A to Z, other. */
export function signOf(byte: number): number {
  if (isDigit(byte)) return 1
  if (byte >= 97 && byte <= 102) return 2
  if (byte >= 103 && byte <= 122) return 4
  return byte >= 65 && byte <= 90 ? 8 : OTHER
}

const SIGN_BITS = 5
const OTHER = 16

export function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57
}

/** The signs of the last three fields in a row, the newest in the lowest bits. */
export function withSigns(lastThree: number, signs: number): number {
  return ((lastThree << SIGN_BITS) | signs) & (2 ** (3 * SIGN_BITS) - 1)
}

/** The probability of a 1 at each node of the tree of a byte's bits, were all bytes of these signs alike likely. */
export function evenOnes(lastThree: number): Uint16Array | null {
  const signs = (lastThree | (lastThree >> SIGN_BITS) | (lastThree >> (2 * SIGN_BITS))) % 2 ** SIGN_BITS
  if (signs === 0 || signs >= OTHER) return null
  return (EVEN_ONES[signs] ??= onesOf(signs))
}

const EVEN_ONES: (Uint16Array | undefined)[] = []
/** No bit is taken for certain. */
const LEAST_ONES = 64

function onesOf(signs: number): Uint16Array {
  // Letters beyond f are of all the alphabet, whichever were seen so far.
  const all = signs & 4 ? signs | 2 : signs
  const counts = new Int32Array(512)
  for (let byte = 0; byte < 128; byte++) {
    if ((signOf(byte) & all) === 0) continue
    for (let node = byte | 256; node > 0; node >>= 1) counts[node] = (counts[node] ?? 0) + 1
  }
  return Uint16Array.from({ length: 256 }, (_, node) => {
    const count = counts[node] ?? 0
    const ones = count === 0 ? 32_768 : Math.floor((65_536 * (counts[2 * node + 1] ?? 0)) / count)
    return Math.min(65_536 - LEAST_ONES, Math.max(LEAST_ONES, ones))
  })
}

/** For each number in a text: the digits of the next one, and the byte behind it. */
export function countersAfter(bytes: readonly number[]): readonly (readonly number[])[] {
  const counters: number[][] = []
  for (let at = 0; at < bytes.length; at++) {
    const begin = at
    while (isDigit(bytes[at] ?? 0)) at++
    if (at === begin) continue
    const digits = bytes.slice(begin, at)
    let place = digits.length - 1
    while (digits[place] === 57) digits[place--] = 48
    if (place < 0) digits.unshift(49)
    else digits[place] = (digits[place] ?? 0) + 1
    counters.push([...digits, bytes[at] ?? 0])
  }
  return counters
}
