import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, it } from 'vitest'
import type { Policy } from '../policy/policy'
import { cidr, policyOf, to, weighted } from '../policy/testing/policy-of'
import { ask, odds, type Situation } from './testing/ask'

const SEED = 20261127

const checked = (id: string) => to(id, { HealthCheck: id })
const nested = policyOf(
  cidr(
    ['network', ['198.51.0.0/16'], checked('network')],
    ['office', ['198.51.100.0/24', '2001:db8:1::/48'], checked('office')],
    ['*', [], checked('rest')],
  ),
)

/** The answer of a policy of single answers, with the reason for it. */
function answer(policy: Policy, situation: Situation): string {
  const { endpoints, steps } = ask(policy, situation)
  const [step] = steps
  const taken = step?.kind === 'rule' ? step.candidates.find((candidate) => candidate.taken) : undefined
  return `${endpoints.join() || 'NODATA'}: ${taken?.reason ?? 'nothing'}`
}

describe('an IP-based rule', () => {
  it('takes the longest block that holds the address', () => {
    expect(answer(nested, { clientAddress: '198.51.100.7' })).toBe('office: ip-based/longest-block')
    expect(answer(nested, { clientAddress: '198.51.7.7' })).toBe('network: ip-based/longest-block')
    expect(answer(nested, { clientAddress: '2001:db8:1:2::7' })).toBe('office: ip-based/longest-block')
    expect(answer(nested, { clientAddress: '203.0.113.7' })).toBe('rest: ip-based/default')
  })

  it('holds what is passed on when that is as long as the block or longer, and no less', () => {
    expect(answer(nested, { clientAddress: '198.51.100.0/32' })).toBe('office: ip-based/longest-block')
    expect(answer(nested, { clientAddress: '198.51.100.0/24' })).toBe('office: ip-based/longest-block')
    expect(answer(nested, { clientAddress: '198.51.100.0/23' })).toBe('network: ip-based/longest-block')
    expect(answer(nested, { clientAddress: '198.51.0.0/15' })).toBe('rest: ip-based/default')
    expect(answer(nested, { clientAddress: '0.0.0.0/0' })).toBe('rest: ip-based/default')
  })

  it('knows only the default where the address is not known, and says so', () => {
    expect(answer(nested, {})).toBe('rest: ip-based/address-unknown')
    expect(answer(nested, { clientSubnet: false, clientAddress: '198.51.100.7' })).toBe(
      'rest: ip-based/address-unknown',
    )
  })

  it('goes by the resolver’s own address when that passes nothing on', () => {
    const situation = { clientSubnet: false, clientAddress: '203.0.113.7', resolverAddress: '198.51.100.53' }
    expect(answer(nested, situation)).toBe('office: ip-based/longest-block')
  })

  it('falls back to the next wider block and then to the default, and last to the longest', () => {
    const at = { clientAddress: '198.51.100.7' }
    expect(answer(nested, { ...at, unhealthy: ['office'] })).toBe('network: ip-based/next-block')
    expect(answer(nested, { ...at, unhealthy: ['office', 'network'] })).toBe('rest: ip-based/healthy-default')
    expect(answer(nested, { ...at, unhealthy: ['office', 'network', 'rest'] })).toBe('office: last-resort')
    // A sibling that does not hold the address is never a fallback.
    expect(answer(nested, { clientAddress: '203.0.113.7', unhealthy: ['rest'] })).toBe('rest: last-resort')
  })

  it('answers nothing to an address in no block where there is no default', () => {
    const policy = policyOf(
      cidr(['office', ['192.0.2.0/24'], to('a')], ['partner', ['198.51.100.0/24'], to('b')]),
    )
    expect(odds(policy, { clientAddress: '203.0.113.7' })).toEqual({ NODATA: 1 })
    expect(odds(policy)).toEqual({ NODATA: 1 })
    expect(odds(policy, { clientAddress: '192.0.2.7' })).toEqual({ a: 1 })
  })

  it('reads a block without its host bits, and takes the first of equal ones', () => {
    const policy = policyOf(
      cidr(['one', ['192.0.2.9/24'], to('a')], ['two', ['192.0.2.0/24'], to('b')], ['*', [], to('c')]),
    )
    expect(odds(policy, { clientAddress: '192.0.2.7' })).toEqual({ a: 1 })
  })

  it('never falls back to the second of equal blocks, which no CIDR collection can hold', () => {
    const policy = policyOf(
      cidr(['one', ['192.0.2.0/24'], checked('a')], ['two', ['192.0.2.0/24'], to('b')], ['*', [], to('c')]),
    )
    expect(odds(policy, { clientAddress: '192.0.2.7', unhealthy: ['a'] })).toEqual({ c: 1 })
  })

  it('names the block in what the branch was worth', () => {
    const [step] = ask(nested, { clientAddress: '198.51.100.7' }).steps
    const measures = step?.kind === 'rule' ? step.candidates.map((candidate) => candidate.measures) : []
    expect(measures).toEqual([{ block: '198.51.100.0/24' }, { block: '198.51.0.0/16' }, {}])
  })

  it('stands below and above other rules', () => {
    const inner = cidr(['office', ['192.0.2.0/24'], to('a')], ['*', [], to('b')])
    const policy = policyOf(weighted([1, to(inner)], [1, to('c')]))
    expect(odds(policy, { clientAddress: '192.0.2.7' })).toEqual({ a: 0.5, c: 0.5 })
    expect(odds(policy, { clientAddress: '203.0.113.7' })).toEqual({ b: 0.5, c: 0.5 })
  })

  it(`finds the branch that an independent library finds (seed ${SEED})`, () => {
    const block = fc
      .tuple(
        fc.constantFrom(10, 11),
        fc.constantFrom(0, 128, 192),
        fc.constantFrom(0, 1),
        fc.integer({ min: 1, max: 24 }),
      )
      .map(([a, b, c, length]) => `${a}.${b}.${c}.0/${length}`)
    const lists = fc.uniqueArray(block, { minLength: 1, maxLength: 8 })
    const address = fc
      .tuple(fc.constantFrom(10, 11, 12), fc.nat(255), fc.nat(2), fc.nat(255))
      .map((each) => each.join('.'))
    fc.assert(
      fc.property(lists, address, (list, client) => {
        const policy = policyOf(
          cidr(...list.map((each, index) => [`l${index}`, [each], to(`e${index}`)] as const), [
            '*',
            [],
            to('rest'),
          ]),
        )
        const parsed = ipaddr.parse(client)
        const holding = list.flatMap((each, index) => {
          const [network, length] = ipaddr.parseCIDR(each)
          return parsed.match(network, length) ? [{ index, length }] : []
        })
        const best = holding.toSorted((a, b) => b.length - a.length || a.index - b.index)[0]
        expect(odds(policy, { clientAddress: `${client}/32` })).toEqual({
          [best ? `e${best.index}` : 'rest']: 1,
        })
      }),
      { seed: SEED, numRuns: 500 },
    )
  })
})
