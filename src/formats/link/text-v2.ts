import { hash, type SymbolCoder } from './symbol-coder'
import { type Memory, SYMBOL } from './values-v2'

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

  function code(bytes: Uint8Array, key: number, memory: Memory): Uint8Array {
    const start = history.length
    // Texts of a sort are often alike: one follower stays in step with the last one, the other leaps to what is alike.
    const column: Follower = { at: memory.text, run: 0 }
    const match: Follower = { at: memory.text, run: 0 }
    const form = { classes: 0, word: 0, field: 0, inField: 0 }
    memory.text = start
    for (let at = 0; !isOver(); at++) {
      const o1 = at > 0 ? (history[start + at - 1] ?? END) : END
      const o2 = at > 1 ? hash(o1, history[start + at - 2] ?? END) : hash(o1, at, 401)
      const o3 = at > 2 ? hash(o2, history[start + at - 3] ?? END) : hash(o2, at, 402)
      const o4 = at > 3 ? hash(o3, history[start + at - 4] ?? END) : hash(o3, at, 403)
      const { classes, word, field, inField } = form
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
        ],
        [
          { symbol: history[match.at] ?? -1, trust: hash(Math.min(match.run, LONGEST_RUN), 421) },
          { symbol: history[column.at] ?? -1, trust: hash(Math.min(column.run, 3), key, 422) },
        ],
        hash(key, Math.min(field, 7), Math.min(inField, 7), 423),
      )
      history.push(byte)
      follow(match, byte)
      if (match.run === 0) match.at = -1
      follow(column, byte)
      if (at + 1 >= MATCH_LENGTH) remember(match)
      if (byte === END) break
      const mark = classOf(byte) > 3
      form.classes = ((classes << 3) | classOf(byte)) & 0x3ffff
      form.word = isLetter(byte) ? hash(word, byte) : 0
      form.field = field + (mark ? 1 : 0)
      form.inField = mark ? 0 : inField + 1
    }
    return Uint8Array.from(history.slice(start, history.at(-1) === END ? -1 : undefined))
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

/** None, some or much. */
function trustIn({ at, run }: Follower): number {
  if (at < 0) return 0
  return run < SURE_RUN ? 1 : 2
}

/** Lower case, upper case, digit, hyphen and the like, point, other, beyond ASCII; 0 is the beginning. */
function classOf(byte: number): number {
  if (byte >= 97 && byte <= 122) return 1
  if (byte >= 65 && byte <= 90) return 2
  if (byte >= 48 && byte <= 57) return 3
  if (byte === 45 || byte === 95) return 4
  if (byte === 46) return 5
  return byte < 128 ? 6 : 7
}

function isLetter(byte: number): boolean {
  const kind = classOf(byte)
  return kind === 1 || kind === 2
}
