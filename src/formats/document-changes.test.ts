import { describe, expect, it } from 'vitest'
import { documentChanges } from './document-changes'

describe('what changes between two documents', () => {
  it('is nothing between equal ones', () => {
    expect(documentChanges('{}\n', '{}\n')).toMatchObject({ hunks: [], tall: false })
  })

  it('is told in the lines that they have', () => {
    const { hunks, tall, skippedAfter } = documentChanges('{\n"a": 1\n}\n', '{\n"a": 2\n}\n')
    expect(tall).toBe(false)
    expect(skippedAfter).toBe(0)
    expect(hunks[0]?.lines).toMatchObject([
      { kind: 'same', text: '{' },
      { kind: 'removed', text: '"a": 1', before: 2 },
      { kind: 'added', text: '"a": 2', after: 2 },
      { kind: 'same', text: '}' },
    ])
  })

  it('is told member by member where a document is one long line', () => {
    const on = (value: string) => JSON.stringify({ long: 'x'.repeat(300), a: value })
    const { hunks, tall } = documentChanges(on('1'), on('2'))
    expect(tall).toBe(true)
    expect(hunks[0]?.lines.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual([
      '  "a": "1"',
      '  "a": "2"',
    ])
  })
})
