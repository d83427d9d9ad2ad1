import { deflateSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { policyOf } from '../policy/documents.fixtures'
import { scenarioOf } from '../scenario/scenario'
import { decodeLink, encodeLink, LONGEST_LINK } from './link'
import { seal } from './link/envelope'
import { createMixingModel } from './link/mixing-model'
import { createBitWriter } from './link/range-coder'
import { createSession, DOCUMENT, IDS, KIND } from './link/session-v2'
import { learntBefore } from './link/version-2'
import { itemStanding } from './link/write-v2'

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_ =+/.%#'.split('')
/** "c2.": what stands before the sealed part. */
const PREFIX_LENGTH = 3

const site = policyOf({
  AWSPolicyFormatVersion: '2015-10-01',
  RecordType: 'A',
  StartEndpoint: 'site',
  Endpoints: { site: { Type: 'value', Value: '192.0.2.1' } },
})
const link = encodeLink(scenarioOf(site, 'Damaged on its way'))

function problemOf(payload: string): { readonly code: string; readonly message: string } {
  const result = decodeLink(payload)
  return (result.ok ? null : result.problems[0]) ?? { code: 'opened', message: '' }
}
const codeOf = (payload: string) => problemOf(payload).code

describe('a link', () => {
  test('with any one character changed is refused as altered', () => {
    for (let at = PREFIX_LENGTH; at < link.length; at++) {
      for (const sign of SIGNS) {
        if (sign === link[at]) continue
        const changed = link.slice(0, at) + sign + link.slice(at + 1)
        expect([changed, codeOf(changed)]).toEqual([changed, 'link/altered'])
      }
    }
  })

  test('cut off anywhere is refused as cut off, and says how much is missing', () => {
    for (let length = PREFIX_LENGTH; length < link.length; length++) {
      expect(codeOf(link.slice(0, length))).toBe('link/cut-off')
    }
    expect(problemOf(link.slice(0, -1)).message).toBe(
      'This link was cut off: it lacks one character. Copy it again, up to its end.',
    )
    expect(problemOf(link.slice(0, -7)).message).toContain('lacks 7 characters')
  })

  test('with any one character missing is refused', () => {
    for (let at = 0; at < link.length; at++) {
      expect(codeOf(link.slice(0, at) + link.slice(at + 1))).toMatch(
        /^link\/(cut-off|altered|not-a-link|newer-version)$/,
      )
    }
  })

  test('with anything added at its end is refused as too long', () => {
    for (const end of [...SIGNS, '==', '%20', ')', ' and more']) expect(codeOf(link + end)).toBe('link/added')
    expect(problemOf(`${link}==`).message).toContain('has 2 characters too many')
  })

  test('with any one character added anywhere is refused', () => {
    for (let at = 0; at < link.length; at++) {
      for (const sign of SIGNS) {
        expect(codeOf(link.slice(0, at) + sign + link.slice(at))).toMatch(
          /^link\/(added|altered|not-a-link|newer-version)$/,
        )
      }
    }
  })

  test('of another kind, of a version to come or far too long is refused for that', () => {
    expect(['', 'x', 'c.', 'c0.AA', 'c01.AA', `C2.${link.slice(3)}`].map(codeOf)).toEqual(
      Array.from({ length: 6 }, () => 'link/not-a-link'),
    )
    expect(codeOf(`c3.${link.slice(3)}`)).toBe('link/newer-version')
    expect(codeOf(`c2.${'A'.repeat(LONGEST_LINK)}`)).toBe('link/too-large')
  })

  test('that says another version than it was made with is refused as altered', () => {
    expect(codeOf(`c1.${link.slice(3)}`)).toBe('link/altered')
  })

  test('that goes on behind the end of the scenario is refused', () => {
    const [raw, compressed] = [new Uint8Array(), new Uint8Array(40)]
    expect(codeOf(seal('c2.', { raw, compressed }))).toBe('link/unreadable')
  })

  test('that unpacks to more than any scenario needs is refused before it does', () => {
    const raw = new Uint8Array()
    const bomb = deflateSync(new Uint8Array(20 * 1024 * 1024), { level: 9 })
    expect(codeOf(seal('c1.', { raw, compressed: bomb }))).toBe('link/too-large')

    const writer = createBitWriter()
    const session = createSession(createMixingModel(learntBefore()), writer, Number.POSITIVE_INFINITY)
    session.count(0, IDS.endpoint)
    session.count(0, IDS.rule)
    session.kind(KIND.list, DOCUMENT)
    session.count(200_000, DOCUMENT.key)
    const inside = itemStanding(DOCUMENT)
    for (let item = 0; item < 200_000; item++) session.kind(KIND.null, inside)
    const link2 = seal('c2.', { raw, compressed: writer.finish() })
    expect(link2.length).toBeLessThan(10_000)
    expect(codeOf(link2)).toBe('link/too-large')
  })
})
