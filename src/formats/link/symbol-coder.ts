import type { MixingModel } from './mixing-model'
import type { BitCoder } from './range-coder'

// FROZEN for version 2.

/** A guess at the next symbol, and a hash of how good such guesses are; no guess below 0. */
export interface Guess {
  readonly symbol: number
  readonly trust: number
}

/** Writes or reads whole symbols, bit by bit, each bit foretold from contexts. */
export interface SymbolCoder {
  /**
   * A symbol of so many bits, the highest first: writing, gives `value` back; reading, what stands there. `contexts` are
   * hashes, at most ten; `kind` (0…31) says what sort of symbol it is.
   */
  symbol(
    value: number,
    bits: number,
    kind: number,
    contexts: readonly number[],
    guesses?: readonly Guess[],
    situation?: number,
  ): number
  /** Bits that nothing foretells, at most 16. */
  random(value: number, bits: number): number
  /** Bits so far: what time and memory are bounded by. */
  readonly bits: number
}

const HALF = 32_768

export function createSymbolCoder(model: MixingModel, coder: BitCoder): SymbolCoder {
  const hashes = new Int32Array(14)
  let total = 0
  return {
    symbol(value, bits, kind, contexts, guesses = [], situation = hash(kind, contexts[0] ?? 0)) {
      total += bits
      let node = 1
      for (let left = bits - 1; left >= 0; left--) {
        let count = 0
        for (const context of contexts) hashes[count++] = step(step(0x3243f6a8, context), node)
        for (const { symbol, trust } of guesses) {
          // A guess holds as long as its bits so far were right.
          const holds = symbol >= 0 && (symbol | (1 << bits)) >> (left + 1) === node
          hashes[count++] = holds ? hash(trust, 2 + ((symbol >> left) & 1)) : hash(trust, 1)
        }
        const bit = coder.bit((value >> left) & 1, model.predict(hashes, count, kind, situation))
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
