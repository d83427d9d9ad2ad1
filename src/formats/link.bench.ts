import { bench, describe } from 'vitest'
import { createMixingModel } from './link/mixing-model'
import { createBitWriter } from './link/range-coder'
import { createSession, DOCUMENT, IDS, KIND, type Session } from './link/session-v2'
import { decodeV2, learntBefore, MOST_BITS } from './link/version-2'
import { itemStanding } from './link/write-v2'
import { xorshift } from './mutations.fixtures'

// No link may hold up the page for longer than a second (design section 7, bad inputs); what a link unpacks to is bounded
// in bits for that. These unpack to more than is allowed, each of what takes longest of its sort.
const random = xorshift(1)
const NOTHING = new Uint8Array()

/** A list of so many items, as the compressed bytes of a link. */
function listOf(count: number, item: (session: Session) => void): Uint8Array {
  const writer = createBitWriter()
  const session = createSession(createMixingModel(learntBefore()), writer, Number.POSITIVE_INFINITY)
  session.count(0, IDS.endpoint)
  session.count(0, IDS.rule)
  session.kind(KIND.list, DOCUMENT)
  session.count(count, DOCUMENT.key)
  for (let index = 0; index < count; index++) item(session)
  return writer.finish()
}

const inside = itemStanding(DOCUMENT)
const anyText = (length: number) => Uint8Array.from({ length }, () => 33 + random(90))

const LISTS = {
  'texts of 20 signs': listOf(Math.ceil(MOST_BITS / 160), (session) => {
    session.kind(KIND.text, inside)
    session.text(anyText(20), inside.key)
  }),
  'one long text': listOf(1, (session) => {
    session.kind(KIND.text, inside)
    session.text(anyText(MOST_BITS / 8), inside.key)
  }),
  decimals: listOf(Math.ceil(MOST_BITS / 30), (session) => {
    session.kind(KIND.decimal, inside)
    session.decimal({ negative: false, places: 4, digits: random(1_800_000) }, inside.key)
  }),
  nothing: listOf(Math.ceil(MOST_BITS / 5), (session) => session.kind(KIND.null, inside)),
}

describe(`the largest links, of ${MOST_BITS.toLocaleString('en')} bits`, () => {
  for (const [title, compressed] of Object.entries(LISTS)) {
    bench(`read ${title}`, () => {
      decodeV2({ raw: NOTHING, compressed })
    })
  }
})
