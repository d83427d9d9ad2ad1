import { describe, expect, it } from 'vitest'
import { TEN_REGIONS } from '../analysis/testing/world-demand'
import { toJsonText } from '../model/json-text'
import { encodePolicy } from '../policy/document'
import { geolocation, geoproximity, policyOf, type TestRule, to, weighted } from '../policy/testing/policy-of'
import { jsonOf, memberOf, type Ran, runCli } from './testing/run-cli'

const text = (start: TestRule) => toJsonText(encodePolicy(policyOf(start)), 2)
const near = geoproximity(
  ['us-east-1', 10, to('east')],
  ['eu-central-1', 0, to(weighted([1, to('a=b')], [1, to('canary')]))],
  ['ap-south-1', 0, to('asia')],
)

const FILES = {
  'near.json': text(geolocation(to('china', { Country: 'CN' }), to(near, { Country: '*' }))),
  'ten.json': text(geoproximity(...TEN_REGIONS.map((code) => [code, 0, to(code)] as const))),
  'visits.csv': 'US 50\nDE 30\nIN 20\n',
}

const RULE = ['--rule', 'geoproximity-2']
const tune = (file: keyof typeof FILES, ...words: readonly string[]) =>
  runCli(['tune', file, ...words], FILES)

function listIn(ran: Ran, key: string): readonly unknown[] {
  const list = memberOf(jsonOf(ran), key)
  if (!Array.isArray(list)) throw new Error(`There is no list of ${key}.`)
  return list.map((item: unknown) => item)
}

describe('tune --json', () => {
  it('gives ten endpoints their shares of the world with whole biases, to less than 0.6 points', async () => {
    const words = TEN_REGIONS.flatMap((code) => ['--target', `${code}=10`])
    const ran = await tune('ten.json', '--rule=geoproximity-1', ...words, '--json')
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(Number(memberOf(jsonOf(ran), 'maxError'))).toBeLessThan(0.6)
    const biases = listIn(ran, 'biases')
    expect(biases.map((each) => [memberOf(each, 'index'), memberOf(each, 'endpoint')])).toEqual(
      TEN_REGIONS.map((code, index) => [index, code]),
    )
    expect(biases.every((each) => Number.isInteger(memberOf(each, 'bias')))).toBe(true)
    const shares = listIn(ran, 'shares').map((each) => Number(memberOf(each, 'share')))
    for (const share of shares) expect(Math.abs(share - 0.1)).toBeLessThan(0.006)
  })

  it('lists every location with the endpoint or rule that it leads to, and takes targets below it', async () => {
    // An id may hold an equals sign: the last one counts.
    const ran = await tune('near.json', ...RULE, '--target', 'a=b=15', '--target', 'east=20..30', '--json')
    expect(jsonOf(ran)).toMatchObject({
      biases: [
        { index: 0, endpoint: 'east', before: 10 },
        { index: 1, rule: 'weighted-3', before: 0 },
        { index: 2, endpoint: 'asia', bias: 0 },
      ],
      targets: [
        { endpoint: 'a=b', least: 0.15, most: 0.15, reason: null },
        { endpoint: 'east', least: 0.2, most: 0.3, reason: null },
      ],
    })
    expect(Number(memberOf(jsonOf(ran), 'maxError'))).toBeLessThan(0.6)
  })

  it('says when a target cannot be met and how near it came', async () => {
    const ran = await tune('near.json', ...RULE, '--target', 'asia=95', '--json')
    expect(ran.code).toBe(0)
    expect(jsonOf(ran)).toMatchObject({ targets: [{ endpoint: 'asia', reason: 'out-of-reach' }] })
    expect(Number(memberOf(jsonOf(ran), 'maxError'))).toBeGreaterThan(15)
  })

  it('tunes for the world and the demand that are given', async () => {
    const ran = await tune('near.json', ...RULE, '--target', 'asia=20', '--demand', 'visits.csv', '--json')
    expect(jsonOf(ran)).toMatchObject({ demand: { columns: { country: 'column 1', weight: 'column 2' } } })
    expect(Number(memberOf(jsonOf(ran), 'maxError'))).toBeLessThan(0.6)
  })
})

describe('tune for people', () => {
  it('shows biases and shares before and after, and the largest error', async () => {
    const { out, err, code } = await tune('near.json', ...RULE, '--target', 'east=25 %')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Biases of geoproximity-2\n {2}us-east-1 +endpoint east +\+10 {2}→ [+−]?\d+$/m)
    expect(out).toMatch(/^ {2}eu-central-1 {2}rule weighted-3 +0$/m)
    expect(out).toMatch(/^ {2}east +\d+\.\d % {2}→ +2[45]\.\d %$/m)
    expect(out).toMatch(/^Largest error: (< )?0\.\d points$/m)
    expect(out).toContain('Demand: Internet users')
  })

  it('says in a sentence why a target is missed', async () => {
    const { out } = await tune('near.json', ...RULE, '--target', 'china=50')
    expect(out).toMatch(/^china gets 22\.\d % instead of 50\.0 %: this rule does not lead there/m)
    const far = await tune('near.json', ...RULE, '--target', 'asia=95..100')
    expect(far.out).toMatch(/^asia gets .* instead of 95\.0 % to 100\.0 %: this rule's biases can give it/m)
  })
})

describe('tune refuses', () => {
  it.each([
    [[...RULE], 'no --target'],
    [['--target', 'east=5'], 'no --rule'],
    [['--rule', 'nothing', '--target', 'east=5'], 'no rule “nothing”'],
    [['--rule', 'geo-1', '--target', 'east=5'], 'no geoproximity rule'],
    [[...RULE, '--target', 'west=5'], 'no endpoint “west”'],
    [[...RULE, '--target', 'east'], 'takes an endpoint and percent'],
    [[...RULE, '--target', 'east=101'], 'takes an endpoint and percent'],
    [[...RULE, '--target', 'east=30..20'], 'takes an endpoint and percent'],
    [[...RULE, '--target', 'east=5', '--target', 'east=6'], 'more than one target'],
    [[...RULE, '--target', 'east=5', '--down', 'west'], 'no endpoint “west”'],
    [[...RULE, '--target', 'east=5', '--demand', 'none.csv'], 'cannot be read'],
  ])('%j', async (words, message) => {
    const { code, err, out } = await tune('near.json', ...words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })

  it('a rule that the start does not lead to', async () => {
    const unused = JSON.stringify({
      AWSPolicyFormatVersion: '2023-05-09',
      RecordType: 'A',
      StartEndpoint: 'a',
      Endpoints: { a: { Type: 'value', Value: '192.0.2.1' } },
      Rules: { spare: { RuleType: 'geoproximity', GeoproximityLocations: [{ EndpointReference: 'a' }] } },
    })
    const ran = await runCli(['tune', 'x', '--rule', 'spare', '--target', 'a=5'], { x: unused })
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toContain('does not lead to “spare”')
  })
})
