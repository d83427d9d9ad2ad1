import { describe, expect, it } from 'vitest'
import type { Policy } from '../../../policy/policy'
import { cidr, policyFrom, policyOf, to } from '../../../policy/testing/policy-of'
import { scenarioOf } from '../../../scenario/scenario'
import { exportGdnsd } from './config'
import { gdnsdLosses } from './losses'

const scenarioWith = (policy: Policy) => ({
  ...scenarioOf(policy),
  record: { name: 'www.example.com', hostedZone: 'example.com', ttl: 60 },
})
const lossesOf = (policy: Policy) =>
  gdnsdLosses(scenarioWith(policy)).map(({ code, path }) => `${code} /${path.join('/')}`)

describe('the losses of gdnsd', () => {
  it('are one state for a value that stands in a set with several checks', () => {
    const item = (check: string) => ({ EndpointReference: check, HealthCheck: check })
    const policy = policyFrom({
      AWSPolicyFormatVersion: '2023-05-09',
      RecordType: 'A',
      StartRule: 'many',
      Endpoints: {
        one: { Type: 'value', Value: '192.0.2.1' },
        two: { Type: 'value', Value: '192.0.2.1' },
      },
      Rules: { many: { RuleType: 'multivalue', Items: [item('one'), item('two')] } },
    })
    expect(lossesOf(policy)).toEqual(['loss/health-checks /', 'loss/one-state /Rules/many'])
  })

  it('are blocks that hold the IPv4 addresses of others, at their branch; nothing is written for them', () => {
    const policy = policyOf(
      cidr(
        ['six-to-four', ['2002:c000::/24', '2001:db8::/32'], to('a')],
        ['wide', ['2000::/3'], to('b')],
        ['*', [], to('c')],
      ),
    )
    expect(lossesOf(policy)).toEqual([
      'loss/short-subnets /Rules/cidr-1',
      'loss/ipv4-in-ipv6 /Rules/cidr-1/CidrLocations/0',
    ])
    const text = exportGdnsd(scenarioWith(policy))
    expect(text).toContain('2001:db8::/32 => [ d0, d1, d2 ], 2000::/3 => [ d1, d2 ], 0.0.0.0/0 => [ d2 ]')
    expect(text).not.toMatch(/2002:\S* =>/)
  })
})
