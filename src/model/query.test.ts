import { expect, it } from 'vitest'
import { prefixText } from './dns/ip-prefix'
import { decidingAddress, type Query, UNMAPPED } from './query'

/** What Route 53 sees of the asker's address; null for nothing. */
function seen(query: Partial<Query>): string | null {
  const address = decidingAddress({
    type: null,
    client: UNMAPPED,
    resolver: null,
    clientSubnet: true,
    ...query,
  })
  return address && `${prefixText(address)} of ${address.length} bits`
}

it('passes on 24 bits of an IPv4 client and 64 of an IPv6 one, as Route 53’s own test tool does', () => {
  expect(seen({ clientAddress: '192.0.2.7' })).toBe('192.0.2.0/24 of 24 bits')
  expect(seen({ clientAddress: '2001:db8::7' })).toBe('2001:db8::/64 of 64 bits')
})

it('passes on as many bits as the query says', () => {
  expect(seen({ clientAddress: '192.0.2.0/20' })).toBe('192.0.0.0/20 of 20 bits')
  expect(seen({ clientAddress: '192.0.2.7/32' })).toBe('192.0.2.7 of 32 bits')
  expect(seen({ clientAddress: '0.0.0.0/0' })).toBe('0.0.0.0/0 of 0 bits')
})

it('sees the whole address of a resolver that passes nothing on, and nothing of its client', () => {
  const query = { clientSubnet: false, clientAddress: '192.0.2.7' }
  expect(seen({ ...query, resolverAddress: '198.51.100.9' })).toBe('198.51.100.9 of 32 bits')
  expect(seen(query)).toBe(null)
})

it('takes an IPv4 client written as IPv6 for what it is', () => {
  expect(seen({ clientAddress: '::ffff:192.0.2.7' })).toBe('192.0.2.0/24 of 24 bits')
  expect(seen({ clientAddress: '::ffff:192.0.2.0/116' })).toBe('192.0.0.0/20 of 20 bits')
})

it('knows no address where none is given, or none can be read', () => {
  expect(seen({})).toBe(null)
  expect(seen({ clientAddress: 'here' })).toBe(null)
})
