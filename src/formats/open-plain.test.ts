import { describe, expect, it } from 'vitest'
import { exportAws } from './aws'
import { EVERY_KIND } from './import/every-kind.fixtures'
import { openText } from './open'
import { openPlain } from './open-plain'
import { encodeScenarioFile } from './scenario-file'
import { exampleScenarios } from './testing/examples.fixtures'

const PLAIN = exampleScenarios().flatMap((scenario) => [
  encodeScenarioFile(scenario),
  exportAws(scenario.policy),
  exportAws(scenario.policy).replace('"RecordType"', '"RecordType": "A", "RecordType"'),
])

describe('a text that is a document or a scenario itself', () => {
  it('opens as it does by way of all readers, problems included', () => {
    expect(PLAIN.map(openPlain)).toEqual(PLAIN.map((text) => openText(text)))
    const broken = '{"catchment":2,"policy":3}'
    expect(openPlain(broken)).toMatchObject({ ok: false })
    expect(openPlain(broken)).toEqual(openText(broken))
  })

  it('is never mistaken for another, nor another for it', () => {
    const texts = Object.values(EVERY_KIND).flat()
    const plain = texts.flatMap((text) => openPlain(text) ?? [])
    const same = texts.flatMap((text) => (openPlain(text) === null ? [] : openText(text)))
    expect(plain).toEqual(same)
    expect(plain.length).toBeLessThan(texts.length / 2)
    for (const text of ['', '{"RecordType"', '"{}"', 'RecordType: A', '[1]'])
      expect(openPlain(text)).toBeNull()
  })
})
