import { decodeBytes } from '../decode-bytes'
import { fromBase64url } from '../link/base64url'

/** In UTF-16 units; three times what Route 53 takes. */
const LONGEST = 300_000

/** A text that was encoded for an address (`%7B%22…`) or in Base64, as it was before; null for any other. */
export function decodedText(text: string): string | null {
  const plain = text.trim()
  if (plain.length > LONGEST) return null
  if (/^(?:\w+=)?%(?:7B|22|5B)/i.test(plain)) return ofAddress(plain.replace(/^\w+=/, ''))
  return /^[A-Za-z0-9+/_-]{40,}={0,2}$/.test(plain.replaceAll(/\s/g, '')) ? ofBase64(plain) : null
}

function ofAddress(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    // A percent sign that stands for itself.
    return null
  }
}

function ofBase64(text: string): string | null {
  const bytes = fromBase64url(text.replaceAll(/[\s=]/g, '').replaceAll('+', '-').replaceAll('/', '_'))
  const decoded = bytes && decodeBytes(bytes)
  return decoded !== null && /^\s*[{["]/.test(decoded) ? decoded : null
}
