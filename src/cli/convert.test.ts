import { describe, expect, it } from 'vitest'
import { encodeScenarioFile } from '../formats/scenario-file'
import { policyOf } from '../policy/testing/policy-of'
import { scenarioOf, withEndpointDown } from '../scenario/scenario'
import { FILES } from './documents.fixtures'
import { jsonOf, memberOf, problemsIn, runCli } from './testing/run-cli'

describe('convert', () => {
  it('gives an untouched document back byte for byte', async () => {
    const odd =
      '\ufeff{ "StartEndpoint":"a" ,"Endpoints":{"a":{"Value":"192.0.2.1","Type":"value"}} }\r\n\r\n'
    expect(await runCli(['convert', '-', '--to', 'aws'], { '-': odd })).toEqual({
      code: 0,
      out: odd,
      err: '',
    })
    const { err } = await runCli(['convert', '-', '--to', 'dot'], { '-': odd })
    expect(err).toContain('The policy has 2 errors; “catchment check” says more.')
  })

  it('writes a name server’s file for the zone that the name is registered in, where none is said', async () => {
    const scenario = scenarioOf(policyOf('a'))
    const named = (name: string, hostedZone: string | null = null) => ({
      '-': encodeScenarioFile({ ...scenario, record: { ...scenario.record, name, hostedZone } }),
    })
    const zone = async (to: string, files: Record<string, string>) => {
      const { out, err } = await runCli(['convert', '-', '--to', to], files)
      return [/\$ORIGIN (\S+)/.exec(out)?.[1], err.includes('loss/zone')]
    }
    for (const to of ['powerdns', 'gdnsd']) {
      expect(await zone(to, named('www.eu.example.co.uk'))).toEqual(['example.co.uk.', true])
      expect(await zone(to, named('www.eu.example.co.uk', 'eu.example.co.uk'))).toEqual([
        'eu.example.co.uk.',
        false,
      ])
      expect(await zone(to, named('app.internal.test'))).toEqual(['internal.test.', true])
    }
    expect((await runCli(['convert', '-', '--to', 'octodns'], named('www.eu.example.co.uk'))).out).toMatch(
      /^www\.eu:/m,
    )
  })

  it('says of a file that does not open whether it can be mended', async () => {
    const text = '{"awsPolicyFormatVersion":"2015-10-01","recordType":"A"}'
    const { code, err } = await runCli(['convert', '-', '--to', 'dot'], { '-': text })
    expect(code).toBe(2)
    expect(err).toContain('“catchment check --fix” can mend this.')
  })

  it('counts it as a loss when a name server could not load a value', async () => {
    const document = {
      RecordType: 'A',
      StartEndpoint: 'a',
      Endpoints: { a: { Type: 'value', Value: '${ip}' } },
    }
    for (const [value, code] of [
      ['${ip}', 'loss/placeholder'],
      ['nope', 'loss/value'],
    ] as const) {
      const text = JSON.stringify(document).replace('${ip}', value)
      for (const to of ['powerdns', 'gdnsd', 'octodns']) {
        const refused = await runCli(['convert', '-', '--to', to], { '-': text })
        expect(refused).toMatchObject({ code: 1, out: '' })
        expect(refused.err).toContain(`[${code}]`)
      }
    }
  })

  it('spaces it out or closes it up', async () => {
    const files = { '-': '{ "Endpoints": {"a": {"Type":"value"}} }' }
    expect((await runCli(['convert', '-', '--to=aws-pretty'], files)).out).toBe(
      '{\n  "Endpoints": {\n    "a": {\n      "Type": "value"\n    }\n  }\n}\n',
    )
    expect((await runCli(['convert', '--to=aws-min', '-'], files)).out).toBe(
      '{"Endpoints":{"a":{"Type":"value"}}}',
    )
  })

  it('makes a scenario, which converts back to the same bytes', async () => {
    const scenario = await runCli(['convert', 'canary.json', '--to', 'scenario'], FILES)
    expect(scenario).toMatchObject({ code: 0, err: '' })
    const back = await runCli(['convert', '-', '--to', 'aws'], { '-': scenario.out })
    expect(back).toEqual({ code: 0, out: FILES['canary.json'], err: '' })
  })

  it('refuses to lose what changes an answer, unless that is allowed', async () => {
    const down = { '-': encodeScenarioFile(withEndpointDown(scenarioOf(policyOf('a')), 'a', true)) }
    const refused = await runCli(['convert', '-', '--to', 'aws'], down)
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toContain('warning: A traffic policy document has no place for')
    const allowed = await runCli(['convert', '-', '--to', 'aws', '--allow-loss', '--json'], down)
    expect(allowed.code).toBe(0)
    expect(memberOf(jsonOf(allowed), 'text')).toContain('"StartEndpoint": "a"')
    expect(problemsIn(allowed)).toEqual(['warning loss/world '])
  })

  it.each([
    [['-'], 'There is no --to FORMAT.'],
    [['-', '--to', 'yaml'], 'There is no format “yaml”.'],
    [['--to', 'aws'], 'There is no FILE.'],
    [['none.json', '--to', 'aws'], 'there is no such file'],
    [['cut.json', '--to', 'aws'], 'line 2'],
  ])('%j exits with 2', async (words, message) => {
    const { code, out, err } = await runCli(['convert', ...words], FILES)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})
