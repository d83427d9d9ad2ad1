import { describe, expect, it } from 'vitest'
import { nameFits } from '../../model/dns/aws-names'
import { labelsOf } from '../../model/dns/domain-name'
import {
  cidr,
  documentOf,
  failover,
  geoproximity,
  latency,
  multivalue,
  policyFrom,
  policyOf,
  to,
  weighted,
} from '../../policy/testing/policy-of'
import { type PolicyRecord, type Scenario, scenarioOf } from '../../scenario/scenario'
import {
  hostedZoneOf,
  REGIONS_WITH_ZONES,
  websiteEndpointOf,
  websiteRegionOf,
  websiteZoneOf,
} from './hosted-zone-ids'
import { readBack } from './read-back'
import { exportRecordBatch } from './record-batch'
import { exportRecordTemplate } from './record-cloudformation'
import { batchLosses, recordLosses } from './record-losses'
import { exportRecordTerraform } from './record-terraform'
import { ruleNames } from './rule-names'
import { writeRecords } from './write-records'

function scenario(document: Parameters<typeof policyFrom>[0], record: Partial<PolicyRecord> = {}): Scenario {
  const plain = scenarioOf(policyFrom(document))
  return { ...plain, record: { ...plain.record, ...record } }
}

const said = (problems: ReturnType<typeof recordLosses>) =>
  problems.map(({ severity, code, message }) => `${severity} ${code}: ${message}`)

describe('the names of rules', () => {
  it('stand below the policy record’s, and differ when ids differ in case or punctuation only', () => {
    const names = ruleNames(
      ['start', 'Europe', 'europe', 'éurope', 'a b', 'a.b', '!!', ''],
      'start',
      'www.example.com.',
    )
    expect([...(names ?? [])].map(([id, name]) => `${id} ${name}`)).toEqual([
      'start www.example.com.',
      'Europe _europe.www.example.com.',
      'europe _europe-2.www.example.com.',
      'éurope _europe-3.www.example.com.',
      'a b _a-b.www.example.com.',
      'a.b _a-b-2.www.example.com.',
      '!! _rule.www.example.com.',
      ' _rule-2.www.example.com.',
    ])
  })

  it('never stand below an asterisk', () => {
    expect(ruleNames(['x'], null, '*.example.com.')?.get('x')).toBe('_x._wildcard.example.com.')
    expect(ruleNames(['x'], null, '\\052.example.com.')?.get('x')).toBe('_x._wildcard.example.com.')
  })

  it('are valid however long the ids and the policy record’s name are', () => {
    const long = 'long-'.repeat(40)
    const owner = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(30)}.example.`
    const names = [...(ruleNames([long, `${long}2`, 'x'], 'x', owner)?.values() ?? [])]
    expect(new Set(names).size).toBe(3)
    for (const name of names) {
      expect(Math.max(...labelsOf(name).map(({ length }) => length))).toBeLessThanOrEqual(63)
      expect(name.length + 1).toBeLessThanOrEqual(255)
    }
    expect(ruleNames(['y'], null, `${owner.slice(0, -1)}${'e'.repeat(15)}.`)).toBeNull()
  })
})

describe('hosted zones of AWS resources', () => {
  it.each([
    ['cloudfront', 'd111111abcdef8.cloudfront.net', 'Z2FDTNDATAQYW2'],
    ['application-load-balancer', 'web-123.us-east-1.elb.amazonaws.com', 'Z35SXDOTRQ7X7K'],
    ['elastic-load-balancer', 'dualstack.web-123.EU-WEST-1.elb.amazonaws.com.', 'Z32O12XQLNTSW2'],
    ['network-load-balancer', 'web-0123456789abcdef.elb.us-east-1.amazonaws.com', 'Z26RNL4JYFTOTI'],
    ['application-load-balancer', 'web-0123456789abcdef.elb.us-east-1.amazonaws.com', 'Z26RNL4JYFTOTI'],
    ['elastic-beanstalk', 'env.eba-x.us-west-2.elasticbeanstalk.com', 'Z38NKT9BP95V3O'],
    ['application-load-balancer', 'web-123.nowhere-1.elb.amazonaws.com', null],
    ['application-load-balancer', '${module.lb.dns_name}', null],
  ] as const)('of %s %s is %s', (type, name, zone) => {
    expect(hostedZoneOf(type, name)).toBe(zone)
  })

  it('of websites go by Region, which their endpoints say again', () => {
    for (const region of REGIONS_WITH_ZONES)
      expect(websiteRegionOf(`${websiteEndpointOf(region)}.`)).toBe(region)
    expect(websiteEndpointOf('us-east-1')).toBe('s3-website-us-east-1.amazonaws.com')
    expect(websiteEndpointOf('eu-central-1')).toBe('s3-website.eu-central-1.amazonaws.com')
    expect(websiteZoneOf('us-east-1')).toBe('Z3AQBSTGFYJSTF')
  })

  it('are well formed and of one service in one Region each', () => {
    const ids = REGIONS_WITH_ZONES.flatMap((region) => {
      const names = [`x-1.${region}.elb.amazonaws.com`, `x-1.elb.${region}.amazonaws.com`]
      return [
        ...names.map((name) => hostedZoneOf('network-load-balancer', name)),
        hostedZoneOf('elastic-beanstalk', `x.${region}.elasticbeanstalk.com`),
        websiteZoneOf(region),
      ].filter((id) => id !== null)
    })
    expect(ids.length).toBeGreaterThan(130)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^Z[A-Z0-9]{11,20}$/.test(id))).toEqual([])
    expect(nameFits('cloudfront', 'd111111abcdef8.cloudfront.net')).toBe(true)
  })
})

describe('writing record sets', () => {
  it('makes a shared rule one name, and says of every set what the branch says', () => {
    const shared = weighted([3, to('a', { HealthCheck: 'hc' })], [1, to('a')])
    const policy = policyOf(
      failover(to(shared, { EvaluateTargetHealth: true }), to(latency(['eu-west-1', to(shared)]))),
    )
    const { sets } = writeRecords(scenarioOf(policy))
    expect(sets.map(({ name, setIdentifier, healthCheck }) => [name, setIdentifier, healthCheck])).toEqual([
      ['_weighted-2.www.example.com.', 'a', 'hc'],
      ['_weighted-2.www.example.com.', 'a 2', null],
      ['_latency-3.www.example.com.', 'weighted-2', null],
      ['www.example.com.', 'weighted-2', null],
      ['www.example.com.', 'latency-3', null],
    ])
    expect(sets[0]?.answer).toEqual({ kind: 'values', ttl: 60, values: ['192.0.2.1'] })
    expect(sets[3]?.answer).toEqual({
      kind: 'alias',
      alias: { zone: { kind: 'own' }, name: '_weighted-2.www.example.com.', evaluateTargetHealth: true },
    })
  })

  it('makes one simple set of a policy that starts at an endpoint', () => {
    const { sets } = writeRecords(scenarioOf(policyOf('only')))
    expect(sets).toMatchObject([
      { name: 'www.example.com.', setIdentifier: null, routing: { kind: 'simple' } },
    ])
  })

  it('leaves out rules that only a branch without a set leads to', () => {
    const below = weighted([1, to('x')])
    const document = policyOf(multivalue(to('a'), to(below)))
    expect(writeRecords(scenarioOf(document)).sets.map(({ name }) => name)).toEqual(['www.example.com.'])
  })

  it('names what it cannot say, by branch, with whether answers change', () => {
    const lossy = scenario({
      RecordType: 'A',
      StartRule: 'r',
      Endpoints: {
        a: { Type: 'value', Value: '192.0.2.1' },
        s3: { Type: 's3-website', Region: 'eu-west-1', Value: 'other.example.com' },
        cdn: { Type: 'cloudfront', Value: 'd111111abcdef8.cloudfront.net' },
        lb: { Type: 'application-load-balancer', Value: 'lb.example.net' },
        unused: { Type: 'value', Value: '192.0.2.9' },
      },
      Rules: {
        r: {
          RuleType: 'weighted',
          Items: [
            { EndpointReference: 'a', Weight: '300' },
            { EndpointReference: 'gone', Weight: '1' },
            { EndpointReference: 's3', Weight: '1', EvaluateTargetHealth: false },
            { EndpointReference: 'cdn', Weight: '1', EvaluateTargetHealth: true },
            { EndpointReference: 'lb', Weight: '1' },
          ],
        },
      },
    })
    expect(said(batchLosses(lossy))).toEqual([
      'warning loss/records-rounded: Branch 1 of rule “r” says something else in a record set. The weight 300 becomes 255.',
      'note loss/records-branch: Branch 2 of rule “r” has no record set: there is no endpoint “gone”.',
      'warning loss/records-zone-id: Endpoint “lb”: the hosted zone id of “lb.example.net” is not known here, since its name shows no Region with a published id; it is left to fill in.',
      'warning loss/records-bucket: Endpoint “s3” names the bucket “other.example.com”, but Amazon S3 looks for one with the name that was asked for: “www.example.com”.',
      'note loss/records-cloudfront-health: Branch 4 of rule “r” evaluates the health of a CloudFront distribution, which Route 53 cannot; its record set says false.',
      'note loss/records-target-health: Rule “r” does not say on one branch whether target health counts; AWS documents no default, and the record sets say false, as Catchment reads it.',
      'note loss/records-unused: Nothing leads to “unused”, so there are no record sets for them.',
    ])
  })

  it.each([
    [{ RecordType: 'NS' }, {}, 'loss/records-type'],
    [{}, {}, 'loss/records-type'],
    [{ RecordType: 'A' }, {}, 'loss/records-no-start'],
    [
      {
        RecordType: 'CNAME',
        StartEndpoint: 'a',
        Endpoints: { a: { Type: 'value', Value: 'x.example.com' } },
      },
      { name: 'example.com', hostedZone: 'example.com' },
      'loss/records-apex',
    ],
  ])('of %j with %j is refused with a reason', (document, record, code) => {
    expect(recordLosses(scenario(document, record))).toMatchObject([{ severity: 'error', code }])
  })

  it('puts only those locations into a CIDR collection that have a record set', () => {
    const blocks = cidr(
      ['lost', ['10.1.0.0/24'], to('gone')],
      ['wide', ['10.0.0.0/8'], to('a')],
      ['*', [], to('b')],
    )
    const document = documentOf(blocks)
    const policy = policyFrom({
      ...document,
      Endpoints: { a: document.Endpoints['a'], b: document.Endpoints['b'] },
    })
    expect(writeRecords(scenarioOf(policy)).collections[0]?.locations).toEqual([
      { name: 'wide', blocks: ['10.0.0.0/8'] },
    ])
  })

  it('puts each block into a CIDR collection once, where the engine takes it', () => {
    const scenario = scenarioOf(
      policyOf(
        cidr(
          ['one', ['10.0.0.0/8', '10.9.0.0/8'], to('a')],
          ['two', ['10.0.0.0/8', '11.0.0.0/8'], to('b')],
          ['*', [], to('c')],
        ),
      ),
    )
    expect(writeRecords(scenario).collections[0]?.locations).toEqual([
      { name: 'one', blocks: ['10.0.0.0/8'] },
      { name: 'two', blocks: ['11.0.0.0/8'] },
    ])
    expect(said(recordLosses(scenario))).toContain(
      'note loss/records-repeated-block: Rule “cidr-1” has blocks more than once: “10.9.0.0/8”, “10.0.0.0/8”. A CIDR collection takes each once, so that only the first of each is written.',
    )
  })

  it('never mixes the locations of two rules in one CIDR collection, though both give it one name', () => {
    const hq = (block: string, name: object) => ({
      RuleType: 'cidr',
      ...name,
      CidrLocations: [
        { LocationName: 'hq', CidrList: [block], EndpointReference: 'a' },
        { LocationName: '*', EndpointReference: 'b' },
      ],
    })
    const { collections } = writeRecords(
      scenario({
        RecordType: 'A',
        StartRule: 'start',
        Rules: {
          start: {
            RuleType: 'weighted',
            Items: ['office', 'x', 'y'].map((RuleReference) => ({ Weight: 1, RuleReference })),
          },
          office: hq('10.0.0.0/24', {}),
          x: hq('10.1.0.0/24', { CidrCollection: 'office' }),
          y: hq('10.2.0.0/24', { CidrCollection: 'office' }),
        },
        Endpoints: { a: { Type: 'value', Value: '192.0.2.1' }, b: { Type: 'value', Value: '192.0.2.2' } },
      }),
    )
    expect(collections.map(({ key, locations }) => [key, locations[0]?.blocks[0]])).toEqual([
      ['office', '10.1.0.0/24'],
      ['office-2', '10.2.0.0/24'],
      ['office-3', '10.0.0.0/24'],
    ])
  })

  it.each([
    ['repeats', ['10.9.0.0/8'], 'every block of it is in a location before it'],
    ['is empty', [], 'it has no blocks'],
  ])('writes no location that %s, which would be refused and can never answer', (_, blocks, why) => {
    const scenario = scenarioOf(
      policyOf(
        cidr(
          ['one', ['10.0.0.0/8'], to('a', { HealthCheck: 'a' })],
          ['two', blocks, to('b')],
          ['*', [], to('c')],
        ),
      ),
    )
    const { collections, sets } = writeRecords(scenario)
    expect(collections[0]?.locations).toEqual([{ name: 'one', blocks: ['10.0.0.0/8'] }])
    expect(sets.map(({ setIdentifier }) => setIdentifier)).toEqual(['a', 'c'])
    expect(said(recordLosses(scenario))).toContain(
      `note loss/records-branch: Branch 2 of rule “cidr-1” has no record set: ${why}.`,
    )
  })

  it('has a placeholder of its own for every hosted zone that is not known', () => {
    const lb = (name: string) => ({ Type: 'network-load-balancer', Value: `${name}.example.net` })
    const text = exportRecordBatch(
      scenario({
        RecordType: 'A',
        StartRule: 'r',
        Endpoints: { 'a-b': lb('one'), a_b: lb('two') },
        Rules: {
          r: {
            RuleType: 'failover',
            Primary: { EndpointReference: 'a-b' },
            Secondary: { EndpointReference: 'a_b' },
          },
        },
      }),
    )
    expect(text.match(/\$\{\w+\}/g)).toEqual(['${HOSTED_ZONE_ID_OF_A_B}', '${HOSTED_ZONE_ID_OF_A_B_2}'])
  })

  it('counts the characters of a batch, and makes groups of CloudFormation that a request can hold', () => {
    const long = Array.from({ length: 5 }, (_, index): [string, unknown] => [
      `e${String(index)}`,
      { Type: 'value', Value: `"${'x'.repeat(3990)}"` },
    ])
    const Items = long.map(([id]) => ({ EndpointReference: id, Weight: 1 }))
    const texts = scenario({
      RecordType: 'TXT',
      StartRule: 'r',
      Endpoints: Object.fromEntries<unknown>(long),
      Rules: { r: { RuleType: 'weighted', Items } },
    })
    expect(said(batchLosses(texts)).join()).toContain('19960 characters of values')
    const item = { EndpointReference: 'e0', Weight: 1 }
    const many = scenario({
      RecordType: 'A',
      StartRule: 'r',
      Endpoints: { e0: { Type: 'value', Value: '192.0.2.1' } },
      Rules: { r: { RuleType: 'weighted', Items: Array.from({ length: 501 }, () => item) } },
    })
    const template: unknown = JSON.parse(exportRecordTemplate(many))
    expect(template).toMatchObject({ Resources: { Records: {}, Records2: { DependsOn: 'Records' } } })
    const back = readBack(exportRecordTemplate(many), many)
    expect(back.ok && back.value.policy.rules.values().next().value?.branches).toHaveLength(501)
  })

  it('counts the sets of a name, and the changes of a batch', () => {
    const many = weighted(...Array.from({ length: 101 }, (_, index) => [1, to(`e${index}`)] as const))
    const wide = weighted(
      ...Array.from(
        { length: 6 },
        (_, index) =>
          [1, to(weighted(...many.branches.slice(0, 99).map((branch) => [index, branch] as const)))] as const,
      ),
    )
    expect(said(recordLosses(scenarioOf(policyOf(many)))).join()).toContain(
      '101 record sets, but Route 53 takes 100',
    )
    expect(said(batchLosses(scenarioOf(policyOf(wide)))).join()).toContain(
      '600 changes, but Route 53 takes 500',
    )
  })
})

describe('record sets for Terraform', () => {
  it('say which version of the provider knows geoproximity, where there is any', () => {
    const headOf = (policy: Scenario['policy']) => exportRecordTerraform(scenarioOf(policy)).split('\n')[1]
    expect(headOf(policyOf(geoproximity(['eu-west-1', 5, to('a')], ['us-east-1', 0, to('b')])))).toBe(
      '# Geoproximity needs version 5.37 or later of the AWS provider.',
    )
    expect(headOf(policyOf(weighted([1, to('a')])))).toBe('')
  })
})
