import { describe, expect, it } from 'vitest'
import type { Address } from '../model/address'
import type { JsonPath } from '../model/problem'
import { importAws } from './aws'
import { addressOfPath, pathAtOffset, rangeOfAddress, rangeOfPath } from './document-places'
import { parseJson } from './parse-json'

const TEXT = `{
  "RecordType": "A",
  "StartRule": "split",
  "Endpoints": { "a": { "Type": "value", "Value": "192.0.2.1" } },
  "Rules": {
    "split": { "RuleType": "weighted", "Items": [ { "Weight": "1", "EndpointReference": "a" }, {} ] },
    "pair": { "RuleType": "failover", "Primary": { "EndpointReference": "a" } }
  }
}`
const parsed = parseJson(TEXT)
const imported = importAws(TEXT)
if (!parsed.ok || !imported.ok) throw new Error('the text of this test cannot be opened')
const { root } = parsed.value
const { policy } = imported.value

const textAt = (path: JsonPath) => {
  const { start, end } = rangeOfPath(root, path)
  return TEXT.slice(start, end)
}
const textOf = (address: Address) => {
  const range = rangeOfAddress(root, policy, address)
  return range && TEXT.slice(range.start, range.end)
}
const addressAt = (needle: string) => addressOfPath(policy, pathAtOffset(root, TEXT.indexOf(needle) + 1))

describe('places in a document', () => {
  it('means a scalar with its key, and of an object the key alone', () => {
    expect(textAt(['RecordType'])).toBe('"RecordType": "A"')
    expect(textAt(['Rules', 'split', 'Items', 0, 'Weight'])).toBe('"Weight": "1"')
    expect(textAt(['Rules', 'split'])).toBe('"split"')
    expect(textAt(['Rules', 'split', 'Items', 1])).toBe('{}')
    expect(textAt([])).toBe('{')
  })

  it('shows what is missing at its parent', () => {
    expect(textAt(['Rules', 'pair', 'Secondary', 'EndpointReference'])).toBe('"pair"')
    expect(textAt(['Nothing'])).toBe('{')
  })

  it('finds the whole member of a node or branch', () => {
    expect(textOf({ kind: 'endpoint', id: 'a' })).toBe('"a": { "Type": "value", "Value": "192.0.2.1" }')
    expect(textOf({ kind: 'rule', id: 'split', branch: 'b1' })).toBe(
      '{ "Weight": "1", "EndpointReference": "a" }',
    )
    expect(textOf({ kind: 'rule', id: 'pair', branch: 'primary' })).toBe(
      '"Primary": { "EndpointReference": "a" }',
    )
    expect(textOf({ kind: 'start' })).toBe('"StartRule": "split"')
    expect(textOf({ kind: 'record' })).toBeNull()
    expect(textOf({ kind: 'rule', id: 'gone' })).toBeNull()
  })

  it('finds what an offset belongs to', () => {
    expect(addressAt('"Weight"')).toEqual({ kind: 'rule', id: 'split', branch: 'b1' })
    expect(addressAt('"Primary"')).toEqual({ kind: 'rule', id: 'pair', branch: 'primary' })
    expect(addressAt('"RuleType"')).toEqual({ kind: 'rule', id: 'split' })
    expect(addressAt('192.0.2.1')).toEqual({ kind: 'endpoint', id: 'a' })
    expect(addressAt('"StartRule"')).toEqual({ kind: 'start' })
    expect(addressAt('"RecordType"')).toBeNull()
  })
})
