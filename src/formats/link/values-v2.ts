import { type Guess, hash, type SymbolCoder } from './symbol-coder'
import type { Field } from './text-fields'

// FROZEN for version 2. Each function writes and reads: see `SymbolCoder`.

/** Sorts of symbols, each with mixers of its own. */
export const SYMBOL = {
  kind: 0,
  word: 1,
  shape: 2,
  size: 3,
  highBits: 4,
  lowBits: 5,
  sign: 6,
  decimals: 7,
  octet: 8,
  letter: 9,
  uuidVersion: 10,
  firstCharacter: 11,
  /** And five more, by how well the text is foretold. */
  character: 12,
} as const

/** What was said last under a key, for guesses at what comes next. */
export interface Memory {
  /** The last two kinds of value, and the last two words, shapes, numbers. */
  kinds: [number, number]
  words: [number, number]
  numbers: [number, number]
  readonly text: TextMemory
  code: number
  /** How often in a row the last codes came in alphabetical order, up to 3. */
  rising: number
}

/** What is remembered of the last text of a sort. */
export interface TextMemory {
  /** Where it begins in the history of texts; −1 before the first. */
  start: number
  fields: readonly Field[]
  /** The signs of the last three texts, by field. */
  readonly signs: number[]
  /** By number in the text: what the next one would be. */
  counters: readonly (readonly number[])[]
  /** How many numbers in a row went on from those of the text before, up to 3. */
  counted: number
}

export function newMemory(): Memory {
  return {
    kinds: [0, 0],
    words: [0, 0],
    numbers: [0, 0],
    text: { start: -1, fields: [], signs: [], counters: [], counted: 0 },
    code: 0,
    rising: 0,
  }
}

/** Bits as even as can be, for symbols of up to eight. */
const HALVES = new Uint16Array(256).fill(32_768)

/** A whole number from 0 below 2⁵³: how many bits it has, then those below the highest. */
export function codeNatural(coder: SymbolCoder, value: number, key: number, memory: Memory): number {
  const [last, before] = memory.numbers
  const size = coder.symbol(sizeOf(value), 6, SYMBOL.size, [
    key,
    hash(key, sizeOf(last)),
    hash(key, sizeOf(last), sizeOf(before)),
    hash(key, last, 7),
    hash(key, last, before, 9),
  ])
  if (size <= 1) return remember(size, memory)
  // From the top in pieces, so that what is near in size is near in context.
  let known = 1
  const rest = size - 1
  for (let done = 0; done < rest; ) {
    const bits = Math.min(4, rest - done)
    const piece = Math.floor(value / 2 ** (rest - done - bits)) % 2 ** bits
    const upTo = hash(known % 2 ** 30, Math.floor(known / 2 ** 30), size)
    const expected = sizeOf(last) === size ? Math.floor(last / 2 ** (rest - done - bits)) : -1
    const agrees = expected >= 0 && Math.floor(expected / 2 ** bits) === known
    const guess: Guess = { symbol: agrees ? expected % 2 ** bits : -1, trust: hash(key, 31, done) }
    const kind = done === 0 ? SYMBOL.highBits : SYMBOL.lowBits
    const read = coder.symbol(
      piece,
      bits,
      kind,
      [hash(key, upTo), hash(key, size, done), hash(key, last, upTo)],
      { guesses: [guess], even: { ones: HALVES, where: hash(key, done, 432) } },
    )
    known = known * 2 ** bits + read
    done += bits
  }
  return remember(known, memory)
}

function remember(value: number, memory: Memory): number {
  memory.numbers = [value, memory.numbers[0]]
  return value
}

function sizeOf(value: number): number {
  let size = 0
  for (let rest = value; rest >= 1; rest = Math.floor(rest / 2)) size++
  return size
}

/** A whole number of either sign. */
export function codeInteger(coder: SymbolCoder, value: number, key: number, memory: Memory): number {
  const sign = coder.symbol(value < 0 ? 1 : 0, 1, SYMBOL.sign, [key, hash(key, memory.code)])
  memory.code = sign
  const size = codeNatural(coder, Math.abs(value), key, memory)
  return sign === 1 ? -size : size
}

/** The digits of a decimal: sign, how many stand behind the point, and all of them as a whole number. */
export interface Decimal {
  readonly negative: boolean
  readonly places: number
  readonly digits: number
}

export function codeDecimal(coder: SymbolCoder, value: Decimal, key: number, memory: Memory): Decimal {
  const places = coder.symbol(value.places, 4, SYMBOL.decimals, [key, hash(key, memory.words[0])])
  memory.words = [places, memory.words[0]]
  const negative = coder.symbol(value.negative ? 1 : 0, 1, SYMBOL.sign, [
    hash(key, 3),
    hash(key, memory.code, 3),
  ])
  memory.code = negative
  const digits = codeNatural(coder, value.digits, hash(key, places), memory)
  return { negative: negative === 1, places, digits }
}

/** The sixteen bytes of a UUID, which are random but for the version and the variant. */
export function codeUuid(coder: SymbolCoder, bytes: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: 16 }, (_, at) => {
    const byte = bytes[at] ?? 0
    if (at === 6) {
      return (coder.symbol(byte >> 4, 4, SYMBOL.uuidVersion, [61]) << 4) | coder.random(byte & 15, 4)
    }
    if (at === 8)
      return (coder.symbol(byte >> 6, 2, SYMBOL.uuidVersion, [62]) << 6) | coder.random(byte & 63, 6)
    return coder.random(byte, 8)
  })
}

/** Four octets; `last` and `before` are the addresses that came before this one. */
export function codeAddress(
  coder: SymbolCoder,
  octets: readonly number[],
  last: readonly number[],
  before: readonly number[],
): readonly number[] {
  const read: number[] = []
  let same = 0
  for (let place = 0; place < 4; place++) {
    const [one, two] = [last[place] ?? 0, before[place] ?? 0]
    const next = (2 * one - two + 256) % 256
    const above = hash(place, read[0], read[1], read[2])
    const octet = coder.symbol(
      octets[place] ?? 0,
      8,
      SYMBOL.octet,
      [hash(place, 51), above, hash(above, one), hash(place, one, 52)],
      {
        guesses: [
          { symbol: one, trust: hash(place, same, 53) },
          { symbol: next, trust: hash(place, same, 54) },
        ],
        even: { ones: HALVES, where: hash(place, same, 433) },
      },
    )
    read.push(octet)
    same = same * 2 + (octet === one ? 1 : 0)
  }
  return read
}

/** Two capital letters. Lists of countries are often in alphabetical order. */
export function codeLetters(coder: SymbolCoder, value: number, key: number, memory: Memory): number {
  const [first, second] = [Math.floor(value / 32), value % 32]
  const { code: last, rising } = memory
  const before = last >> 5
  const high = coder.symbol(
    first,
    5,
    SYMBOL.letter,
    [hash(key, 71), hash(key, before, 72), hash(key, last, 73), hash(before, rising, 79), 74],
    {
      guesses: [
        { symbol: before, trust: hash(rising, 81) },
        { symbol: before + 1, trust: hash(rising, 82) },
      ],
    },
  )
  const above = high === before ? last % 32 : 32
  const low = coder.symbol(second, 5, SYMBOL.letter, [
    hash(high, 75),
    hash(key, high, 76),
    hash(high, above, rising, 80),
    hash(key, high, last, 77),
    78,
  ])
  memory.code = high * 32 + low
  memory.rising = memory.code > last ? Math.min(3, rising + 1) : 0
  return memory.code
}
