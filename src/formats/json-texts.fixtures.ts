import * as fc from 'fast-check'
import { isJsonArray, isJsonObject, type Json, jsonObject, toJson } from '../model/json'
import { toJsonText } from '../model/json-text'

/** How a generated text is spaced: one of the hands that documents are found in, or none at all. */
export interface Hand {
  readonly name: string
  readonly indent: string
  readonly newline: string
  readonly colon: string
  /** Lists and objects deeper than this stand on one line. */
  readonly tallLevels: number
  readonly comma: string
}

export const MINIFIED: Hand = {
  name: 'minified',
  newline: '',
  indent: '',
  tallLevels: 0,
  colon: ':',
  comma: ',',
}
export const TWO_SPACES: Hand = {
  name: 'two spaces',
  newline: '\n',
  indent: '  ',
  tallLevels: 99,
  colon: ': ',
  comma: ',',
}
export const HANDS: readonly Hand[] = [
  MINIFIED,
  TWO_SPACES,
  { ...MINIFIED, name: 'one line', colon: ': ', comma: ', ' },
  { ...TWO_SPACES, name: 'three spaces, tight colons', indent: '   ', colon: ':' },
  { ...TWO_SPACES, name: 'tabs and CR LF', newline: '\r\n', indent: '\t', colon: ' : ' },
  { ...TWO_SPACES, name: 'members on one line', tallLevels: 2, comma: ', ' },
]

/** The text of a value in a hand. */
export function written(json: Json, hand: Hand, level = 0): string {
  const tall = level < hand.tallLevels
  const gap = tall ? hand.newline + hand.indent.repeat(level + 1) : ''
  const parts = isJsonArray(json)
    ? json.map((item) => written(item, hand, level + 1))
    : isJsonObject(json)
      ? [...json].map(([key, value]) => JSON.stringify(key) + hand.colon + written(value, hand, level + 1))
      : null
  if (parts === null || parts.length === 0) return toJsonText(json)
  const end = tall ? hand.newline + hand.indent.repeat(level) : ''
  const inside = gap + parts.join(tall ? `,${gap}` : hand.comma) + end
  return isJsonArray(json) ? `[${inside}]` : `{${inside}}`
}

const aKey = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'd', '1', '2', '__proto__', 'constructor', 'toString', '', 'é"\\\\'),
  fc.string({ maxLength: 3 }),
)

/** JSON values with keys and numbers that a careless reader would change. */
export const aJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('0', '-0', '1.50', '1e2', '255').map((number): Json => ({ number })),
      fc.jsonValue({ maxDepth: 0 }).map(toJson),
    ),
    fc.array(tie('json'), { maxLength: 5 }),
    fc
      .uniqueArray(fc.tuple(aKey, tie('json')), { maxLength: 5, selector: ([key]) => key })
      .map((entries) => jsonObject(entries)),
  ),
})).json
