import { LARGEST_ODDS, SQUASHED, STRETCHED } from './logistic'

// FROZEN for version 2: the order of operations, the sizes and the rates are part of the format.

const SLOT_BITS = 18
const SLOTS = 2 ** SLOT_BITS
/** A slot that has seen so many bits changes no slower than by one part in so many. */
const OLDEST = 24
/** Contexts of one bit, guesses included. */
export const MOST_INPUTS = 18
const MIXER_KINDS = 32
/** One by the kind of symbol and how many contexts are known, one by the situation, one by the form. */
const MIXERS = 3
const SITUATIONS = 1024
/** 1 in the weights of the mixers. */
const ONE = 65_536
const KIND_ROWS = MIXER_KINDS * (MOST_INPUTS + 1)
const ROWS = KIND_ROWS + 2 * SITUATIONS
const FIRST_WEIGHT = 14_000
/** Mixers learn fast at first: by so many shifts more after so many turns. */
const LEARNING_SHIFT = 12
const TURNS = [100, 400, 1600, 6400] as const
const MOST_TURNS = 60_000

/** Parts of 32,768 by which a slot follows a bit, by how many it has seen. */
const RATES = Int32Array.from({ length: OLDEST + 1 }, (_, seen) => Math.floor(65536 / (2 * seen + 3)))

/** What the model has learnt; copied, a model goes on from there. */
export interface Learnt {
  readonly probabilities: Uint16Array
  readonly seen: Uint8Array
  readonly weights: Int32Array
  readonly visits: Uint16Array
}

/**
 * Foretells bits from contexts: each context remembers how its bits fell, and a mixer learns whom to trust. The model is
 * the same on both sides of a link, so both foretell alike.
 */
export interface MixingModel {
  /** Probability, in 1/65,536, that the next bit is 1. `contexts` are hashes; `kind` and two hashes choose the mixers. */
  predict(contexts: Int32Array, count: number, kind: number, situation: number, form: number): number
  /** Learns what the bit was. */
  learn(bit: number): void
  learnt(): Learnt
}

/** `room` is overwritten with what the model learns; no other model may be using it. */
export function createMixingModel(from: Learnt | null, room: Learnt = nothingLearnt()): MixingModel {
  const { probabilities, seen, weights, visits } = room
  if (from) {
    probabilities.set(from.probabilities)
    seen.set(from.seen)
    weights.set(from.weights)
    visits.set(from.visits)
  }
  const slots = new Int32Array(MOST_INPUTS)
  const odds = new Int32Array(MOST_INPUTS)
  const rows = new Int32Array(MIXERS)
  const mixed = new Int32Array(MIXERS)
  // For every context of every bit: where modules are not bundled, an import is too slow to be asked for so often.
  const [stretched, squashed, largest] = [STRETCHED, SQUASHED, LARGEST_ODDS]
  let inputs = 0

  return {
    predict(contexts, count, kind, situation, form) {
      inputs = count
      let known = 0
      for (let input = 0; input < count; input++) {
        const slot = slotOf(contexts[input] ?? 0)
        slots[input] = slot
        const times = seen[slot] ?? 0
        if (times > 0) known++
        odds[input] = stretched[(probabilities[slot] ?? 0) >>> 4] ?? 0
      }
      rows[0] = (kind * (MOST_INPUTS + 1) + known) * MOST_INPUTS
      rows[1] = (KIND_ROWS + rowOf(situation)) * MOST_INPUTS
      rows[2] = (KIND_ROWS + SITUATIONS + rowOf(form)) * MOST_INPUTS
      let all = 0
      for (let mixer = 0; mixer < MIXERS; mixer++) {
        const row = rows[mixer] ?? 0
        let sum = 0
        for (let input = 0; input < count; input++) {
          sum += Math.floor(((weights[row + input] ?? 0) * (odds[input] ?? 0)) / ONE)
        }
        const bounded = Math.max(-largest, Math.min(largest, sum))
        mixed[mixer] = squashed[bounded + 2048] ?? 0
        all += bounded
      }
      const together = squashed[Math.floor(all / MIXERS) + 2048] ?? 0
      return together < 24 ? 24 : together > 65_512 ? 65_512 : together
    },
    learn(bit) {
      const target = bit === 1 ? 65_535 : 0
      for (let mixer = 0; mixer < MIXERS; mixer++) {
        const error = target - (mixed[mixer] ?? 0)
        const row = rows[mixer] ?? 0
        const turn = visits[row / MOST_INPUTS] ?? 0
        const shift = shiftAfter(turn)
        if (turn < MOST_TURNS) visits[row / MOST_INPUTS] = turn + 1
        for (let input = 0; input < inputs; input++) {
          const at = row + input
          weights[at] = (weights[at] ?? 0) + (((odds[input] ?? 0) * error) >> shift)
        }
      }
      for (let input = 0; input < inputs; input++) {
        const slot = slots[input] ?? 0
        const times = seen[slot] ?? 0
        const probability = probabilities[slot] ?? 0
        probabilities[slot] = probability + (((target - probability) * (RATES[times] ?? 0)) >> 15)
        if (times < OLDEST) seen[slot] = times + 1
      }
    },
    learnt: () => room,
  }
}

/** What a model knows that has seen nothing; about a megabyte. */
export function nothingLearnt(): Learnt {
  return {
    probabilities: new Uint16Array(SLOTS).fill(32_768),
    seen: new Uint8Array(SLOTS),
    weights: new Int32Array(ROWS * MOST_INPUTS).fill(FIRST_WEIGHT),
    visits: new Uint16Array(ROWS),
  }
}

function shiftAfter(turn: number): number {
  let shift = LEARNING_SHIFT
  for (const turns of TURNS) if (turn >= turns) shift++
  return shift
}

function rowOf(hash: number): number {
  return (Math.imul(hash, 0x9e3779b1) >>> 16) % SITUATIONS
}

function slotOf(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> (32 - SLOT_BITS)
}
