import { describe, expect, it } from 'vitest'
import { UNMAPPED } from '../model/query'
import { ALL_UP } from '../model/world'
import type { Policy } from '../policy/policy'
import { multivalue, policyFrom, policyOf, to } from '../policy/testing/policy-of'
import { compilePolicy } from './compile'
import { seededRandom } from './random'
import { answerRecords } from './records'
import { resolve } from './resolve'

const RECORD = { name: 'www.example.com', ttl: 300 }

function recordsOf(policy: Policy) {
  const query = { type: null, client: UNMAPPED, resolver: null, clientSubnet: true }
  return answerRecords(resolve(compilePolicy(policy, ALL_UP), query, seededRandom(1)), policy, RECORD)
}

describe('the records of an answer', () => {
  it('carry the policy record’s name and TTL for a value', () => {
    expect(recordsOf(policyOf('a'))).toEqual([
      { name: 'www.example.com.', type: 'A', ttl: 300, rdata: '192.0.2.1' },
    ])
  })

  it('show an alias as the plain type, with the resource’s TTL (route53.md 4.6)', () => {
    expect(recordsOf(policyOf('cdn', { endpointTypes: { cdn: 'cloudfront' } }))).toEqual([
      { name: 'www.example.com.', type: 'A', ttl: 60, rdata: null, alias: 'cdn.example.com' },
    ])
  })

  it('answer a value once that a multivalue rule holds twice (9.22)', () => {
    const values = recordsOf(policyOf(multivalue(to('a'), to('a'), to('b')))).map(({ rdata }) => rdata)
    expect(values).toHaveLength(2)
    expect(new Set(values)).toEqual(new Set(['192.0.2.1', '192.0.2.2']))
  })

  it('keep one trailing dot', () => {
    const policy = policyOf('a')
    const [record] = answerRecords({ endpoints: ['a', 'none'] }, policy, { name: 'example.com.', ttl: 1 })
    expect(record).toMatchObject({ name: 'example.com.', ttl: 1 })
  })

  it('are there for a document that says neither type nor value', () => {
    const bare = policyFrom({
      StartRule: 'm',
      Endpoints: { a: {}, b: { Value: 7 }, c: { Value: true } },
      Rules: {
        m: {
          RuleType: 'multivalue',
          Items: [{ EndpointReference: 'a' }, { EndpointReference: 'b' }, { EndpointReference: 'c' }],
        },
      },
    })
    const records = recordsOf(bare)
    expect(new Set(records.map(({ rdata }) => rdata))).toEqual(new Set(['', '7']))
    expect(records[0]?.type).toBeNull()
  })

  it('of no answer are none', () => {
    expect(recordsOf(policyFrom({}))).toEqual([])
  })
})
