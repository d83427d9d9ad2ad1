import { describe, expect, it } from 'vitest'
import { encodeScenarioFile } from '../formats/scenario-file'
import { failover, geolocation, multivalue, policyOf, to, weighted } from '../policy/testing/policy-of'
import { scenarioOf, withEndpointDown } from '../scenario/scenario'
import { jsonOf, memberOf, problemsIn, runCli } from './testing/run-cli'

const POOL = weighted([3, to('blue', { HealthCheck: 'hc-blue' })], [1, to('green')])
const NESTED = scenarioOf(
  policyOf(
    geolocation(
      to(POOL, { Continent: 'EU', EvaluateTargetHealth: true }),
      to(failover(to(POOL, { EvaluateTargetHealth: true }), to('spare')), {
        Country: '*',
        EvaluateTargetHealth: false,
      }),
    ),
  ),
)
const nested = { '-': encodeScenarioFile(NESTED) }

describe('convert --to records', () => {
  it.each(['records', 'records-cloudformation', 'records-terraform'])(
    'writes %s to standard output alone, and says on standard error that it is proved',
    async (format) => {
      const { code, out, err } = await runCli(['convert', '-', '--to', format], nested)
      expect(code).toBe(0)
      expect(out).not.toContain('Proved')
      expect(err).toMatch(/^Proved equal on \d+ classes of queries \(2\s×\s6\): /m)
      expect(err).toMatch(
        /^Compared: 2 classes of countries and US states, with every country and state in one of them; /m,
      )
    },
  )

  it('converts them back to a policy that answers alike, whose records are proved equal again', async () => {
    const { out } = await runCli(['convert', '-', '--to', 'records'], nested)
    const back = await runCli(['convert', '-', '--to', 'aws'], { '-': out })
    expect(back.code).toBe(0)
    const again = await runCli(['convert', '-', '--to', 'records', '--json'], { '-': back.out })
    expect([again.code, memberOf(jsonOf(again), 'equal')]).toEqual([0, true])
  })

  it('answers a query about records as about the policy', async () => {
    const { out } = await runCli(['convert', '-', '--to', 'records'], nested)
    const query = ['resolve', '-', '--country', 'US', '--unhealthy', 'hc-blue', '--json']
    const about = async (text: string) => memberOf(jsonOf(await runCli(query, { '-': text })), 'distribution')
    expect(await about(out)).toEqual([{ endpoint: 'green', probability: 1 }])
    expect(await about(nested['-'])).toEqual(await about(out))
  })

  it('says what cannot be said, and writes nothing', async () => {
    const records = multivalue(to('a'), to('cdn'))
    const policy = policyOf(records, { endpointTypes: { cdn: 'cloudfront' } })
    const files = { '-': encodeScenarioFile(scenarioOf(policy)) }
    const refused = await runCli(['convert', '-', '--to', 'records'], files)
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toContain(
      'warning: Branch 2 of rule “multivalue-1” has no record set: Route 53 has no multivalue alias records.',
    )
    const allowed = await runCli(['convert', '-', '--to', 'records', '--allow-loss', '--json'], files)
    expect([allowed.code, memberOf(jsonOf(allowed), 'equal')]).toEqual([0, false])
    expect(problemsIn(allowed)).toContain('warning loss/records-branch /Rules/multivalue-1/Items/1')
    expect(allowed.err).toContain(
      'warning: Not equal: a client in no known country, with nothing broken, gets 100 % 192.0.2.1',
    )
  })

  it('names a health state that is lost', async () => {
    const down = { '-': encodeScenarioFile(withEndpointDown(NESTED, 'blue', true)) }
    const { code, err } = await runCli(['convert', '-', '--to', 'records-terraform'], down)
    expect(code).toBe(1)
    expect(err).toContain('[loss/world]')
  })
})

describe('convert of record sets', () => {
  it('lists what was left out on standard error, and the losses count', async () => {
    const set = (id: string, more: object) => ({
      Name: 'www.example.com.',
      Type: 'A',
      SetIdentifier: id,
      Weight: 1,
      ...more,
    })
    const values = (ttl: number) => ({ TTL: ttl, ResourceRecords: [{ Value: '192.0.2.1' }] })
    const mx = {
      Name: 'example.com.',
      Type: 'MX',
      TTL: 60,
      ResourceRecords: [{ Value: '10 mail.example.com.' }],
    }
    const list = (...ResourceRecordSets: readonly object[]) => ({
      '-': JSON.stringify({ ResourceRecordSets }),
    })
    const fine = await runCli(['convert', '-', '--to', 'aws-min'], list(mx, set('a', values(60))))
    expect([fine.code, fine.err]).toEqual([
      0,
      expect.stringContaining(
        'note: One record left out (nothing is routed there): “example.com MX”. [records/left-out]',
      ),
    ])
    expect(fine.out).toContain('"RuleType":"weighted"')
    const alias = {
      AliasTarget: { HostedZoneId: 'Z', DNSName: 'x.awsglobalaccelerator.com.', EvaluateTargetHealth: false },
    }
    const lossy = await runCli(['convert', '-', '--to', 'aws'], list(set('a', values(60)), set('b', alias)))
    expect([lossy.code, lossy.out]).toEqual([1, ''])
  })
})
