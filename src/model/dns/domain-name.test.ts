import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  domainNameFault,
  isInZone,
  labelsOf,
  ownerNameFault,
  sameDomainName,
  targetNameFault,
} from './domain-name'

const SEED = { seed: 20261123, numRuns: 1000 }
const longest = 'a'.repeat(63)

describe('a domain name', () => {
  it.each([
    'example.com',
    'example.com.',
    'EXAMPLE.com',
    '_dmarc.example.com',
    'xn--bcher-kva.example',
    'bücher.example',
    '0/25.2.0.192.in-addr.arpa',
    `${longest}.example`,
    'a\\.b.example.com',
    'localhost',
  ])('may be %s', (name) => {
    expect(domainNameFault(name)).toBeNull()
  })

  it.each([
    ['', /^Write a domain name/],
    ['.', /root/],
    ['a..example.com', /empty labels/],
    ['.example.com', /empty labels/],
    ['example.com..', /empty labels/],
    ['my site.example.com', /spaces/],
    ['example.com\n', /spaces/],
    [`${longest}a.example`, /63 characters/],
    [`${`${longest}.`.repeat(4)}`, /255 octets/],
  ])('is not %j', (name, says) => {
    expect(domainNameFault(name)).toMatch(says)
  })

  it('takes 255 octets at most, length octets and root included', () => {
    const name = `${`${longest}.`.repeat(3)}${'a'.repeat(61)}`
    expect(domainNameFault(name)).toBeNull()
    expect(domainNameFault(`${name}a`)).toMatch(/256; shorten/)
  })

  it('counts an escape as one character', () => {
    expect(labelsOf('\\052.a\\.b.com')).toEqual(['*', 'a.b', 'com'])
  })
})

describe('an owner name', () => {
  it('may have a wildcard as its whole leftmost label', () => {
    expect(ownerNameFault('*.example.com')).toBeNull()
  })

  it.each(['a*.example.com', '*a.example.com', 'www.*.example.com', '*.*.example.com'])(
    'has no wildcard as in %s',
    (name) => {
      expect(ownerNameFault(name)).toMatch(/whole leftmost label/)
    },
  )
})

describe('a name that a value points to', () => {
  it.each([
    ['https://www.example.com/', /URL/],
    ['www.example.com:443', /port/],
    ['192.0.2.1', /IP address/],
  ])('is not %s', (name, says) => {
    expect(targetNameFault(name)).toMatch(says)
  })
})

describe('two names', () => {
  it.each([
    ['Example.COM', 'example.com.'],
    ['\\052.example.com', '*.example.com'],
  ])('%s and %s are one', (a, b) => {
    expect(sameDomainName(a, b)).toBe(true)
  })

  it('are in a zone only at a label’s edge', () => {
    expect(isInZone('www.Example.com', 'example.com.')).toBe(true)
    expect(isInZone('example.com', 'example.com')).toBe(true)
    expect(isInZone('notexample.com', 'example.com')).toBe(false)
    expect(isInZone('com', 'example.com')).toBe(false)
  })
})

it('judges any text by a sentence or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(ownerNameFault(text) ?? 'In order.').toMatch(/^[A-Z][\s\S]*\.$/)
      expect(sameDomainName(text, text)).toBe(true)
    }),
    SEED,
  )
})
