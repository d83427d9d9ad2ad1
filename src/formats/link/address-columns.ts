import type { ByteReader } from './bytes'

/** Four octets. */
export type Octets = readonly number[]

const PLACES = [0, 1, 2, 3] as const

/**
 * IPv4 addresses by place: a column of octets that begins somewhere and rises evenly (as the first
 * three do where all addresses are neighbours) takes two bytes, any other one byte an address.
 */
export function addressColumns(addresses: readonly Octets[]): readonly number[] {
  if (addresses.length === 0) return []
  const columns = PLACES.map((place) => addresses.map((address) => address[place] ?? 0))
  const even = columns.map((column) => addresses.length > 2 && isEven(column))
  const mask = even.reduce((bits, isSo, place) => bits + (isSo ? 1 << place : 0), 0)
  return [
    mask,
    ...columns.flatMap((column, place) => (even[place] ? [column[0] ?? 0, step(column, 1)] : column)),
  ]
}

/** Reads so many addresses. */
export function readAddressColumns(reader: ByteReader, count: number): readonly Octets[] {
  if (count === 0) return []
  const mask = reader.byte()
  const columns = PLACES.map((place) => {
    if ((mask >> place) % 2 === 0) return reader.take(count)
    const [first, rise] = [reader.byte(), reader.byte()]
    return Uint8Array.from({ length: count }, (_, index) => first + index * rise)
  })
  return Array.from({ length: count }, (_, index) => columns.map((column) => column[index] ?? 0))
}

function isEven(column: readonly number[]): boolean {
  return column.every((_, index) => index === 0 || step(column, index) === step(column, 1))
}

function step(column: readonly number[], index: number): number {
  return ((column[index] ?? 0) - (column[index - 1] ?? 0) + 256) % 256
}
