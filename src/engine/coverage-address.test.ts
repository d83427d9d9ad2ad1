import { expect, it } from 'vitest'
import { parseIpPrefix } from '../model/dns/ip-prefix'
import { UNMAPPED } from '../model/query'
import { ALL_UP } from '../model/world'
import { cidr, policyOf, to } from '../policy/testing/policy-of'
import { coverClients } from './client-coverage'
import { createClientTable } from './client-table'
import { compilePolicy } from './compile'
import { demandFor } from './distribution'
import { seededRandom } from './random'
import { resolve } from './resolve'

const policy = policyOf(cidr(['office', ['192.0.2.0/24'], to('inside')], ['*', [], to('outside')]))
const somewhere = createClientTable([
  { coordinates: { latitude: 0, longitude: 0 }, country: null, subdivision: null },
])

it('covers the map for the address that the policy was compiled for, and else by the default', () => {
  const covered = [null, parseIpPrefix('192.0.2.0/24'), parseIpPrefix('203.0.113.0/24')].map((address) => {
    const { mixes, points } = coverClients(compilePolicy(policy, ALL_UP, address), somewhere, demandFor)
    return mixes[points[0] ?? -1]?.endpoints.map(({ endpoint }) => endpoint).join()
  })
  expect(covered).toEqual(['outside', 'inside', 'outside'])
})

it('asks from that address where a query names none, and from its own where it does', () => {
  const compiled = compilePolicy(policy, ALL_UP, parseIpPrefix('192.0.2.0/24'))
  const query = { type: null, client: UNMAPPED, resolver: null, clientSubnet: true }
  expect(resolve(compiled, query, seededRandom(1)).endpoints).toEqual(['inside'])
  const elsewhere = { ...query, clientAddress: '203.0.113.7' }
  expect(resolve(compiled, elsewhere, seededRandom(1)).endpoints).toEqual(['outside'])
})
