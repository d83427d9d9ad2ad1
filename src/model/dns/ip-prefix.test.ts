import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, it } from 'vitest'
import {
  containsPrefix,
  hasHostBits,
  type IpPrefix,
  networkOf,
  parseIpPrefix,
  prefixText,
  unmapped,
} from './ip-prefix'

const SEED = 20261127
const RUNS = 1000

function read(text: string): IpPrefix {
  const prefix = parseIpPrefix(text)
  if (!prefix) throw new Error(`${text} is no block`)
  return prefix
}

const ipv4 = fc.record({ address: fc.ipV4(), length: fc.integer({ min: 0, max: 32 }) })
// The library takes the deprecated `::a.b.c.d` for an IPv4-mapped address, which has `::ffff:` (RFC 4291 2.5.5).
const anIpv6 = fc.ipV6().filter((address) => !address.includes('.'))
const ipv6 = fc.record({ address: anIpv6, length: fc.integer({ min: 0, max: 128 }) })
/** Addresses that share their first bits often. */
const near = fc.record({
  address: fc
    .tuple(fc.constantFrom(192, 193), fc.constantFrom(0, 128), fc.nat(255))
    .map(([a, b, c]) => `${a}.${b}.2.${c}`),
  length: fc.integer({ min: 0, max: 32 }),
})
const block = fc.oneof(ipv4, ipv6, near).map(({ address, length }) => `${address}/${length}`)

describe('a block of IP addresses', () => {
  it('is an address with a length, and an address alone is a block of one', () => {
    expect(read('192.0.2.0/24')).toEqual({ family: 4, words: [0xc000, 0x0200], length: 24 })
    expect(read('192.0.2.7').length).toBe(32)
    expect(read('2001:db8::/32')).toEqual({ family: 6, words: [0x2001, 0xdb8, 0, 0, 0, 0, 0, 0], length: 32 })
    expect(read('::1').length).toBe(128)
  })

  it('is nothing that only looks like one', () => {
    const [lengths, others] = [
      ['192.0.2.0/33', '192.0.2.0/024', '192.0.2.0/', '192.0.2.0/-1', '::/129', '192.0.2.0/24/8'],
      ['', '/', '192.0.2/24', ' 192.0.2.0/24', '192.0.2.0 / 24', 'fe80::1%eth0', '*'],
    ]
    expect([...lengths, ...others].filter((text) => parseIpPrefix(text) !== null)).toEqual([])
  })

  it('holds every longer block that begins with its bits, and no shorter one', () => {
    expect(containsPrefix(read('192.0.2.0/24'), read('192.0.2.128/25'))).toBe(true)
    expect(containsPrefix(read('192.0.2.0/24'), read('192.0.2.0/24'))).toBe(true)
    expect(containsPrefix(read('192.0.2.0/24'), read('192.0.2.0/23'))).toBe(false)
    expect(containsPrefix(read('192.0.2.0/24'), read('192.0.3.0/24'))).toBe(false)
    expect(containsPrefix(read('0.0.0.0/0'), read('::/0'))).toBe(false)
  })

  it(`holds what an independent library says it does (seed ${SEED})`, () => {
    fc.assert(
      fc.property(block, block, (outer, inner) => {
        const [network, length] = ipaddr.parseCIDR(outer)
        const [address, innerLength] = ipaddr.parseCIDR(inner)
        const expected =
          network.kind() === address.kind() && length <= innerLength && address.match(network, length)
        expect(containsPrefix(read(outer), read(inner))).toBe(expected)
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it('says whether its address is the first, and which that is', () => {
    expect(hasHostBits(read('192.0.2.7/24'))).toBe(true)
    expect(hasHostBits(read('192.0.2.0/24'))).toBe(false)
    expect(prefixText(networkOf(read('192.0.2.7/24')))).toBe('192.0.2.0/24')
    expect(prefixText(networkOf(read('2001:db8:1:2::/33')))).toBe('2001:db8::/33')
  })

  it(`is written so that it reads back as the same, as the library writes it (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), anIpv6), (address) => {
        const text = prefixText(read(address))
        expect(read(text)).toEqual(read(address))
        const parsed = ipaddr.parse(address)
        expect(text).toBe(parsed instanceof ipaddr.IPv6 ? parsed.toRFC5952String() : parsed.toString())
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it('of IPv4 written as IPv6 stands for the one of IPv4', () => {
    expect(prefixText(unmapped(read('::ffff:192.0.2.7')))).toBe('192.0.2.7')
    expect(prefixText(unmapped(read('::ffff:192.0.2.0/120')))).toBe('192.0.2.0/24')
    expect(unmapped(read('::ffff:0:0/95')).family).toBe(6)
    expect(prefixText(unmapped(read('2001:db8::/32')))).toBe('2001:db8::/32')
  })
})
