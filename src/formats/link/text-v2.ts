import { hash, type SymbolCoder } from './symbol-coder'
import { countersAfter, evenOnes, type Field, isDigit, NO_FIELD, signOf, withSigns } from './text-fields'
import { type Memory, SYMBOL, type TextMemory } from './values-v2'

// FROZEN for version 2.

/** Ends every text: a byte that UTF-8 never has. */
const END = 0xff
/** So many bytes alike make a match. */
const MATCH_LENGTH = 5
const LONGEST_RUN = 15
const SURE_RUN = 6

/** Writes or reads texts as bytes of UTF-8; remembers all of them, to find in them what comes again. */
export interface TextCoder {
  /** Gives the bytes back; reading, those that stand there. `key` says what sort of text it is. */
  code(bytes: Uint8Array, key: number, memory: Memory): Uint8Array
}

/** A place in the history that what follows may repeat, and how well it has done so far. */
interface Follower {
  at: number
  run: number
}

/** `isOver` says that no more may be read: what was read so far is then given back. */
export function createTextCoder(coder: SymbolCoder, isOver: () => boolean): TextCoder {
  const history: number[] = []
  /** Where a run of bytes was last seen: the place behind it. */
  const seen = new Map<number, number>()

  function code(bytes: Uint8Array, key: number, { text: last }: Memory): Uint8Array {
    const start = history.length
    // Texts of a sort are often alike: one follower stays in step with the last one, the other leaps to what is alike.
    const column: Follower = { at: last.start, run: 0 }
    const match: Follower = { at: last.start, run: 0 }
    const counter = createCounter(last)
    const fields: Field[] = []
    const form = { classes: 0, word: 0, inField: 0, signs: 0, fieldStart: start }
    for (let at = 0; !isOver(); at++) {
      const o1 = at > 0 ? (history[start + at - 1] ?? END) : END
      const o2 = at > 1 ? hash(o1, history[start + at - 2] ?? END) : hash(o1, at, 401)
      const o3 = at > 2 ? hash(o2, history[start + at - 3] ?? END) : hash(o2, at, 402)
      const o4 = at > 3 ? hash(o3, history[start + at - 4] ?? END) : hash(o3, at, 403)
      const { classes, word, inField, signs } = form
      const field = fields.length
      const before = last.fields[field] ?? NO_FIELD
      const left = Math.max(-2, Math.min(20, before.length - inField))
      const ones = left > 0 ? evenOnes(last.signs[field] ?? 0) : null
      const [matched, inStep] = [history[match.at] ?? -1, history[column.at] ?? -1]
      const byte = coder.symbol(
        bytes[at] ?? END,
        8,
        at === 0 ? SYMBOL.firstCharacter : SYMBOL.character + trustIn(match) + (inField === 0 ? 3 : 0),
        [
          hash(key, Math.min(field, 7), 410),
          hash(classOf(o1), 417),
          hash(key, field, inField, 418),
          hash(classOf(o1), inField, 419),
          hash(key, classes, 411),
          hash(key, o1, 412),
          hash(o2, 413),
          hash(o3, 414),
          hash(o4, 415),
          hash(word, key, 416),
          hash(before.signs, signs, left > 0 ? 1 : 0, 424),
          hash(before.signs, left, signs, 425),
        ],
        {
          guesses: [
            { symbol: matched, trust: hash(Math.min(match.run, LONGEST_RUN), 421) },
            { symbol: inStep, trust: hash(Math.min(column.run, 3), key, 422) },
            { symbol: matched, trust: hash(key, field, inField, Math.min(match.run, 3), 427) },
            { symbol: inStep, trust: hash(key, field, inField, Math.min(column.run, 2), 428) },
            { symbol: counter.expected(inStep), trust: hash(last.counted, Math.min(counter.at, 3), 426) },
          ],
          situation: hash(key, Math.min(field, 7), Math.min(inField, 7), 423),
          form: hash(before.signs, signs, left > 0 ? 1 : 0, match.at < 0 ? 4 : Math.min(match.run, 3)),
          even: ones && { ones, where: hash(key, Math.min(field, 15), inField === 0 ? 1 : 0, 431) },
        },
      )
      history.push(byte)
      counter.follow(byte)
      follow(match, byte)
      if (match.run === 0) match.at = -1
      follow(column, byte)
      if (at + 1 >= MATCH_LENGTH) remember(match)
      const isMark = classOf(byte) > 3
      if (isMark) {
        fields.push({ signs, length: inField, start: form.fieldStart })
        last.signs[field] = withSigns(last.signs[field] ?? 0, signs)
        form.fieldStart = history.length
        // In step again, though the fields were of other lengths.
        column.at = last.fields[field + 1]?.start ?? -1
      }
      if (byte === END) break
      form.classes = ((classes << 3) | classOf(byte)) & 0x3ffff
      form.word = isLetter(byte) ? hash(word, byte) : 0
      form.inField = isMark ? 0 : inField + 1
      form.signs = isMark ? 0 : signs | signOf(byte)
    }
    const written = history.slice(start)
    last.start = start
    last.fields = fields
    last.counters = countersAfter(written)
    return Uint8Array.from(written.at(-1) === END ? written.slice(0, -1) : written)
  }

  function follow(follower: Follower, byte: number): void {
    follower.run = history[follower.at] === byte ? follower.run + 1 : 0
    if (follower.at >= 0) follower.at++
  }

  function remember(match: Follower): void {
    const end = history.length
    const last = hash(
      history[end - 1] ?? 0,
      history[end - 2],
      history[end - 3],
      history[end - 4],
      history[end - 5],
    )
    if (match.at < 0) match.at = seen.get(last) ?? -1
    seen.set(last, end)
  }

  return { code }
}

/** Expects that the numbers of a text go on where those of the last one were. */
function createCounter(last: TextMemory) {
  let number = 0
  let at = 0
  let holds = false
  return {
    /** The byte that the next number has here; −1 for none. `inStep` is what the last text had. */
    expected(inStep: number): number {
      const isExpected = at === 0 ? isDigit(inStep) : holds
      return isExpected ? (last.counters[number]?.[at] ?? -1) : -1
    },
    follow(byte: number): void {
      const counter = last.counters[number]
      if (isDigit(byte)) {
        holds = (at === 0 || holds) && counter?.[at] === byte
        at++
      } else if (at > 0) {
        last.counted = holds && counter?.length === at + 1 ? Math.min(3, last.counted + 1) : 0
        number++
        at = 0
        holds = false
      }
    },
    /** How many digits of the number were there already. */
    get at() {
      return at
    },
  }
}

/** None, some or much. */
function trustIn({ at, run }: Follower): number {
  if (at < 0) return 0
  return run < SURE_RUN ? 1 : 2
}

/** Lower case, upper case, digit, hyphen and the like, point, other, beyond ASCII; 0 is the beginning. */
function classOf(byte: number): number {
  if (byte >= 97 && byte <= 122) return 1
  if (byte >= 65 && byte <= 90) return 2
  if (isDigit(byte)) return 3
  if (byte === 45 || byte === 95) return 4
  if (byte === 46) return 5
  return byte < 128 ? 6 : 7
}

function isLetter(byte: number): boolean {
  const kind = classOf(byte)
  return kind === 1 || kind === 2
}
