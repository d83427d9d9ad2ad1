import { describe, expect, it } from 'vitest'
import { RULE_TYPES } from '../../rules'
import { decodePolicy, encodePolicy } from '../document'
import { emptyPolicy } from '../policy'
import { documentOf } from '../testing/meaning-of'
import { failover, policyFrom, policyOf, to, weighted } from '../testing/policy-of'
import { addEndpoint, addRule } from './add-node'
import { duplicateNodes } from './duplicate-nodes'
import { freshId, whyNotId } from './fresh-id'
import { orphansOf, removeNodes } from './remove-nodes'
import { renameEndpoint, renameRule } from './rename'
import { edited } from './testing/edited'
import { setEndpointType, setRecordType, updateEndpoint } from './update-endpoint'

const endpoint = (id: string) => ({ kind: 'endpoint', id }) as const
const rule = (id: string) => ({ kind: 'rule', id }) as const

describe('adding nodes', () => {
  it.each(RULE_TYPES)('makes a %s rule that reads back', (type) => {
    const reread = decodePolicy(encodePolicy(edited(addRule(emptyPolicy(), type))), null)
    expect(reread.ok && [...reread.value.rules].map(([id, { type: read }]) => [id, read])).toEqual([
      [`${type}-1`, type],
    ])
  })

  it('numbers ids past every rule and endpoint there is', () => {
    const policy = policyFrom({
      Endpoints: { 'weighted-1': { Type: 'value' } },
      Rules: { 'weighted-2': { RuleType: 'weighted', Items: [] } },
    })
    expect(addRule(policy, 'weighted')).toMatchObject({ ok: true, id: 'weighted-3' })
  })

  it('names endpoints by what they are', () => {
    const value = addEndpoint(emptyPolicy(), { type: 'value', value: '192.0.2.1' })
    expect(value).toMatchObject({ ok: true, id: 'endpoint-1' })
    expect(documentOf(edited(value))).toMatchObject({
      Endpoints: { 'endpoint-1': { Type: 'value', Value: '192.0.2.1' } },
    })
    expect(addEndpoint(emptyPolicy(), { type: 'cloudfront' })).toMatchObject({ id: 'cloudfront-1' })
  })

  it('takes a given id, unless it is taken or none', () => {
    const policy = policyOf('a')
    expect(addRule(policy, 'latency', 'near')).toMatchObject({ ok: true, id: 'near' })
    expect(addRule(policy, 'latency', 'a')).toMatchObject({ ok: false })
    expect(addEndpoint(policy, { type: 'value' }, '')).toEqual({
      ok: false,
      reason: 'An id cannot be empty.',
    })
  })
})

describe('ids', () => {
  it('are made of letters, digits, “-” and “_”, 63 at most', () => {
    expect(whyNotId(emptyPolicy(), 'geo_1-a')).toBeNull()
    for (const id of ['-a', 'a b', 'é', 'a'.repeat(64)]) expect(whyNotId(emptyPolicy(), id)).toContain('63')
    expect(freshId(emptyPolicy(), 'Überall & nirgends')).toBe('berallnirgends-1')
    expect(freshId(emptyPolicy(), '…')).toBe('node-1')
    expect(whyNotId(emptyPolicy(), freshId(emptyPolicy(), 'a'.repeat(99)))).toBeNull()
  })
})

describe('renaming', () => {
  const policy = policyOf(failover(to(weighted([1, to('a')])), to('a')))

  it('keeps the place in the document, and every reference follows', () => {
    const after = edited(renameEndpoint(edited(renameRule(policy, 'failover-1', 'top')), 'a', 'fra'))
    expect(documentOf(after)).toMatchObject({ StartRule: 'top' })
    expect([...after.rules.keys()]).toEqual(['top', 'weighted-2'])
    expect(after.rules.get('top')?.branches[1]?.target).toEqual(endpoint('fra'))
    expect(after.rules.get('weighted-2')?.branches[0]?.target).toEqual(endpoint('fra'))
    expect(after.endpoints.get('fra')).toMatchObject({ id: 'fra', type: 'value' })
    expect(after.endpoints.get('fra')?.source).toBe(policy.endpoints.get('a')?.source)
  })

  it('refuses an id that is taken, even by the other kind, or empty', () => {
    expect(renameRule(policy, 'failover-1', 'weighted-2')).toMatchObject({ ok: false })
    expect(renameRule(policy, 'failover-1', 'a')).toEqual({
      ok: false,
      reason: 'There is already an endpoint called “a”.',
    })
    expect(renameEndpoint(policy, 'a', '  ')).toMatchObject({ ok: false })
    expect(renameEndpoint(policy, 'x', 'y')).toMatchObject({ ok: false })
  })

  it('to the same id changes nothing, even for an id that is never given', () => {
    const odd = policyFrom({ Endpoints: { 'é “x”': { Type: 'value' } } })
    expect(edited(renameEndpoint(odd, 'é “x”', 'é “x”'))).toBe(odd)
  })

  it('keeps a rule and an endpoint of one id apart', () => {
    const both = policyFrom({
      StartRule: 'primary',
      Endpoints: { primary: { Type: 'value' } },
      Rules: { primary: { RuleType: 'failover', Primary: { EndpointReference: 'primary' } } },
    })
    expect(documentOf(edited(renameEndpoint(both, 'primary', 'fra')))).toEqual({
      StartRule: 'primary',
      Endpoints: { fra: { Type: 'value' } },
      Rules: { primary: { RuleType: 'failover', Primary: { EndpointReference: 'fra' } } },
    })
  })
})

describe('removing nodes', () => {
  const shared = weighted([1, to('a')], [1, to('b')])
  const policy = policyOf(failover(to(weighted([1, to(shared)], [9, to('c')])), to(shared)))
  const outer = rule('weighted-2')

  it('leaves the branches that led there, with their settings and no target', () => {
    const after = removeNodes(policy, [endpoint('c')], 'keep')
    expect(documentOf(after)).toMatchObject({ Rules: { 'weighted-2': { Items: [{}, { Weight: '9' }] } } })
    expect(after.rules.get('weighted-2')?.branches[1]?.target).toBeNull()
    expect(after.rules.get('weighted-3')).toBe(policy.rules.get('weighted-3'))
  })

  it('names as orphans only what nothing else leads to', () => {
    expect(orphansOf(policy, [outer])).toEqual([endpoint('c')])
    expect(orphansOf(policy, [rule('failover-1')])).toHaveLength(5)
    expect(orphansOf(policy, [endpoint('a')])).toEqual([])
  })

  it('counts a rule that is not connected yet as leading somewhere', () => {
    const loose = edited(addRule(policy, 'weighted'))
    expect(orphansOf(loose, [rule('weighted-1')])).toEqual([])
    const both = policyFrom({
      StartRule: 'x',
      Endpoints: { a: { Type: 'value' } },
      Rules: {
        x: { RuleType: 'weighted', Items: [{ EndpointReference: 'a' }] },
        draft: { RuleType: 'weighted', Items: [{ EndpointReference: 'a' }] },
      },
    })
    expect(orphansOf(both, [rule('x')])).toEqual([])
  })

  it('drops the orphans when asked to', () => {
    const kept = removeNodes(policy, [outer], 'keep')
    expect([...kept.endpoints.keys()]).toEqual(['a', 'b', 'c'])
    const dropped = removeNodes(policy, [outer], 'drop')
    expect([...dropped.endpoints.keys()]).toEqual(['a', 'b'])
    expect([...dropped.rules.keys()]).toEqual(['failover-1', 'weighted-3'])
  })

  it('clears the start', () => {
    expect(removeNodes(policy, [rule('failover-1')], 'keep').start).toBeNull()
  })

  it('that are not there changes nothing', () => {
    expect(removeNodes(policy, [endpoint('x')], 'drop')).toBe(policy)
  })
})

describe('duplicating nodes', () => {
  const policy = policyOf(failover(to(weighted([1, to('fra-1')], [9, to('b')])), to('c')))

  it('copies the connections inside the selection and shares what is outside', () => {
    const { policy: after, copies } = duplicateNodes(policy, [rule('weighted-2'), endpoint('fra-1')])
    expect(copies.map(({ to: { id } }) => id)).toEqual(['weighted-1', 'fra-2'])
    expect(after.rules.get('weighted-1')?.branches.map(({ target }) => target?.id)).toEqual(['fra-2', 'b'])
    expect(after.rules.get('failover-1')).toBe(policy.rules.get('failover-1'))
    expect(after.endpoints.get('fra-2')?.value).toBe(policy.endpoints.get('fra-1')?.value)
  })

  it('leaves out what is not there', () => {
    expect(duplicateNodes(policy, [rule('x')])).toEqual({ policy, copies: [] })
  })
})

describe('changing an endpoint', () => {
  it('keeps the spelling of what is not changed', () => {
    const policy = policyFrom({ Endpoints: { a: { Value: '192.0.2.1', Type: 'value', _note: 1 } } })
    expect(JSON.stringify(documentOf(updateEndpoint(policy, 'a', { value: '192.0.2.2' })))).toBe(
      '{"Endpoints":{"a":{"Value":"192.0.2.2","Type":"value","_note":1}}}',
    )
    expect(updateEndpoint(policy, 'a', { value: '192.0.2.1' })).toBe(policy)
    expect(updateEndpoint(policy, 'x', { value: '192.0.2.1' })).toBe(policy)
  })

  it('takes the Region from what is no bucket any more', () => {
    const policy = policyFrom({ Endpoints: { a: { Type: 's3-website', Value: 'b', Region: 'us-east-1' } } })
    expect(documentOf(setEndpointType(policy, 'a', 'value'))).toEqual({
      Endpoints: { a: { Type: 'value', Value: 'b' } },
    })
    expect(setEndpointType(policy, 'a', 's3-website')).toBe(policy)
    expect(setEndpointType(policy, 'x', 'value')).toBe(policy)
  })

  it('sets the record type', () => {
    const policy = policyOf('a')
    expect(setRecordType(policy, 'A')).toBe(policy)
    expect(documentOf(setRecordType(policy, 'AAAA'))).toMatchObject({ RecordType: 'AAAA' })
  })
})
