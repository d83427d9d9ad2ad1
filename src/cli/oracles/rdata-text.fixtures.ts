import { prefixText } from '../../model/dns/ip-prefix'
import type { RecordType } from '../../model/dns/record-types'

/** Numbers of record types in questions and answers. */
export const TYPES: Readonly<Record<string, number>> = {
  A: 1,
  CNAME: 5,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  NAPTR: 35,
  SSHFP: 44,
  TLSA: 52,
  SVCB: 64,
  HTTPS: 65,
  SPF: 99,
  CAA: 257,
} satisfies Readonly<Record<RecordType, number>>

/** Parameters of SVCB records that the tests have. */
const SVCB_KEYS: Readonly<Record<number, 'alpn' | 'port'>> = { 1: 'alpn', 3: 'port' }

/** The value of the record whose type, class, TTL and length begin at an offset, as Route 53 spells it. */
export function rdataText(message: Buffer, header: number): string {
  const type = message.readUInt16BE(header)
  const start = header + 10
  const data = message.subarray(start, start + message.readUInt16BE(header + 8))
  const numbers = (count: number) =>
    Array.from({ length: count }, (_, index) => message.readUInt16BE(start + 2 * index).toString())
  switch (type) {
    case TYPES['A']:
      return [...data].join('.')
    case TYPES['AAAA']:
      return prefixText({ family: 6, words: numbers(8).map(Number), length: 128 })
    case TYPES['CNAME']:
    case TYPES['PTR']:
      return nameAt(message, start).name
    case TYPES['MX']:
      return [...numbers(1), nameAt(message, start + 2).name].join(' ')
    case TYPES['SRV']:
      return [...numbers(3), nameAt(message, start + 6).name].join(' ')
    case TYPES['TXT']:
    case TYPES['SPF']:
      return strings(data).join(' ')
    case TYPES['CAA']: {
      const [flags = 0, length = 0] = data
      return `${flags.toString()} ${data.toString('latin1', 2, 2 + length)} "${data.toString('latin1', 2 + length)}"`
    }
    case TYPES['NAPTR']: {
      const words = strings(data.subarray(4), 3)
      const name = nameAt(message, start + 4 + words.join('').length - 3).name
      return [...numbers(2), ...words, name].join(' ')
    }
    case TYPES['SSHFP']:
      return [...data.subarray(0, 2), data.toString('hex', 2)].join(' ')
    case TYPES['TLSA']:
      return [...data.subarray(0, 3), data.toString('hex', 3)].join(' ')
    case TYPES['SVCB']:
    case TYPES['HTTPS']: {
      const { name, end } = nameAt(message, start + 2)
      return [...numbers(1), name === '' ? '.' : name, ...parameters(data.subarray(end - start))].join(' ')
    }
    default:
      return `type ${type.toString()} ${data.toString('hex')}`
  }
}

/** Character strings in quotes (RFC 1035 3.3). */
function strings(data: Buffer, most = Number.POSITIVE_INFINITY): readonly string[] {
  const found: string[] = []
  for (let at = 0; at < data.length && found.length < most; at += 1 + data.readUInt8(at)) {
    found.push(`"${data.toString('latin1', at + 1, at + 1 + data.readUInt8(at))}"`)
  }
  return found
}

function parameters(data: Buffer): readonly string[] {
  const found: string[] = []
  for (let at = 0; at < data.length; at += 4 + data.readUInt16BE(at + 2)) {
    const key = SVCB_KEYS[data.readUInt16BE(at)]
    const value = data.subarray(at + 4, at + 4 + data.readUInt16BE(at + 2))
    if (key === 'port') found.push(`port=${value.readUInt16BE(0).toString()}`)
    else if (key === 'alpn') found.push(`alpn="${strings(value).join(',').replaceAll('"', '')}"`)
    else found.push(value.toString('hex'))
  }
  return found
}

/** A name without its last dot, and the place after it; it may end in a pointer (RFC 1035 4.1.4). */
export function nameAt(message: Buffer, from: number): { readonly name: string; readonly end: number } {
  const labels: string[] = []
  let end: number | null = null
  let at = from
  for (;;) {
    const length = message.readUInt8(at)
    if (length === 0) return { name: labels.join('.'), end: end ?? at + 1 }
    if (length >= 192) {
      end ??= at + 2
      at = message.readUInt16BE(at) & 0x3fff
      continue
    }
    labels.push(message.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
}
