import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyScenario } from '../scenario/scenario'
import { aScenario } from '../scenario/scenarios.fixtures'
import { exportAws, LONGEST_DOCUMENT_TEXT } from './aws'
import { encodeLink, LONGEST_LINK } from './link'
import { seal } from './link/envelope'
import { openText } from './open'
import { LONGEST_TEXT } from './parse-json'
import { READING_PROBLEMS, type ReadingProblem } from './reading-problem'
import { encodeScenarioFile, openScenarioFile } from './scenario-file'

const SEED = 530_007
const DOCUMENT = '{"AWSPolicyFormatVersion":"2015-10-01","RecordType":"A"}'

/** What a text opens as, with the codes of what is said about it. */
function kindOf(text: string): string {
  const result = openText(text)
  const codes = (result.ok ? result.value.problems : result.problems).map(({ code }) => code)
  return [result.ok ? result.value.kind : 'refused', ...codes].join(' ')
}

describe('opening a text', () => {
  test('takes documents that are longer than Route 53 does, up to a limit', () => {
    const document = (length: number) =>
      `${DOCUMENT.slice(0, -1)},"_":""}`.replace('""', `"${'x'.repeat(length)}"`)
    expect(kindOf(document(200_000))).toBe('policy')
    expect(kindOf(document(LONGEST_DOCUMENT_TEXT))).toBe('refused document/too-large')
  })

  test('takes documents, scenario files and links for what they are', () => {
    fc.assert(
      fc.property(aScenario, (scenario) => {
        const link = encodeLink(scenario)
        expect(kindOf(exportAws(scenario.policy))).toBe('policy')
        expect(kindOf(encodeScenarioFile(scenario))).toBe('scenario')
        for (const text of [link, `#${link}`, `https://example.com/a/?b=c#${link}`, ` ${link}\n`]) {
          expect(kindOf(text)).toBe('scenario')
        }
      }),
      { seed: SEED, numRuns: 50 },
    )
  })

  /** A text for every problem that reading one can have. */
  const TEXTS: Readonly<Record<ReadingProblem, string>> = {
    'json/syntax': 'Hello',
    'json/too-large': ' '.repeat(LONGEST_TEXT + 1),
    'json/too-deep': '['.repeat(1_000),
    'json/repeated-key': '{"Rules":{},"Rules":{}}',
    'document/too-large': `{"Rules":"${'x'.repeat(LONGEST_DOCUMENT_TEXT)}"}`,
    'document/unwrapped': JSON.stringify(DOCUMENT),
    'scenario/not-an-object': '',
    'scenario/version': '{"catchment":"one"}',
    'scenario/newer-version': '{"catchment":99}',
    'scenario/policy': '{"catchment":1}',
    'scenario/value': '{"catchment":1,"policy":{},"name":1}',
    'scenario/unknown-key': '{"catchment":1,"policy":{},"name_":1}',
    'link/not-a-link': 'https://example.com/#top',
    'link/newer-version': 'c9.AAAA',
    'link/too-large': `c1.${'A'.repeat(LONGEST_LINK)}`,
    'link/cut-off': 'c1.AAAA',
    'link/added': `${encodeLink(emptyScenario())}A`,
    'link/altered': `c1.${'A'.repeat(40)}`,
    'link/unreadable': seal('c1.', { raw: new Uint8Array(), compressed: new Uint8Array([0]) }),
  }

  test('reports every problem of the table for some text', () => {
    const missing = Object.entries(TEXTS).filter(([code, text]) => {
      // A file without an object is no scenario to `openText`; only the scenario's own reader says so.
      const result = code === 'scenario/not-an-object' ? openScenarioFile('[]') : openText(text)
      return (result.ok ? result.value.problems : result.problems).every((problem) => problem.code !== code)
    })
    expect(missing.map(([code]) => code)).toEqual([])
    expect(Object.keys(TEXTS).toSorted()).toEqual(Object.keys(READING_PROBLEMS).toSorted())
  })

  test.each([
    [JSON.stringify(DOCUMENT), 'policy document/unwrapped'],
    [JSON.stringify({ TrafficPolicy: { Document: DOCUMENT } }), 'policy document/unwrapped'],
    [`\ufeff${DOCUMENT}`, 'policy'],
    ['{"Rules":{},"Rules":{}}', 'policy json/repeated-key'],
    ['{}', 'policy'],
    ['{"Statement":[]}', 'refused import/unrecognised'],
    [JSON.stringify(`{"catchment":1,"policy":${DOCUMENT}}`), 'scenario document/unwrapped'],
    ['', 'refused json/syntax'],
    ['Hello', 'refused json/syntax'],
    ['[]', 'refused document/not-an-object'],
    ['{"Rules":[]}', 'refused document/members'],
    ['{"catchment":1}', 'refused scenario/policy'],
    ['https://example.com/', 'refused link/not-a-link'],
    ['https://example.com/#top', 'refused link/not-a-link'],
    ['#', 'refused link/not-a-link'],
    ['c1.AAAA', 'refused link/cut-off'],
    ['c9.AAAA', 'refused link/newer-version'],
  ])('takes %s for %s', (text, expected) => {
    expect(kindOf(text)).toBe(expected)
  })
})
