import { describe, expect, test } from 'vitest'
import { equalJson } from '../model/json'
import { hasErrors } from '../model/problem'
import { readCorpus } from '../model/testing/corpus.fixtures'
import { checkPolicy } from '../policy/check'
import { encodePolicy } from '../policy/document'
import { scenarioOf } from '../scenario/scenario'
import { exportAws, importAws } from './aws'
import { decodeLink, encodeLink } from './link'
import { openText } from './open'
import { decodeScenarioFile, encodeScenarioFile } from './scenario-file'

/** The three-level example of AWS's documentation, for which there is a budget. */
const THREE_LEVELS = '007-aws-geo-latency-failover.json'

describe('public documents', () => {
  const corpus = readCorpus('import, export and links of the public documents')

  test('are there, or it is said that they are not', () => {
    expect(corpus?.length ?? 40).toBeGreaterThanOrEqual(40)
  })

  for (const { file, status, text } of corpus ?? []) {
    if (status === 'invalid' || status === 'not-json') {
      test(`${file}, which is ${status}, gives an error that says where`, () => {
        const imported = importAws(text)
        const problems = imported.ok ? checkPolicy(imported.value.policy) : imported.problems
        expect(hasErrors(problems)).toBe(true)
        expect(imported.ok && status === 'not-json').toBe(false)
        if (status === 'not-json') expect(problems[0]?.message).toMatch(/^At line \d+, column \d+: /)
      })
    }
    const imported = importAws(text)
    if (!imported.ok) continue
    const { policy } = imported.value

    test(`${file} opens and comes out byte for byte, from a file and quoted in a string too`, () => {
      expect(exportAws(policy)).toBe(text)
      const saved = decodeScenarioFile(encodeScenarioFile(scenarioOf(policy)))
      expect(saved.ok && exportAws(saved.value.policy)).toBe(text)
      const quoted = openText(JSON.stringify({ TrafficPolicy: { Document: text } }))
      expect(quoted.ok && quoted.value.kind === 'policy' && exportAws(quoted.value.policy)).toBe(text)
    })

    test(`${file} goes through a link as it is spelled`, () => {
      const link = encodeLink(scenarioOf(policy))
      const linked = decodeLink(link)
      expect(linked.ok && equalJson(encodePolicy(linked.value.policy), encodePolicy(policy))).toBe(true)
      if (file === THREE_LEVELS) expect(link.length).toBeLessThanOrEqual(350)
    })
  }

  test('that are valid, templates or dubious all open', () => {
    const shut = (corpus ?? []).filter(
      ({ status, text }) => status !== 'invalid' && status !== 'not-json' && !importAws(text).ok,
    )
    expect(shut.map(({ file }) => file)).toEqual([])
  })
})
