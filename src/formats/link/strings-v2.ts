import type { Decimal } from './values-v2'

/** A decimal that has one spelling only: `-0.16`, `51.50`. */
const DECIMAL = /^(-?)(0|[1-9]\d{0,5})\.(\d{1,9})$/

export function decimalOf(text: string): Decimal | null {
  const [, sign = '', whole = '', fraction = ''] = DECIMAL.exec(text) ?? []
  if (fraction === '') return null
  return { negative: sign !== '', places: fraction.length, digits: Number(whole + fraction) }
}

export function decimalText({ negative, places, digits }: Decimal): string {
  const padded = String(digits).padStart(places + 1, '0')
  return `${negative ? '-' : ''}${padded.slice(0, -places)}.${padded.slice(-places)}`
}

export function lettersOf(text: string): number {
  return (text.charCodeAt(0) - 65) * 32 + text.charCodeAt(1) - 65
}

/** Null for what is no letter. */
export function lettersText(value: number): string | null {
  const [first, second] = [Math.floor(value / 32), value % 32]
  return first < 26 && second < 26 ? String.fromCharCode(65 + first, 65 + second) : null
}

export function uuidBytes(uuid: string): Uint8Array {
  return Uint8Array.from(uuid.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

export function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export function isAddress(text: string): boolean {
  return ADDRESS.test(text) && text.split('.').every((octet) => Number(octet) < 256)
}

const ADDRESS = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/
