import type { JsonObject } from '../../model/json'
import { type Content, seal } from './envelope'
import { createMixingModel, type Learnt, type MixingModel, nothingLearnt } from './mixing-model'
import { createBitReader, createBitWriter, NO_BITS } from './range-coder'
import { readV2 } from './read-v2'
import { createSession } from './session-v2'
import { lettersOf } from './strings-v2'
import { hashText } from './symbol-coder'
import { trainingCountries, trainingHosts, trainingOf } from './training-v2'
import type { Unpacked } from './version-1'
import { writeV2 } from './write-v2'

/**
 * Bits that a link may unpack to: a few bytes of malice could ask for gigabytes. Reading so many takes less than a second
 * (`link.bench.ts`); the largest document that AWS takes has about two thirds of them, unless it is one random text.
 */
export const MOST_BITS = 600_000

const NOTHING = new Uint8Array()
let learnt: Learnt | null = null
// Kept: a megabyte for each link that is made or read would be as much work for the garbage collector as the link itself.
let room: Learnt | null = null

/** What the model knows before the first bit; learning it takes some milliseconds, once. */
export function learntBefore(): Learnt {
  if (learnt) return learnt
  const model = createMixingModel(null)
  for (const { document, rest } of trainingOf()) {
    writeV2(createSession(model, NO_BITS, Number.POSITIVE_INFINITY), document, rest)
  }
  const session = createSession(model, NO_BITS, Number.POSITIVE_INFINITY)
  for (const country of trainingCountries()) session.letters(lettersOf(country), hashText('Country'))
  for (const host of trainingHosts()) session.text(new TextEncoder().encode(host), hashText('Value'))
  learnt = model.learnt()
  return learnt
}

/** The model as it is before the first bit of a link. There is one at a time, for a link is made or read in one go. */
function modelOfLink(): MixingModel {
  room ??= nothingLearnt()
  return createMixingModel(learntBefore(), room)
}

/** A link of version 2; null when the scenario is too large for one. */
export function encodeV2(document: JsonObject, rest: JsonObject): string | null {
  const writer = createBitWriter()
  const session = createSession(modelOfLink(), writer, MOST_BITS)
  writeV2(session, document, rest)
  return session.isOver() ? null : seal('c2.', { raw: NOTHING, compressed: writer.finish() })
}

/** What a link of version 2 holds; kept for ever. */
export function decodeV2({ raw, compressed }: Content): Unpacked {
  const reader = createBitReader(compressed)
  const session = createSession(modelOfLink(), reader, MOST_BITS)
  const read = readV2(session, () => session.isOver() || reader.failed)
  if (session.isOver()) return 'too-large'
  const isWhole = raw.length === 0 && !reader.failed && reader.isWhole()
  return read && isWhole ? read : 'unreadable'
}
