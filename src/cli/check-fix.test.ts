import { describe, expect, it } from 'vitest'
import { encodeScenarioFile } from '../formats/scenario-file'
import { policyFrom, policyOf } from '../policy/testing/policy-of'
import { scenarioOf } from '../scenario/scenario'
import { jsonOf, problemsIn, runCli } from './testing/run-cli'

const SOUND =
  '{"AWSPolicyFormatVersion":"2015-10-01", "RecordType":"A","StartEndpoint":"a","Endpoints":{"a":{"Type":"value","Value":"192.0.2.1"}}}'
const check = (text: string, ...words: readonly string[]) => runCli(['check', '-', ...words], { '-': text })

describe('check --fix', () => {
  it('prints the repaired document, and the repairs on standard error', async () => {
    const text = SOUND.replace('"Value"', '"value"').replace('"StartEndpoint":"a",', '')
    expect(await check(text, '--fix')).toEqual({
      code: 0,
      out: SOUND.replace('"StartEndpoint":"a",', '').replace(/\}$/, ',"StartEndpoint":"a"}'),
      err: [
        'standard input: note: Rename the key “value” to Value. [repair/key]',
        'standard input: note: Set StartEndpoint to “a”, the only endpoint. [repair/start]',
        '',
      ].join('\n'),
    })
  })

  it('is named where a document is not known as one, all its keys being in the wrong case', async () => {
    const text = SOUND.replaceAll(/"([A-Z]\w+)":/g, (key) => key.toLowerCase())
    expect((await check(text)).err).toContain('“catchment check --fix” can mend this.')
    expect((await check(text, '--fix')).out).toBe(SOUND)
  })

  it('leaves a sound document as it is', async () => {
    expect(await check(SOUND, '--fix')).toEqual({ code: 0, out: SOUND, err: '' })
  })

  it('exits with 1 while errors remain, which it names with their place', async () => {
    const { code, out, err } = await check(
      SOUND.replace('192.0.2.1', 'nope').replace('"a":{', "'a':{"),
      '--fix',
    )
    expect(code).toBe(1)
    expect(out).toBe(SOUND.replace('192.0.2.1', 'nope'))
    expect(err).toMatch(/^standard input: note: .* \(1 place\)\. \[repair\/quotes\]$/m)
    expect(err).toMatch(/^standard input:1:\d+: error: .* \[endpoint\/value-format\]$/m)
  })

  it('exits with 2 where there is nothing to repair', async () => {
    expect(await check('Hello', '--fix')).toMatchObject({ code: 2, out: '' })
    const json = await check('Hello', '--fix', '--json')
    expect([json.code, problemsIn(json)]).toEqual([2, ['error json/syntax ']])
  })

  it('prints everything as one JSON value on request', async () => {
    const { code, out } = await check(SOUND.replace('"A"', '"a"'), '--fix', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      text: SOUND,
      guesses: [],
      repairs: [
        {
          code: 'repair/record-type',
          severity: 'note',
          path: '/RecordType',
          message: 'Write the record type “a” as A.',
        },
      ],
      problems: [],
    })
  })

  it('repairs the policy of a scenario', async () => {
    const scenario = scenarioOf(policyOf('a', { recordType: 'a' }))
    const { out } = await check(encodeScenarioFile(scenario), '--fix')
    expect(out).toBe(encodeScenarioFile(scenarioOf(policyOf('a', { recordType: 'A' }))))
  })

  it('repairs the one of several policies that is picked', async () => {
    const versions = JSON.stringify({
      TrafficPolicies: [1, 2].map((version) => ({
        Version: version,
        Document: SOUND.replace('"A"', `"${'a'.repeat(version)}"`),
      })),
    })
    expect((await check(versions, '--fix', '--pick', '1')).out).toBe(SOUND)
    expect((await check(versions, '--pick', 'x')).code).toBe(2)
  })
})

describe('check', () => {
  it('prints the document that record sets amount to, and says what of them is left out', async () => {
    const set = (SetIdentifier: string, Weight: number) => ({
      Name: 'www.example.com.',
      Type: 'A',
      SetIdentifier,
      Weight,
      TTL: 60,
      ResourceRecords: [{ Value: `192.0.2.${String(Weight)}` }],
    })
    const soa = {
      Name: 'example.com.',
      Type: 'SOA',
      TTL: 60,
      ResourceRecords: [{ Value: 'a. b. 1 2 3 4 5' }],
    }
    const records = JSON.stringify({ ResourceRecordSets: [soa, set('one', 1), set('two', 2)] })
    const { code, out, err } = await check(records, '--fix')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ Rules: { www: { RuleType: 'weighted' } } })
    expect(err).toMatch(/^standard input: note: One record left out .* \[records\/left-out\]\n$/)
  })

  it('says of a text with several policies which of them it prints', async () => {
    const { err } = await check(`${SOUND}\n${SOUND.replace('"a":', '"a" :')}`, '--fix')
    expect(err).toMatch(/note: This text holds 2 policies: .* \[import\/several\]/)
  })

  it('makes repairs that are guesses only when asked for them, and says else that there are some', async () => {
    const branch = (Weight: number) => ({ EndpointReference: 'a', Weight })
    const document = {
      AWSPolicyFormatVersion: '2015-10-01',
      RecordType: 'A',
      StartRule: 'r',
      Endpoints: { a: { Type: 'value', Value: '192.0.2.1' } },
      Rules: { r: { RuleType: 'weighted', Items: [branch(33.3), branch(66.7)] } },
    }
    const text = JSON.stringify(document)
    const title =
      'Write the weights 33.3, 66.7 of rule “r” as 1, 2, which moves no share by more than 0.04 percentage points.'
    const safe = await check(text, '--fix')
    expect(safe).toMatchObject({ code: 1, out: text })
    expect(safe.err).toContain(
      `note: Not made, since it is a guess; --guesses makes it: ${title} [repair/weights]`,
    )
    const all = await check(text, '--fix', '--guesses')
    expect(all).toMatchObject({ code: 0, out: text.replace('33.3', '1').replace('66.7', '2') })
    expect(all.err).toContain(`note: ${title} [repair/weights]`)
    const scenario = encodeScenarioFile(scenarioOf(policyFrom(document)))
    expect((await check(scenario, '--fix')).err).toContain('--guesses makes it')
    expect((await check(scenario, '--fix', '--guesses')).err).not.toContain('--guesses makes it')
  })

  it('gives problems the repair that mends them', async () => {
    const json = jsonOf(await check(SOUND.replace('"A"', '"a"'), '--json'))
    expect(json).toMatchObject({
      problems: [
        {
          code: 'policy/record-type-unknown',
          severity: 'error',
          path: '/RecordType',
          fix: {
            code: 'repair/record-type',
            title: 'Write the record type “a” as A',
            safe: true,
            edits: [{ op: 'set', path: '/RecordType', value: 'A' }],
          },
        },
      ],
    })
  })

  it('says of what cannot be opened whether it can be repaired', async () => {
    const { code, out, err } = await check('{"RecordType":"A","Rules":[]}', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({
      problems: [{ code: 'document/members', fix: { code: 'repair/ids' } }],
    })
    expect(err).toContain('“catchment check --fix” can mend this.')
  })
})
