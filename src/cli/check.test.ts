import { describe, expect, it } from 'vitest'
import { passing } from '../engine/testing/marked'
import { encodeScenarioFile } from '../formats/scenario-file'
import { geoproximity, policyOf } from '../policy/testing/policy-of'
import { scenarioOf } from '../scenario/scenario'
import { FILES } from './documents.fixtures'
import { jsonOf, problemsIn, runCli } from './testing/run-cli'

const check = (file: string, ...words: readonly string[]) => runCli(['check', file, ...words], FILES)

describe('check', () => {
  it('finds nothing wrong with a sound policy', async () => {
    expect(await check('simple.json')).toEqual({ code: 0, out: 'No problems.\n', err: '' })
    expect(jsonOf(await check('simple.json', '--json'))).toEqual({ problems: [] })
  })

  it('exits with 1 for errors, and points into the document (RFC 6901)', async () => {
    const json = await check('heavy.json', '--json')
    expect(json.code).toBe(1)
    expect(problemsIn(json)).toContain('error weighted/weight-range /Rules/w/Items/0/Weight')
    const text = await check('heavy.json')
    expect(text.out).toMatch(/^heavy\.json:1:\d+: error: .* \[weighted\/[a-z-]+\]$/m)
    expect(text.out).toMatch(/^1 error/m)
  })

  it('exits with 0 for warnings', async () => {
    const { code, out } = await check('sides.json')
    expect(out).toContain('sides.json:')
    expect(code).toBe(0)
  })

  it('exits with 2 for what cannot be opened, and with --json prints its problems still', async () => {
    for (const [file, place, problem] of [
      ['cut.json', 'line 2', 'error json/syntax '],
      ['circle.json', 'circle.json:6', 'error document/cycle /Rules/x'],
    ] as const) {
      const json = await check(file, '--json')
      expect(json.code).toBe(2)
      expect(problemsIn(json)).toEqual([problem])
      expect(json.err).toContain(place)
      expect(await check(file)).toMatchObject({ code: 2, out: '' })
    }
    const missing = await check('none.json', '--json')
    expect(missing.code).toBe(2)
    expect(problemsIn(missing)).toEqual(['error file/unreadable '])
  })

  it('checks the policy record of a scenario, and points into the scenario', async () => {
    const plain = scenarioOf(policyOf('a', { recordType: 'CNAME' }))
    const apex = { ...plain, record: { name: 'example.com', hostedZone: 'example.com', ttl: 60 } }
    const files = { '-': encodeScenarioFile(apex) }
    const json = await runCli(['check', '-', '--json'], files)
    expect(json.code).toBe(1)
    expect(problemsIn(json)).toEqual([
      'error record/cname-at-apex /record',
      'error endpoint/value-format /policy/Endpoints/a/Value',
    ])
    expect((await runCli(['check', '-'], files)).out).toMatch(/^-:\d+:\d+: error: /m)
  })

  it('says what is over its capacity after one failure, and what that is estimated from', async () => {
    const policy = policyOf(geoproximity(['us-east-1', 0, passing('a')], ['eu-central-1', 0, passing('b')]))
    const check = (amount: number, ...words: readonly string[]) => {
      const endpoints = new Map(['a', 'b'].map((id) => [id, { amount, in: 'percent' }] as const))
      const scenario = { ...scenarioOf(policy), capacities: { total: null, endpoints } }
      return runCli(['check', '-', ...words], { '-': encodeScenarioFile(scenario) })
    }
    expect((await check(100)).out).not.toContain('capacity/')
    const tight = await check(90)
    expect(tight.code).toBe(0)
    expect(tight.out).toContain('“a” would carry')
    expect(tight.out).toContain('Loads are an estimate from the demand of')
    expect(problemsIn(await check(1, '--json'))).toContain('warning capacity/overload /policy/Endpoints/a')
  })

  it('proposes the hosted zone from the public suffix list', async () => {
    const plain = scenarioOf(policyOf('a', { recordType: 'CNAME' }))
    const codesFor = async (name: string) => {
      const files = { '-': encodeScenarioFile({ ...plain, record: { ...plain.record, name } }) }
      return (await runCli(['check', '-', '--json'], files)).out
    }
    expect(await codesFor('example.co.uk.')).toContain('record/cname-at-proposed-apex')
    expect(await codesFor('www.example.co.uk')).not.toContain('apex')
  })

  it('points at the policy where a scenario keeps it as text', async () => {
    const policy = JSON.stringify(FILES['heavy.json'])
    const files = { '-': `{"catchment":1,"policy":${policy}}` }
    const json = await runCli(['check', '-', '--json'], files)
    expect(problemsIn(json)).toContain('error weighted/weight-range /policy')
  })

  it('refuses to be called otherwise', async () => {
    expect(await check('simple.json', '--mend')).toMatchObject({ code: 2, out: '' })
    expect((await runCli(['check'])).err).toContain('There is no FILE.')
  })
})
