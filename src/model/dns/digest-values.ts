import { LARGEST_OCTET, numbersFault, readNumber } from './number-words'

/** Hexadecimal digits of a digest by the number that names its kind. */
type DigestLengths = Readonly<Record<number, number>>

/** TLSA matching types (RFC 6698 2.1.3): SHA-256, SHA-512. */
const TLSA_LENGTHS: DigestLengths = { 1: 64, 2: 128 }
/** SSHFP fingerprint types (RFC 4255 3.1.2, RFC 6594 4): SHA-1, SHA-256. */
const SSHFP_LENGTHS: DigestLengths = { 1: 40, 2: 64 }

/** TLSA: `<usage> <selector> <matching> <hex>` (RFC 6698 2.2). */
export function certificateFault(value: string): string | null {
  const [usage, selector, matching, ...hex] = value.split(/\s+/)
  if (hex.length === 0) return 'Write usage, selector, matching type and hexadecimal digits: 3 1 1 0b9f….'
  return (
    numbersFault([
      ['usage', usage, LARGEST_OCTET],
      ['selector', selector, LARGEST_OCTET],
      ['matching type', matching, LARGEST_OCTET],
    ]) ?? hexFault(hex.join(''), TLSA_LENGTHS, matching)
  )
}

/** SSHFP: `<algorithm> <type> <hex>` (RFC 4255 3.2). */
export function fingerprintFault(value: string): string | null {
  const [algorithm, type, ...hex] = value.split(/\s+/)
  if (hex.length === 0) return 'Write algorithm, type and hexadecimal digits: 4 2 123456….'
  return (
    numbersFault([
      ['algorithm', algorithm, LARGEST_OCTET],
      ['type', type, LARGEST_OCTET],
    ]) ?? hexFault(hex.join(''), SSHFP_LENGTHS, type)
  )
}

function hexFault(hex: string, lengths: DigestLengths, kind: string | undefined): string | null {
  if (!/^([0-9a-f]{2})+$/i.test(hex)) return 'Its digest must be pairs of hexadecimal digits, 0–9 and a–f.'
  const expected = lengths[readNumber(kind, LARGEST_OCTET) ?? 0]
  return expected !== undefined && hex.length !== expected
    ? `A digest of type ${kind} has ${expected} hexadecimal digits, and this one has ${hex.length}.`
    : null
}
