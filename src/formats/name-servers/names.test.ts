import { describe, expect, it } from 'vitest'
import { failover, policyOf, to, weighted } from '../../policy/testing/policy-of'
import { scenarioOf } from '../../scenario/scenario'
import { exportGdnsd } from './gdnsd/config'
import { gdnsdLosses } from './gdnsd/losses'
import { octodnsLosses } from './octodns/record'
import { powerdnsLosses } from './powerdns/losses'
import { exportPowerdns } from './powerdns/zone'

const SCENARIO = scenarioOf(
  policyOf(
    failover(
      to(weighted([3, to('blue', { HealthCheck: 'hc-blue' })], [1, to('green')]), {
        EvaluateTargetHealth: true,
      }),
      to('last'),
    ),
  ),
)

/** The comments of a file, without the marks of what is to be taken out of it. */
const commentsOf = (text: string) =>
  text
    .split('\n')
    .flatMap((line) => /^\s*[;#](?:[\w-]+\|)?\s*(.*)$/.exec(line)?.[1] ?? /# (.*)$/.exec(line)?.[1] ?? [])

describe('files for other name servers', () => {
  it('name the rules, branches and endpoints behind the numbers of a zone for PowerDNS', () => {
    expect(commentsOf(exportPowerdns(SCENARIO)).join('\n')).toContain(
      [
        '[1] endpoint “blue”',
        '[2] endpoint “green”',
        '[3] endpoint “last”',
        '[4] rule “weighted-2” (Weighted)',
        'Weight 3 → [1] endpoint “blue”, health check [1]',
        'Weight 1 → [2] endpoint “green”',
        '[5] rule “failover-1” (Failover)',
        'Primary → [4] rule “weighted-2”',
        'Secondary → [3] endpoint “last”',
      ].join('\n'),
    )
  })

  it.each([
    ['A', 'www.example.org', 'example.com', 'not in the hosted zone'],
    ['CNAME', 'Example.com.', 'example.com', 'CNAME cannot stand'],
    ['A', 'www.example.com. 1 IN A 192.0.2.9\nx', null, 'no name for a zone file'],
    ['A', 'www.example.com', 'example .com', 'no name for a zone file'],
  ])('are not written of type %s at %s in %s', (recordType, name, hostedZone, why) => {
    const scenario = {
      ...scenarioOf(policyOf('a', { recordType })),
      record: { name, hostedZone, ttl: 60 },
    }
    for (const losses of [powerdnsLosses, gdnsdLosses, octodnsLosses]) {
      const errors = losses(scenario).filter(({ severity }) => severity === 'error')
      expect(errors.map(({ message }) => message).join()).toContain(why)
    }
  })

  it('tell commands that take the parts of gdnsd’s file out, whatever the zone is called', () => {
    const text = exportGdnsd({
      ...SCENARIO,
      record: { name: 'a.$(b).example', hostedZone: '$(b).example', ttl: 60 },
    })
    expect(commentsOf(text)).toContain(
      "sed -n 's/^#zone| //p' /etc/gdnsd/config > '/etc/gdnsd/zones/$(b).example'",
    )
    expect(text).toContain('#   mkdir -p /var/lib/gdnsd/extfile\n')
    const plain = exportGdnsd(scenarioOf(policyOf('a')))
    expect(plain).not.toContain('extfile')
  })

  it('say which branch each health check decides about', () => {
    expect(commentsOf(exportPowerdns(SCENARIO)).join('\n')).toContain(
      '[1] hc-blue\nrule “weighted-2”, Weight 3 → endpoint “blue”',
    )
    expect(exportGdnsd(SCENARIO)).toContain('192.0.2.1 => UP # health check hc-blue: endpoint “blue”')
  })

  it('name the rules and endpoints behind the resources of gdnsd', () => {
    const comments = commentsOf(exportGdnsd(SCENARIO))
    expect(comments).toContain('rule “failover-1” (Failover)')
    expect(comments).toContain('rule “weighted-2” (Weighted): m1 = endpoint “blue”; m2 = endpoint “green”')
    expect(comments).toContain('endpoint “last”')
  })
})
