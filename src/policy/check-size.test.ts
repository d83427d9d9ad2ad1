import { describe, expect, it } from 'vitest'
import { toJson } from '../model/json'
import { checkPolicy } from './check'
import { documentSizeProblems, LONGEST_DOCUMENT } from './check-header'
import { decodePolicy } from './document'
import type { Policy } from './policy'

const document = {
  AWSPolicyFormatVersion: '2015-10-01',
  RecordType: 'A',
  StartEndpoint: 'e',
  Endpoints: { e: { Type: 'value', Value: '192.0.2.1' } },
}

/** The policy as read from the document with so many spaces after it. */
function readWith(spaces: number): Policy {
  const text = JSON.stringify(document) + ' '.repeat(spaces)
  const opened = decodePolicy(toJson(document), text)
  if (!opened.ok) throw new Error('the document does not open')
  return opened.value
}

describe('the size of a document (V01)', () => {
  it('is 102,400 characters at most', () => {
    expect(documentSizeProblems('x'.repeat(LONGEST_DOCUMENT))).toEqual([])
    expect(documentSizeProblems('x'.repeat(LONGEST_DOCUMENT + 1))).toHaveLength(1)
  })

  it('counts a character beyond the basic plane once', () => {
    expect(documentSizeProblems('😀'.repeat(LONGEST_DOCUMENT))).toEqual([])
  })

  it('is that of the very text while the policy is untouched', () => {
    const codes = checkPolicy(readWith(LONGEST_DOCUMENT)).map(({ code }) => code)
    expect(codes).toEqual(['policy/too-long'])
  })

  it('is that of the document written anew once it was edited', () => {
    const policy = readWith(LONGEST_DOCUMENT)
    expect(checkPolicy({ ...policy, formatVersion: '2023-05-09' })).toEqual([])
  })
})
