import { parseIpv4, parseIpv6 } from './ip-address'

/** A block of IP addresses in CIDR notation, or one address: a block of its whole length. */
export interface IpPrefix {
  readonly family: 4 | 6
  /** The address in 16-bit words: two, or eight. Bits behind `length` are kept as written and decide nothing. */
  readonly words: readonly number[]
  /** How many leading bits decide: 0…32, or 0…128. */
  readonly length: number
}

/** Bits of an address. */
export const ADDRESS_BITS = { 4: 32, 6: 128 } as const

const WORD_BITS = 16
const LENGTH = /^(0|[1-9]\d{0,2})$/
/** `::ffff:0:0/96`, under which IPv6 writes the addresses of IPv4 (RFC 4291 2.5.5.2). */
const MAPPED: IpPrefix = { family: 6, words: [0, 0, 0, 0, 0, 0xffff, 0, 0], length: 96 }

/** Reads `192.0.2.0/24`, `2001:db8::/32`, or an address alone; null for anything else. */
export function parseIpPrefix(text: string): IpPrefix | null {
  const [address = '', length, ...rest] = text.split('/')
  if (rest.length > 0) return null
  const octets = parseIpv4(address)
  const words = octets ? wordsOf(octets) : parseIpv6(address)
  if (!words) return null
  const family = octets ? 4 : 6
  if (length === undefined) return { family, words, length: ADDRESS_BITS[family] }
  return LENGTH.test(length) && Number(length) <= ADDRESS_BITS[family]
    ? { family, words, length: Number(length) }
    : null
}

/** Whether two blocks, or none, are written the same. */
export function samePrefix(a: IpPrefix | null, b: IpPrefix | null): boolean {
  if (a === null || b === null) return a === b
  return a.family === b.family && a.length === b.length && a.words.every((word, at) => word === b.words[at])
}

/** Whether every address of `inner` lies in `outer`; blocks of the two families never meet. */
export function containsPrefix(outer: IpPrefix, inner: IpPrefix): boolean {
  if (outer.family !== inner.family || outer.length > inner.length) return false
  return outer.words.every((word, at) => {
    const mask = maskOf(outer.length, at)
    return (word & mask) === ((inner.words[at] ?? 0) & mask)
  })
}

/** The block without the bits that decide nothing: `192.0.2.7/24` is `192.0.2.0/24`. */
export function networkOf({ family, words, length }: IpPrefix): IpPrefix {
  return { family, words: words.map((word, at) => word & maskOf(length, at)), length }
}

/** Whether bits behind the length are set, so that the address is not the first of its block. */
export function hasHostBits({ words, length }: IpPrefix): boolean {
  return words.some((word, at) => (word & maskOf(length, at)) !== word)
}

/** The IPv4 block that an IPv4-mapped IPv6 one stands for; any other as it is. */
export function unmapped(prefix: IpPrefix): IpPrefix {
  if (!containsPrefix(MAPPED, prefix)) return prefix
  return { family: 4, words: prefix.words.slice(6), length: prefix.length - MAPPED.length }
}

/** The block in its shortest usual spelling (RFC 5952 for IPv6); an address alone without a length. */
export function prefixText(prefix: IpPrefix): string {
  const { family, words, length } = prefix
  const address = family === 4 ? words.flatMap((word) => [word >> 8, word & 0xff]).join('.') : ipv6Text(words)
  return length === ADDRESS_BITS[family] ? address : `${address}/${length}`
}

function wordsOf(octets: readonly number[]): readonly number[] {
  const [a = 0, b = 0, c = 0, d = 0] = octets
  return [a * 256 + b, c * 256 + d]
}

/** The bits of the word at an index that a length covers. */
function maskOf(length: number, at: number): number {
  const bits = Math.max(0, Math.min(WORD_BITS, length - at * WORD_BITS))
  return 0xffff & (0xffff << (WORD_BITS - bits))
}

function ipv6Text(words: readonly number[]): string {
  const groups = words.map((word) => word.toString(16))
  const zeros = longestZeros(words)
  if (zeros.count < 2) return groups.join(':')
  return `${groups.slice(0, zeros.start).join(':')}::${groups.slice(zeros.start + zeros.count).join(':')}`
}

/** The longest run of zero words, the first of equals. */
function longestZeros(words: readonly number[]): { readonly start: number; readonly count: number } {
  let longest = { start: 0, count: 0 }
  let start = 0
  words.forEach((word, at) => {
    if (word !== 0) start = at + 1
    else if (at + 1 - start > longest.count) longest = { start, count: at + 1 - start }
  })
  return longest
}
