import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodePolicy } from '../policy/document'
import { aDocument } from '../policy/documents.fixtures'
import { aScenario } from '../scenario/scenarios.fixtures'
import { exportAws } from './aws'
import { HANDS, written } from './json-texts.fixtures'
import { decodeLink, encodeLink } from './link'
import { toCompact } from './link/compact'
import { compress } from './link/compress'
import { seal, unseal } from './link/envelope'
import { pack } from './link/pack'
import { encodeV2 } from './link/version-2'
import { mutated, pick, xorshift } from './mutations.fixtures'
import { openText } from './open'
import { LONGEST_TEXT } from './parse-json'
import { encodeScenarioFile } from './scenario-file'

const SEED = 530_009
/** Together 100,000 mutated links and documents. */
const LINKS = 70_000
const FORGERIES = 4_000
/** Those of version 2 take several times as long to read. */
const FORGERIES_OF_2 = 2_000
const DOCUMENTS = 22_000
const FILES = 4_000
const TIMEOUT_MS = 120_000

const scenarios = fc.sample(aScenario, { seed: SEED, numRuns: 40 })
const documents = fc.sample(aDocument, { seed: SEED, numRuns: 40 })
const JSON_SIGNS = '{}[]:,"\\ \n\t0123456789.-+eE truefalsn\ufeff\u0000é'
const LINK_SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/.# '

test(
  `none of ${LINKS} mutated links opens`,
  () => {
    const random = xorshift(SEED)
    const links = scenarios.map(encodeLink)
    const opened: string[] = []
    for (let run = 0; run < LINKS; run++) {
      const link = pick(random, links)
      const other = mutated(random, link, LINK_SIGNS)
      if (!links.includes(other) && decodeLink(other).ok) opened.push(other)
    }
    expect(opened).toEqual([])
  },
  TIMEOUT_MS,
)

test(
  `${FORGERIES} forged links with right checksums are refused with a problem, or open as some scenario`,
  () => {
    const random = xorshift(SEED)
    const contents = scenarios.map((scenario) => pack(encodePolicy(scenario.policy), toCompact(scenario)))
    const change = (bytes: Uint8Array) => {
      const changed = Uint8Array.from(bytes)
      for (let times = 1 + random(3); times > 0; times--) changed[random(bytes.length + 1)] = random(256)
      return changed.subarray(0, random(20) === 0 ? random(bytes.length + 1) : bytes.length)
    }
    let opened = 0
    for (let run = 0; run < FORGERIES; run++) {
      const { body, raw } = pick(random, contents)
      const where = random(3)
      const compressed = compress(where === 0 ? change(body) : body)
      const forged = {
        raw: where === 1 ? change(raw) : raw,
        compressed: where === 2 ? change(compressed) : compressed,
      }
      const result = decodeLink(seal('c1.', forged))
      if (!result.ok) expect(result.problems.length).toBeGreaterThan(0)
      else if (encodeLink(result.value) !== '') opened++
    }
    // Otherwise the forgeries were too coarse to reach what lies behind the checks.
    expect(opened).toBeGreaterThan(0)
  },
  TIMEOUT_MS,
)

test(
  `${FORGERIES_OF_2} forged links of version 2 with right checksums are refused with a problem, or open as some scenario`,
  () => {
    const random = xorshift(SEED)
    const contents = scenarios.map((scenario) => {
      const made = encodeV2(encodePolicy(scenario.policy), toCompact(scenario)) ?? ''
      const content = unseal('c2.', made.slice(3))
      return 'damage' in content ? new Uint8Array() : content.compressed
    })
    let opened = 0
    for (let run = 0; run < FORGERIES_OF_2; run++) {
      const compressed = Uint8Array.from(pick(random, contents))
      for (let times = random(3); times >= 0; times--) compressed[random(compressed.length)] = random(256)
      const length = random(4) === 0 ? random(compressed.length) : compressed.length
      const result = decodeLink(
        seal('c2.', { raw: new Uint8Array(), compressed: compressed.subarray(0, length) }),
      )
      if (!result.ok) expect(result.problems.length).toBeGreaterThan(0)
      else if (encodeLink(result.value) !== '') opened++
    }
    expect(opened).toBeGreaterThan(0)
  },
  TIMEOUT_MS,
)

test(
  `each of ${DOCUMENTS} mutated documents is refused with a problem, or opens and comes out unchanged`,
  () => {
    const random = xorshift(SEED)
    const texts = documents.map((document) => written(document, pick(random, HANDS)))
    const changed: string[] = []
    let opened = 0
    for (let run = 0; run < DOCUMENTS; run++) {
      const text = mutated(random, pick(random, texts), JSON_SIGNS)
      const result = openText(text)
      if (!result.ok) expect(result.problems.length).toBeGreaterThan(0)
      else if (result.value.kind === 'policy') {
        opened++
        if (exportAws(result.value.policy) !== text) changed.push(text)
      }
    }
    expect(changed).toEqual([])
    expect(opened).toBeGreaterThan(DOCUMENTS / 100)
  },
  TIMEOUT_MS,
)

test(
  `each of ${FILES} mutated scenario files is refused with a problem, or opens and can be saved and shared`,
  () => {
    const random = xorshift(SEED)
    const texts = scenarios.map(encodeScenarioFile)
    let opened = 0
    for (let run = 0; run < FILES; run++) {
      const result = openText(mutated(random, pick(random, texts), JSON_SIGNS))
      if (!result.ok) expect(result.problems.length).toBeGreaterThan(0)
      else if (result.value.kind === 'scenario') {
        opened++
        expect(openText(encodeScenarioFile(result.value.scenario)).ok).toBe(true)
        expect(decodeLink(encodeLink(result.value.scenario)).ok).toBe(true)
      }
    }
    expect(opened).toBeGreaterThan(FILES / 100)
  },
  TIMEOUT_MS,
)

test(
  'texts made to be as hard as their length allows are refused with a problem, or open',
  () => {
    const fill = (piece: string, length = LONGEST_TEXT - 200) => piece.repeat(length / piece.length)
    const numbered = (count: number, write: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => write(index)).join(',')
    const hostile: Readonly<Record<string, string>> = {
      brackets: fill('['),
      'nested lists': `[${fill(`${'['.repeat(199)}${']'.repeat(199)},`)}[]]`,
      objects: `[${fill('{},')}{}]`,
      'a long string': `"${fill('x')}"`,
      'a string without an end': `"${fill('x')}`,
      quotes: fill('"'),
      backslashes: `"${fill('\\')}"`,
      'escaped quotes': `{${fill('\\"')}`,
      spaces: fill(' '),
      lines: `${fill('\n')}x`,
      'repeated keys': `{"RecordType":"A",${fill('"a":1,', 900_000)}"a":1}`,
      'wrong endpoints': `{"Endpoints":{${numbered(90_000, (index) => `"${index}":1`)}}}`,
      'wrong branches': `{"Rules":{"r":{"RuleType":"weighted","Items":[${fill('1,', 900_000)}1]}}}`,
      'a chain of rules': `{"StartRule":"0","Rules":{${numbered(
        12_000,
        (index) => `"${index}":{"RuleType":"multivalue","Items":[{"RuleReference":"${index + 1}"}]}`,
      )}}}`,
      'a rule to every rule': `{"StartRule":"r","Rules":{"r":{"RuleType":"weighted","Items":[${numbered(
        20_000,
        (index) => `{"RuleReference":"${index}"}`,
      )}]}}}`,
      'wrong queries': `{"catchment":1,"policy":{},"queries":[${numbered(50_000, () => '1')}]}`,
      'too many queries': `{"catchment":1,"policy":{},"queries":[${fill('1,')}1]}`,
      'unknown keys': `{"catchment":1,"policy":{},"record":{${numbered(90_000, (index) => `"k${index}":1`)}}}`,
      'a long link': `c2.${fill('A', 900_000)}`,
    }
    const outcomes = Object.entries(hostile).map(([name, text]) => {
      const result = openText(text)
      if (result.ok && result.value.kind === 'policy') expect(exportAws(result.value.policy)).toBe(text)
      return [name, result.ok ? 'opened' : result.problems[0]?.code]
    })
    expect(Object.fromEntries(outcomes)).toEqual({
      brackets: 'json/too-deep',
      'nested lists': 'document/too-large',
      objects: 'document/too-large',
      'a long string': 'document/too-large',
      'a string without an end': 'json/syntax',
      quotes: 'json/syntax',
      backslashes: 'document/too-large',
      'escaped quotes': 'json/syntax',
      spaces: 'json/syntax',
      lines: 'json/syntax',
      'repeated keys': 'opened',
      'wrong endpoints': 'document/endpoint',
      'wrong branches': 'document/branches',
      'a chain of rules': 'opened',
      'a rule to every rule': 'opened',
      'wrong queries': 'scenario/value',
      'too many queries': 'scenario/value',
      'unknown keys': 'opened',
      'a long link': 'link/altered',
    })
  },
  TIMEOUT_MS,
)
