import type { MixingModel } from './mixing-model'
import type { BitCoder } from './range-coder'
import { createSymbolCoder, hash } from './symbol-coder'
import { createTextCoder } from './text-v2'
import {
  codeAddress,
  codeDecimal,
  codeInteger,
  codeLetters,
  codeNatural,
  codeUuid,
  type Decimal,
  type Memory,
  newMemory,
  SYMBOL,
} from './values-v2'

// FROZEN for version 2.

/** What a value of the document is, as the first thing that is said of it. */
export const KIND = {
  null: 0,
  true: 1,
  false: 2,
  /** Count, then the items. */
  list: 3,
  /** Count, then the keys, then the values; the keys become the next shape. */
  object: 4,
  /** The number of an order of keys that is known, then the values. */
  shape: 5,
  /** The values of the endpoints, whose ids are given at the beginning. */
  endpoints: 6,
  rules: 7,
  text: 8,
  /** A string that UTF-8 cannot hold (half a surrogate pair): its JSON as a text. */
  odd: 9,
  /** Two capital letters: a country, a state, a continent. */
  letters: 10,
  integerString: 11,
  integer: 12,
  decimalString: 13,
  decimal: 14,
  /** A number spelled otherwise: its spelling as a text. */
  number: 15,
  uuid: 16,
  /** A UUID again: how many UUIDs back, the last being 0. */
  sameUuid: 17,
  address: 18,
  /** The endpoint behind the one referred to last, and one some way from there. */
  nextEndpoint: 19,
  otherEndpoint: 20,
  nextRule: 21,
  otherRule: 22,
  word: 23,
} as const

/** Where a value stands: under which key, and in an object of which shape. */
export interface Standing {
  readonly key: number
  readonly shape: number
}

/** Bits of a number of a word or of a shape. */
const NUMBER_BITS = 9
export const MOST_NUMBERED = 2 ** NUMBER_BITS

/**
 * What a writer and a reader of one link have in common. Every function takes a value and gives it back; reading, it
 * gives the one that stands there, whatever it was given. Past `mostBits`, it is over.
 */
export function createSession(model: MixingModel, bits: BitCoder, mostBits: number) {
  const coder = createSymbolCoder(model, bits)
  const isOver = () => coder.bits > mostBits
  const texts = createTextCoder(coder, isOver)
  const memories = new Map<number, Memory>()
  let addresses: readonly [readonly number[], readonly number[]] = [[], []]
  /** The last two things said, of any key. */
  let said: readonly [number, number] = [0, 0]

  function memoryOf(key: number): Memory {
    const known = memories.get(key)
    if (known) return known
    const made = newMemory()
    memories.set(key, made)
    return made
  }

  function say(what: number): void {
    said = [what, said[0]]
  }

  /** One of a numbered list. */
  function numbered(value: number, sort: number, key: number, shape: number): number {
    const memory = memoryOf(hash(key, sort))
    const [last, before] = memory.words
    const read = coder.symbol(value, NUMBER_BITS, sort, [
      hash(key, sort),
      hash(key, last, sort),
      hash(key, last, before, sort),
      hash(key, said[0], sort),
      hash(said[0], said[1], sort),
      hash(key, shape, said[0], said[1], sort),
      hash(sort, 301),
    ])
    memory.words = [read, last]
    say(hash(sort, read))
    return read
  }

  return {
    kind(value: number, { key, shape }: Standing): number {
      const memory = memoryOf(hash(key, 201))
      const [last, before] = memory.kinds
      const read = coder.symbol(value, 5, SYMBOL.kind, [
        key,
        hash(key, last),
        hash(key, last, before),
        hash(key, shape),
        hash(key, shape, said[0]),
        hash(said[0], said[1]),
        hash(key, last, said[0], said[1]),
      ])
      memory.kinds = [read, last]
      say(read)
      return read
    },
    word: (value: number, { key, shape }: Standing) => numbered(value, SYMBOL.word, key, shape),
    shape: (value: number, { key, shape }: Standing) => numbered(value, SYMBOL.shape, key, shape),
    count: (value: number, key: number) =>
      codeNatural(coder, value, hash(key, 202), memoryOf(hash(key, 202))),
    integer: (value: number, key: number) =>
      codeInteger(coder, value, hash(key, 203), memoryOf(hash(key, 203))),
    decimal: (value: Decimal, key: number) =>
      codeDecimal(coder, value, hash(key, 204), memoryOf(hash(key, 204))),
    letters: (value: number, key: number) =>
      codeLetters(coder, value, hash(key, 205), memoryOf(hash(key, 205))),
    text: (bytes: Uint8Array, key: number) => texts.code(bytes, hash(key, 206), memoryOf(hash(key, 206))),
    uuid: (bytes: Uint8Array) => codeUuid(coder, bytes),
    address(octets: readonly number[]): readonly number[] {
      const read = codeAddress(coder, octets, ...addresses)
      addresses = [read, addresses[0]]
      return read
    },
    /** Whether more bits were said than time and memory allow: nothing more is said then. */
    isOver,
  }
}

export type Session = ReturnType<typeof createSession>

export const DOCUMENT: Standing = { key: hash(1), shape: 0 }
export const REST: Standing = { key: hash(2), shape: 0 }
export const IDS = { endpoint: hash(3), rule: hash(4) } as const
export const KEYS: Standing = { key: hash(5), shape: 0 }
