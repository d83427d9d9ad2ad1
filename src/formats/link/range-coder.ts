// FROZEN for version 2.

/** Writes or reads bits by their probabilities; the same calls in the same order on both sides. */
export interface BitCoder {
  /** Takes a bit and gives it back; reading, gives the bit that stands there instead. `probability` of 1 in 1/65,536. */
  bit(value: number, probability: number): number
}

export interface BitWriter extends BitCoder {
  /** All bytes; nothing may be written afterwards. */
  finish(): Uint8Array
}

export interface BitReader extends BitCoder {
  /** Whether the bytes end exactly where a writer of the same bits would have ended them. */
  isWhole(): boolean
  /** Whether more was read than there is. */
  readonly failed: boolean
}

/** Learns only: for what both sides know. */
export const NO_BITS: BitCoder = { bit: (value) => value }

export function createBitWriter(): BitWriter {
  const bytes: number[] = []
  let low = 0
  let high = 0xffff_ffff
  return {
    bit(value, probability) {
      const middle = splitOf(low, high, probability)
      if (value === 1) high = middle
      else low = middle + 1
      while (((low ^ high) & 0xff00_0000) === 0) {
        bytes.push(high >>> 24)
        low = (low << 8) >>> 0
        high = ((high << 8) | 255) >>> 0
      }
      return value
    },
    finish() {
      bytes.push(...lastBytes(low, high))
      return Uint8Array.from(bytes)
    },
  }
}

export function createBitReader(bytes: Uint8Array): BitReader {
  let low = 0
  let high = 0xffff_ffff
  let at = 0
  let shifted = 0
  let value = 0
  const next = () => bytes[at++] ?? 0
  for (let count = 0; count < 4; count++) value = ((value << 8) | next()) >>> 0
  return {
    bit(_, probability) {
      const middle = splitOf(low, high, probability)
      const bit = value <= middle ? 1 : 0
      if (bit === 1) high = middle
      else low = middle + 1
      while (((low ^ high) & 0xff00_0000) === 0) {
        low = (low << 8) >>> 0
        high = ((high << 8) | 255) >>> 0
        value = ((value << 8) | next()) >>> 0
        shifted++
      }
      return bit
    },
    isWhole() {
      const last = lastBytes(low, high)
      return (
        bytes.length === shifted + last.length && last.every((byte, index) => bytes[shifted + index] === byte)
      )
    },
    get failed() {
      return at > bytes.length + 4
    },
  }
}

/** The last number of the part of a range that stands for 1. */
function splitOf(low: number, high: number, probability: number): number {
  const range = high - low
  return low + (range >>> 16) * probability + (((range & 0xffff) * probability) >>> 16)
}

/** The fewest bytes that lie in a range whatever follows them, when zeros do. */
function lastBytes(low: number, high: number): readonly number[] {
  for (const length of [1, 2, 3]) {
    const unit = 256 ** (4 - length)
    const value = Math.ceil(low / unit) * unit
    if (value <= high) return [24, 16, 8].slice(0, length).map((shift) => (value >>> shift) & 255)
  }
  return [24, 16, 8, 0].map((shift) => (low >>> shift) & 255)
}
