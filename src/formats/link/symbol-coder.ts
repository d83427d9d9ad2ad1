import { type MixingModel, MOST_INPUTS } from './mixing-model'
import type { BitCoder } from './range-coder'

// FROZEN for version 2.

/** A guess at the next symbol, and a hash of how good such guesses are; no guess below 0. */
export interface Guess {
  readonly symbol: number
  readonly trust: number
}

/**
 * The guess that nothing but a set of symbols is known and all of them are alike likely, as in an id drawn at random. How
 * far it is to be trusted is learnt for each `where`, a hash.
 */
export interface Evenness {
  /** For each node of the tree of the symbol's bits, the probability of a 1 in 1/65,536. */
  readonly ones: Uint16Array
  readonly where: number
}

/** What helps to foretell a symbol beside its contexts. */
export interface Hints {
  readonly guesses?: readonly Guess[]
  /** Hashes that choose mixers: the situation, and the form of what is said; left out, by kind and bit. */
  readonly situation?: number
  readonly form?: number
  readonly even?: Evenness | null
}

/** Writes or reads whole symbols, bit by bit, each bit foretold from contexts. */
export interface SymbolCoder {
  /**
   * A symbol of so many bits, the highest first: writing, gives `value` back; reading, what stands there. `contexts` are
   * hashes, with the guesses at most `MOST_INPUTS`; `kind` (0…31) says what sort of symbol it is.
   */
  symbol(value: number, bits: number, kind: number, contexts: readonly number[], hints?: Hints): number
  /** Bits that nothing foretells, at most 16. */
  random(value: number, bits: number): number
  /** Bits so far: what time and memory are bounded by. */
  readonly bits: number
}

const ONE = 65_536
const HALF = 32_768
/** Where evenness is learnt, and how much it is trusted at first and at least, in 1/65,536. */
const PLACES = 4096
const FIRST_TRUST = 8192
const LEAST_TRUST = 256
const NO_GUESS: Guess = { symbol: -1, trust: 0 }
const NO_GUESSES: readonly Guess[] = []
const NO_HINTS: Hints = {}

export function createSymbolCoder(model: MixingModel, coder: BitCoder): SymbolCoder {
  const hashes = new Int32Array(MOST_INPUTS)
  // The part of each context's hash that is the same for all bits of a symbol.
  const starts = new Int32Array(MOST_INPUTS)
  const trusts = new Uint16Array(PLACES).fill(FIRST_TRUST)
  let total = 0

  /** A bit foretold by the model and, as far as it is trusted, by evenness. */
  function foretold(value: number, modelled: number, node: number, { ones, where }: Evenness): number {
    const place = (where >>> 8) % PLACES
    const trust = trusts[place] ?? 0
    const evenly = ones[node] ?? HALF
    const bit = coder.bit(value, modelled + Math.floor((trust * (evenly - modelled)) / ONE))
    // By Bayes: whoever foretold the bit better gains.
    const gained = trust * (bit === 1 ? evenly : ONE - evenly)
    const others = (ONE - trust) * (bit === 1 ? modelled : ONE - modelled)
    const next = Math.floor((gained * ONE) / (gained + others))
    trusts[place] = Math.min(ONE - LEAST_TRUST, Math.max(LEAST_TRUST, next))
    return bit
  }

  return {
    symbol(value, bits, kind, contexts, hints = NO_HINTS) {
      const { guesses = NO_GUESSES, situation = hash(kind, contexts[0] ?? 0), form, even = null } = hints
      total += bits
      // Plain loops: this is where a link of the largest size spends its time.
      const known = contexts.length
      for (let at = 0; at < known; at++) starts[at] = hash(contexts[at] ?? 0)
      let node = 1
      for (let left = bits - 1; left >= 0; left--) {
        let count = 0
        while (count < known) {
          hashes[count] = step(starts[count] ?? 0, node)
          count++
        }
        for (let at = 0; at < guesses.length; at++) {
          const { symbol, trust } = guesses[at] ?? NO_GUESS
          // A guess holds as long as its bits so far were right.
          const holds = symbol >= 0 && (symbol | (1 << bits)) >> (left + 1) === node
          hashes[count++] = holds ? hash(trust, 2 + ((symbol >> left) & 1)) : hash(trust, 1)
        }
        const modelled = model.predict(hashes, count, kind, situation, form ?? hash(kind, left, 9))
        const asked = (value >> left) & 1
        const bit = even ? foretold(asked, modelled, node, even) : coder.bit(asked, modelled)
        model.learn(bit)
        node = (node << 1) | bit
      }
      return node - (1 << bits)
    },
    random(value, bits) {
      total += bits
      let read = 0
      for (let left = bits - 1; left >= 0; left--) {
        read = (read << 1) | coder.bit((value >> left) & 1, HALF)
      }
      return read
    },
    get bits() {
      return total
    },
  }
}
/** Mixes numbers into one; whole numbers of 32 bits only. */
export function hash(a: number, b?: number, c?: number, d?: number, e?: number): number {
  let mixed = step(0x3243f6a8, a)
  if (b === undefined) return mixed
  mixed = step(mixed, b)
  if (c === undefined) return mixed
  mixed = step(mixed, c)
  if (d === undefined) return mixed
  mixed = step(mixed, d)
  return e === undefined ? mixed : step(mixed, e)
}

function step(mixed: number, part: number): number {
  const next = Math.imul(mixed ^ part, 0x9e3779b1)
  return next ^ (next >>> 13)
}

/** A text as a number. */
export function hashText(text: string): number {
  let mixed = text.length
  for (let at = 0; at < text.length; at++) mixed = hash(mixed, text.charCodeAt(at))
  return mixed
}
