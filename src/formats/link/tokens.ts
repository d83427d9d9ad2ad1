/** What a byte of the token stream says. FROZEN for version 1, like the words. */
export const TOKEN = {
  null: 0,
  true: 1,
  false: 2,
  /** Count, then the items. */
  list: 3,
  /** Count, then the integers of a list that holds nothing else. */
  integers: 4,
  /** Count, then the keys, then the values; the keys become the next shape. */
  object: 5,
  /** The values of the endpoints, whose ids are given at the beginning. */
  endpoints: 6,
  /** The values of the rules, likewise. */
  rules: 7,
  /** The next text as a string. */
  text: 8,
  /** A string that UTF-8 cannot hold (half a surrogate pair): its JSON in the next text. */
  odd: 9,
  /** Two capital letters from the texts, without an end: a country, a state, a continent. */
  code: 10,
  /** A string holding an integer in its shortest form. */
  integerString: 11,
  integer: 12,
  /** A number spelled otherwise: its spelling in the next text. */
  number: 13,
  /** The next UUID in lower case. */
  uuid: 14,
  /** A UUID again: how many UUIDs back, the last being 0. */
  sameUuid: 15,
  /** The next IPv4 address. */
  address: 16,
  /** The endpoint behind the one referred to last, and one some way from there. */
  nextEndpoint: 17,
  otherEndpoint: 18,
  nextRule: 19,
  otherRule: 20,
  /** A word or a shape whose number does not fit into the token. */
  farWord: 21,
  farShape: 22,
  /** Words and shapes up to their limits have a token each. */
  firstWord: 32,
  firstShape: 160,
} as const

export const WORD_TOKENS = TOKEN.firstShape - TOKEN.firstWord
export const SHAPE_TOKENS = 256 - TOKEN.firstShape

/** Ends every text: a byte that UTF-8 never has. */
export const END_OF_TEXT = 0xff

/** Which members name an endpoint or a rule. */
export const REFERENCE_KEYS: ReadonlyMap<string, 'endpoint' | 'rule'> = new Map([
  ['EndpointReference', 'endpoint'],
  ['StartEndpoint', 'endpoint'],
  ['down', 'endpoint'],
  ['RuleReference', 'rule'],
  ['StartRule', 'rule'],
])

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const ADDRESS = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/
/** An integer that has one spelling only, short enough to be exact. */
export const INTEGER = /^(0|-?[1-9]\d{0,14})$/
export const CODE = /^[A-Z]{2}$/
