import { fromBase64url, toBase64url } from './base64url'
import { byteReader, byteWriter } from './bytes'
import { crc32 } from './crc32'

/** The bytes of a link: what is compressed, and what cannot be. */
export interface Content {
  readonly raw: Uint8Array
  readonly compressed: Uint8Array
}

/** What became of a link on its way. */
export type Damage =
  /** How many characters are missing; null when not even that is left to read. */
  | { readonly damage: 'missing'; readonly characters: number | null }
  | { readonly damage: 'added'; readonly characters: number }
  | { readonly damage: 'altered' }

/** Room for the header, however long its numbers are. */
const HEADER_CHARACTERS = 24
const SHORTEST_CHARACTERS = 12

/**
 * Seals content into a text behind a prefix. The header is the number of characters, the number of
 * raw bytes, two bytes that check the header itself and four that check everything.
 */
export function seal(prefix: string, content: Content): string {
  // The number of characters is part of them, so it is found by trying.
  let characters = 0
  for (;;) {
    const text = toBase64url(sealed(prefix, characters, content))
    if (text.length === characters) return prefix + text
    characters = text.length
  }
}

/** The content of the text behind a known prefix, or what happened to it; never a changed one. */
export function unseal(prefix: string, text: string): Content | Damage {
  const header = readHeader(prefix, text)
  if (header === null) {
    const short = text.length < SHORTEST_CHARACTERS
    return short ? { damage: 'missing', characters: null } : { damage: 'altered' }
  }
  const added = text.length - header.characters
  if (added > 0) return { damage: 'added', characters: added }
  if (added < 0) return { damage: 'missing', characters: -added }
  const bytes = fromBase64url(text)
  if (!bytes) return { damage: 'altered' }
  const content = {
    raw: bytes.subarray(header.size, header.size + header.rawLength),
    compressed: bytes.subarray(header.size + header.rawLength),
  }
  // The one text that this content has: so nothing that differs from it can pass.
  return toBase64url(sealed(prefix, header.characters, content)) === text ? content : { damage: 'altered' }
}

function sealed(prefix: string, characters: number, { raw, compressed }: Content): Uint8Array {
  const whole = byteWriter()
  whole.bytes(headerOf(prefix, characters, raw.length))
  const body = byteWriter()
  body.bytes(whole.toBytes())
  body.bytes(raw)
  body.bytes(compressed)
  const check = crc32(body.toBytes())
  for (const shift of [24, 16, 8, 0]) whole.byte((check >>> shift) & 255)
  whole.bytes(raw)
  whole.bytes(compressed)
  return whole.toBytes()
}

/** The header up to its own check. */
function headerOf(prefix: string, characters: number, rawLength: number): Uint8Array {
  const header = byteWriter()
  header.count(characters)
  header.count(rawLength)
  const named = new Uint8Array([...new TextEncoder().encode(prefix), ...header.toBytes()])
  const check = crc32(named)
  header.byte((check >>> 8) & 255)
  header.byte(check & 255)
  return header.toBytes()
}

interface Header {
  readonly characters: number
  readonly rawLength: number
  /** Bytes before the content. */
  readonly size: number
}

function readHeader(prefix: string, text: string): Header | null {
  const length = Math.min(text.length, HEADER_CHARACTERS)
  const bytes = fromBase64url(text.slice(0, length - (length % 4)))
  if (!bytes) return null
  const reader = byteReader(bytes)
  const [characters, rawLength] = [reader.count(), reader.count()]
  const expected = headerOf(prefix, characters, rawLength)
  const found = bytes.subarray(0, expected.length)
  const same = found.length === expected.length && expected.every((byte, index) => byte === found[index])
  return reader.failed || !same ? null : { characters, rawLength, size: expected.length + 4 }
}
