import { isIPv4, isIPv6 } from 'node:net'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseIpv4, parseIpv6 } from './ip-address'

const SEED = { seed: 20261123, numRuns: 2000 }

/** Texts that are nearly addresses: addresses with a few characters changed. */
const nearly = (address: fc.Arbitrary<string>) =>
  fc
    .tuple(
      address,
      fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...'0123456789abcdefg.:% '.split(''))), { maxLength: 3 }),
    )
    .map(([text, changes]) =>
      changes.reduce((changed, [at, with_]) => changed.slice(0, at) + with_ + changed.slice(at + 1), text),
    )

describe('IPv4 addresses', () => {
  it('are four octets', () => {
    expect(parseIpv4('192.0.2.255')).toEqual([192, 0, 2, 255])
  })

  it.each([
    '192.0.2',
    '192.0.2.1.1',
    '192.0.2.256',
    '192.0.2.01',
    ' 192.0.2.1',
    '192.0.2.1\n',
    '0x1.0.2.1',
    '',
  ])('are not %j', (text) => {
    expect(parseIpv4(text)).toBeNull()
  })

  it('are what the platform takes for such', () => {
    fc.assert(
      fc.property(nearly(fc.ipV4()), (text) => {
        expect(parseIpv4(text) !== null).toBe(isIPv4(text))
      }),
      SEED,
    )
  })
})

describe('IPv6 addresses', () => {
  it.each([
    ['2001:db8::1', [0x2001, 0xdb8, 0, 0, 0, 0, 0, 1]],
    ['::', [0, 0, 0, 0, 0, 0, 0, 0]],
    ['1:2:3:4:5:6:7:8', [1, 2, 3, 4, 5, 6, 7, 8]],
    ['::ffff:192.0.2.1', [0, 0, 0, 0, 0, 0xffff, 0xc000, 0x201]],
    ['1:2:3:4:5:6:7::', [1, 2, 3, 4, 5, 6, 7, 0]],
    ['FF02::', [0xff02, 0, 0, 0, 0, 0, 0, 0]],
  ])('%s has its eight groups', (text, groups) => {
    expect(parseIpv6(text)).toEqual(groups)
  })

  it.each([
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '12345::',
    'fe80::1%eth0',
    ':1::',
    '192.0.2.1::',
    '',
  ])('are not %j', (text) => {
    expect(parseIpv6(text)).toBeNull()
  })

  it('are what the platform takes for such, but for zone indexes', () => {
    fc.assert(
      fc.property(nearly(fc.ipV6()), (text) => {
        expect(parseIpv6(text) !== null).toBe(isIPv6(text) && !text.includes('%'))
      }),
      SEED,
    )
  })
})
