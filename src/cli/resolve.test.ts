import { describe, expect, it } from 'vitest'
import { FILES } from './documents.fixtures'
import { jsonOf, memberOf, runCli } from './testing/run-cli'

const resolve = (file: keyof typeof FILES, ...words: readonly string[]) =>
  runCli(['resolve', file, ...words], FILES)
const resolveJson = async (file: keyof typeof FILES, ...words: readonly string[]) =>
  jsonOf(await resolve(file, ...words, '--json'))

describe('resolve --json', () => {
  it('gives records, exact distribution and steps, with the ids of the document', async () => {
    expect(await resolveJson('canary.json')).toEqual({
      outcome: 'answer',
      endpoints: ['old'],
      records: [{ name: 'example.com.', type: 'A', ttl: 60, rdata: '192.0.2.1' }],
      distribution: [
        { endpoint: 'old', probability: 0.8 },
        { endpoint: 'new', probability: 0.2 },
      ],
      nodata: 0,
      address: null,
      place: { coordinates: null, country: null, subdivision: null },
      steps: [
        {
          kind: 'rule',
          rule: 'weighted-1',
          type: 'weighted',
          lastResort: false,
          undefinedByAws: false,
          candidates: [
            {
              index: 0,
              label: 'Weight 80',
              endpoint: 'old',
              taken: true,
              healthy: true,
              probability: 0.8,
              reason: 'drawn-by-weight',
              weight: 80,
            },
            {
              index: 1,
              label: 'Weight 20',
              endpoint: 'new',
              taken: false,
              healthy: true,
              probability: 0.2,
              reason: 'drawn-by-weight',
              weight: 20,
            },
          ],
        },
        { kind: 'endpoint', endpoint: 'old', blackholed: false },
      ],
    })
  })

  it('draws by the seed, and the same seed draws the same', async () => {
    const drawn = (seed: number) => resolveJson('canary.json', '--seed', String(seed))
    const some = await Promise.all(Array.from({ length: 40 }, (_, seed) => drawn(seed)))
    const answers = some.map((answer) => JSON.stringify(memberOf(answer, 'endpoints')))
    expect(new Set(answers)).toEqual(new Set(['["old"]', '["new"]']))
    expect(await drawn(7)).toEqual(await drawn(7))
    expect(await drawn(1)).toEqual(await resolveJson('canary.json'))
    expect((await resolve('canary.json', '--seed=-5')).code).toBe(0)
  })

  it('answers an alias with its target, no rdata and a TTL of 60', async () => {
    expect(await resolveJson('sides.json')).toMatchObject({
      records: [{ name: 'example.com.', type: 'A', ttl: 60, rdata: null, alias: 'alb.example.com' }],
    })
  })

  it('answers several values once each', async () => {
    const answer = await resolveJson('many.json')
    expect(answer).toMatchObject({ nodata: 0, records: [{}, {}] })
  })

  it('takes place, world and type from the options', async () => {
    expect(await resolveJson('layers.json', '--at', '47.61,-122.33')).toMatchObject({ endpoints: ['wa'] })
    expect(await resolveJson('layers.json', '--country=US')).toMatchObject({ endpoints: ['usa'] })
    expect(await resolveJson('layers.json', '--subdivision', 'WA')).toMatchObject({ endpoints: ['wa'] })
    expect(await resolveJson('layers.json', '--at', '50.1,8.7')).toMatchObject({ endpoints: ['fra'] })
    expect(await resolveJson('layers.json', '--at=-33.9,151.2')).toMatchObject({
      outcome: 'nodata',
      endpoints: [],
      records: [],
      distribution: [],
      nodata: 1,
      steps: [
        { kind: 'rule', type: 'geo' },
        { kind: 'nodata', reason: 'no-matching-location' },
      ],
    })
    expect(await resolveJson('sides.json', '--down', 'alb')).toMatchObject({ endpoints: ['spare'] })
    expect(await resolveJson('canary.json', '--unhealthy', 'check-old')).toMatchObject({ endpoints: ['new'] })
    expect(await resolveJson('canary.json', '--down', 'old', '--healthy=check-old')).toMatchObject({
      distribution: [{ probability: 0.8 }, {}],
    })
    expect(await resolveJson('fast.json', '--latency', 'eu-west-1=1')).toMatchObject({
      endpoints: ['dublin'],
    })
    expect(await resolveJson('simple.json', '--type', 'aaaa')).toMatchObject({
      outcome: 'nodata',
      steps: [{ kind: 'nodata', reason: 'other-type' }],
    })
  })

  it('answers by the resolver’s place where it sends no client subnet', async () => {
    const far = ['--at', '-33.9,151.2', '--resolver-at', '50.1,8.7']
    expect(await resolveJson('layers.json', ...far, '--ecs', 'off')).toMatchObject({ endpoints: ['fra'] })
    expect(await resolveJson('layers.json', ...far)).toMatchObject({ outcome: 'nodata' })
    expect(await resolveJson('layers.json', '--country', 'US', '--ecs', 'off')).toMatchObject({
      endpoints: ['usa'],
    })
    expect(
      await resolveJson('layers.json', '--resolver-country', 'US', '--ecs=off', '--country', 'FR'),
    ).toMatchObject({ endpoints: ['usa'] })
  })

  it('answers a policy with problems, and says so where it leads nowhere', async () => {
    expect(await resolveJson('heavy.json')).toMatchObject({ endpoints: ['a'] })
    const nothing = await runCli(['resolve', '-', '--json'], { '-': '{}' })
    expect(nothing.code).toBe(0)
    expect(jsonOf(nothing)).toMatchObject({
      outcome: 'nodata',
      nodata: 1,
      steps: [{ kind: 'nodata', reason: 'no-start' }],
    })
  })
})

describe('resolve for people', () => {
  it('says the answer, the exact percentages and the way there', async () => {
    const { code, out, err } = await resolve('layers.json', '--at', '48.85,2.35')
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(
      /^Client: 48.85, 2.35 \(France\)\n\nAnswer\n {2}example\.com\. {2}60 {2}IN {2}A {2}192\.0\.2\.\d\n/,
    )
    expect(out).toContain('Probability\n  par-a  75 %\n  par-b  25 %\n')
    expect(out).toContain('1. rule geo-1 (Geolocation)')
    expect(out).toContain('→  Europe')
    expect(out).toMatch(/→ {2}48\.86, 2\.35 +rule weighted-3 +1\.1 km +Nearest after bias/)
    expect(out).toMatch(
      /eu-central-1 +endpoint fra +\d+ km × 0\.8 \(bias \+20\) = \d+ km +Farther after bias/,
    )
  })

  it('calls an estimated latency an estimate', async () => {
    const { out } = await resolve('fast.json', '--at', '53.3,-6.3')
    expect(out).toMatch(/→ {2}eu-west-1 +endpoint dublin +≈ \d+ ms, estimate +Lowest latency/)
    expect(out).toContain('Note: latencies are estimated as')
  })

  it('warns where traffic is lost and where AWS says nothing', async () => {
    expect((await resolve('simple.json', '--down', 'a')).out).toContain(
      'Warning: a is down and still answers',
    )
    expect((await resolve('fast.json')).out).toContain('Warning: AWS does not say what latency-1 answers')
  })

  it('says why there is no answer, and shows an alias as one', async () => {
    const { out } = await resolve('layers.json')
    expect(out).toContain('Client: not mapped to any place')
    expect(out).toContain('Answer\n  NOERROR with an empty answer (NODATA)')
    expect(out).toContain('no answer (NODATA)  100 %')
    expect((await resolve('sides.json')).out).toContain('60  IN  A  alias of alb.example.com')
  })
})

describe('resolve refuses', () => {
  it.each([
    [['--at', 'here'], '--at takes latitude and longitude'],
    [['--country', 'UK'], 'there is no country “UK”'],
    [['--ecs', 'maybe'], '--ecs is on or off'],
    [['--seed', '1.5'], '--seed is a whole number'],
    [['--seed='], '--seed is a whole number'],
    [['--type', 'AAA'], 'there is no record type “AAA”'],
    [['--down', 'nobody'], 'there is no endpoint “nobody”'],
    [['--resolver-country', '?'], '--resolver-country'],
    [['--nope'], 'There is no option --nope'],
    [['other.json'], 'There is more than one FILE'],
  ])('%j with a sentence and exit code 2', async (words, message) => {
    const { code, out, err } = await resolve('canary.json', ...words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(err).not.toContain('    at ')
  })

  it('files that cannot be opened, with line and column', async () => {
    const { code, out, err } = await resolve('cut.json', '--json')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('line 2')
    expect((await runCli(['resolve', 'none.json'])).err).toContain('there is no such file')
    expect((await runCli(['resolve'])).err).toContain('There is no FILE.')
  })
})
