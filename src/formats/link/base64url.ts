const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Base64url without padding (RFC 4648 section 5). */
export function toBase64url(bytes: Uint8Array): string {
  const signs: string[] = []
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    for (bits += 8; bits >= 6; bits -= 6) signs.push(ALPHABET.charAt((buffer >> (bits - 6)) & 63))
    buffer &= 63
  }
  if (bits > 0) signs.push(ALPHABET.charAt((buffer << (6 - bits)) & 63))
  return signs.join('')
}

/** The bytes of a text; null unless it is the one way of writing them (RFC 4648 section 3.5). */
export function fromBase64url(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8))
  let buffer = 0
  let bits = 0
  let length = 0
  for (const sign of text) {
    const value = ALPHABET.indexOf(sign)
    if (value < 0) return null
    buffer = (buffer << 6) | value
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[length++] = (buffer >> bits) & 255
      buffer &= (1 << bits) - 1
    }
  }
  // Six left over bits are a sign too many; other left over bits are zero.
  return bits < 6 && buffer === 0 ? bytes : null
}
