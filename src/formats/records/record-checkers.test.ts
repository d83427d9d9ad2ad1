import { createServer } from 'node:http'
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import { type ChangeBatch, ChangeResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53'
import { parse } from '@cdktn/hcl2json'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { policyFrom } from '../../policy/testing/policy-of'
import { type Scenario, scenarioOf } from '../../scenario/scenario'
import { exampleScenarios } from '../testing/examples.fixtures'
import { exportRecordBatch } from './record-batch'
import { exportRecordTemplate } from './record-cloudformation'
import { exportRecordTerraform } from './record-terraform'

const value = (text: string) => ({ Type: 'value', Value: text })

/** Every rule type and kind of place, an AWS resource of which the zone is not known, and awkward texts. */
const ODD: Scenario = {
  ...scenarioOf(
    policyFrom({
      RecordType: 'TXT',
      StartRule: 'Start',
      Endpoints: {
        a: value('"say ${who} %{if} \\"x\\"" "second"'),
        'b “<&>”': value('"plain"'),
        c: value('"c"'),
        d: value('"d"'),
        elb: { Type: 'application-load-balancer', Value: 'elsewhere.example.net' },
      },
      Rules: {
        Start: {
          RuleType: 'geo',
          Locations: [
            { RuleReference: 'start', Country: '*', HealthCheck: 'hc-${x}', EvaluateTargetHealth: true },
            { RuleReference: 'near', Continent: 'EU', EvaluateTargetHealth: false },
            { RuleReference: 'pair', Country: 'US', Subdivision: 'WA' },
            { RuleReference: 'fast', Country: 'FR' },
          ],
        },
        start: {
          RuleType: 'weighted',
          Items: [
            { EndpointReference: 'a', Weight: '0' },
            { EndpointReference: 'b “<&>”', Weight: '255', HealthCheck: 'hc' },
            { RuleReference: 'all', Weight: '1' },
          ],
        },
        all: {
          RuleType: 'multivalue',
          Items: [{ EndpointReference: 'c' }, { EndpointReference: 'd' }],
        },
        near: {
          RuleType: 'geoproximity',
          GeoproximityLocations: [
            {
              EndpointReference: 'c',
              Location: { Type: 'Region', LocationName: 'aws:route53:eu-west-1' },
              Bias: '-7',
            },
            {
              EndpointReference: 'd',
              Location: { Type: 'LocalZone', LocationName: 'aws:route53:us-west-2-lax-1b' },
            },
            {
              EndpointReference: 'a',
              Location: { Type: 'Coordinate', Latitude: '51.5', Longitude: '-0.16' },
            },
          ],
        },
        pair: {
          RuleType: 'failover',
          Primary: { EndpointReference: 'a' },
          Secondary: { EndpointReference: 'elb' },
        },
        fast: { RuleType: 'latency', Regions: [{ EndpointReference: 'a', Region: 'us-east-1' }] },
      },
    }),
    'Odd ${name} %{x}\nand a line',
  ),
  record: { name: '*.example.com', hostedZone: null, ttl: 300 },
}

const SCENARIOS: readonly Scenario[] = [ODD, ...exampleScenarios()]

const Batch = z.object({
  Changes: z.array(
    z.object({ Action: z.literal('UPSERT'), ResourceRecordSet: z.record(z.string(), z.unknown()) }),
  ),
})

function setsOf(scenario: Scenario): readonly Readonly<Record<string, unknown>>[] {
  const batch = Batch.parse(JSON.parse(exportRecordBatch(scenario)))
  return batch.Changes.map(({ ResourceRecordSet }) => ResourceRecordSet)
}

describe('the change batch, sent by the official SDK to a listener on loopback', () => {
  it('arrives member by member as it is in the file', async () => {
    const bodies: string[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.setEncoding('utf8')
      request.on('data', (chunk: string) => (body += chunk))
      request.on('end', () => {
        bodies.push(body)
        response.writeHead(200, { 'content-type': 'text/xml' })
        response.end(ANSWER)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const client = new Route53Client({
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
      maxAttempts: 1,
    })
    try {
      for (const scenario of SCENARIOS) {
        const file: unknown = JSON.parse(exportRecordBatch(scenario))
        // The file is what the SDK's type says as far as the SDK itself finds: that is what is tested.
        const ChangeBatch = file as ChangeBatch
        await client.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: 'Z0ZONE', ChangeBatch }))
        expect(leavesOfXml(bodies.at(-1) ?? '')).toEqual(leavesOfJson(file))
      }
    } finally {
      client.destroy()
      server.close()
    }
  })
})

const ANSWER = `<?xml version="1.0"?><ChangeResourceRecordSetsResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ChangeInfo><Id>/change/C1</Id><Status>PENDING</Status><SubmittedAt>2026-01-01T00:00:00Z</SubmittedAt></ChangeInfo></ChangeResourceRecordSetsResponse>`

/** Every member with its value, in order: `Name www.example.com.`. */
function leavesOfXml(xml: string): readonly string[] {
  return Array.from(
    xml.matchAll(/<(\w+)>([^<]*)<\/\1>/g),
    ([, name = '', text = '']) =>
      `${name} ${text.replace(/&(#x?[0-9A-Fa-f]+|\w+);/g, (_, entity: string) => entityOf(entity))}`,
  ).toSorted()
}

function entityOf(entity: string): string {
  if (entity.startsWith('#x')) return String.fromCodePoint(Number.parseInt(entity.slice(2), 16))
  if (entity.startsWith('#')) return String.fromCodePoint(Number(entity.slice(1)))
  return { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }[entity] ?? entity
}

function leavesOfJson(json: unknown, name = ''): readonly string[] {
  if (Array.isArray(json)) return json.flatMap((each: unknown) => leavesOfJson(each, name)).toSorted()
  if (typeof json !== 'object' || json === null) return [`${name} ${String(json)}`]
  return Object.entries(json)
    .flatMap(([key, member]: [string, unknown]) => leavesOfJson(member, key))
    .toSorted()
}

describe('the CloudFormation template, against AWS’s own specification of its resource types', () => {
  const spec = loadAwsServiceSpecSync()
  const Template = z.object({
    Parameters: z.record(z.string(), z.unknown()),
    Resources: z.object({
      Records: z.object({
        Type: z.string(),
        Properties: z.object({
          HostedZoneId: z.unknown(),
          RecordSets: z.array(z.record(z.string(), z.unknown())),
        }),
      }),
    }),
  })

  type Shape = Readonly<Record<string, { readonly type: unknown; readonly required?: boolean }>>
  const Reference = z.object({ type: z.literal('ref'), reference: z.object({ $ref: z.string() }) })

  /** Members that a type does not have, that it requires, or that are of another JSON type. */
  function faults(
    json: Readonly<Record<string, unknown>>,
    shape: Shape,
    types: ReadonlyMap<string, Shape>,
  ): readonly string[] {
    const missing = Object.entries(shape).filter(([key, { required }]) => required === true && !(key in json))
    return [
      ...missing.map(([key]) => `${key} is missing`),
      ...Object.entries(json).flatMap(([key, member]) => {
        const known = shape[key]
        if (!known) return [`${key} is not known`]
        const reference = Reference.safeParse(known.type)
        if (!reference.success) return scalarFaults(key, member, known.type)
        const below = types.get(reference.data.reference.$ref)
        return below
          ? faults(z.record(z.string(), z.unknown()).parse(member), below, types)
          : [`${key} has no type`]
      }),
    ]
  }

  function scalarFaults(key: string, member: unknown, type: unknown): readonly string[] {
    const { type: wanted } = z.object({ type: z.string() }).parse(type)
    const isRef = typeof member === 'object' && member !== null && ('Ref' in member || 'Fn::GetAtt' in member)
    const fits =
      wanted === 'array'
        ? Array.isArray(member)
        : wanted === 'integer'
          ? Number.isInteger(member)
          : wanted === 'boolean'
            ? typeof member === 'boolean'
            : typeof member === 'string' || isRef
    return fits ? [] : [`${key} is no ${wanted}`]
  }

  const [group] = spec.lookup('resource', 'cloudFormationType', 'equals', 'AWS::Route53::RecordSetGroup')
  const types = new Map(
    (group ? spec.follow('usesType', group) : []).map(
      ({ entity }) => [entity.$id, entity.properties] as const,
    ),
  )
  const recordSet = [...types.values()].find((shape) => 'SetIdentifier' in shape) ?? {}

  it.each(SCENARIOS.map((scenario) => [scenario.name.slice(0, 40), scenario] as const))(
    'has only what is known of “%s”, of the right types, and all that is required',
    (_, scenario) => {
      const { Parameters, Resources } = Template.parse(JSON.parse(exportRecordTemplate(scenario)))
      expect(Resources.Records.Type).toBe('AWS::Route53::RecordSetGroup')
      const { RecordSets, HostedZoneId } = Resources.Records.Properties
      expect(RecordSets.flatMap((set) => faults(set, recordSet, types))).toEqual([])
      expect(HostedZoneId).toEqual({ Ref: 'HostedZoneId' })
      const refs = Array.from(JSON.stringify(Resources).matchAll(/"Ref":"(\w+)"/g), ([, name]) => name)
      expect(new Set(refs)).toEqual(new Set(Object.keys(Parameters)))
    },
  )

  it('would find a fault', () => {
    expect(
      faults({ Type: 'A', Weight: 'x', Nmae: 1, GeoLocation: { Land: 'FR' } }, recordSet, types),
    ).toEqual(['Name is missing', 'Weight is no integer', 'Nmae is not known', 'Land is not known'])
  })
})

describe('the Terraform configuration, read by HashiCorp’s own parser', () => {
  const Block = z.record(z.string(), z.unknown())
  const Configuration = z.object({
    variable: z.record(z.string(), z.array(Block)),
    resource: z.object({
      aws_route53_record: z.record(z.string(), z.tuple([Block])),
      aws_route53_cidr_location: z.record(z.string(), z.tuple([Block])).optional(),
    }),
  })
  /** In the parser's output a template stays as it is written: its escapes are taken off here. */
  const unescaped = (text: string) => text.replaceAll('$${', '${').replaceAll('%%{', '%{')

  for (const scenario of SCENARIOS) {
    it(`says the same of “${scenario.name.slice(0, 40)}” as the change batch, record by record`, async () => {
      const { resource, variable } = Configuration.parse(
        await parse('main.tf', exportRecordTerraform(scenario)),
      )
      const records = Object.values(resource.aws_route53_record).map(([record]) => record)
      const locations = new Map(
        Object.entries(resource.aws_route53_cidr_location ?? {}).map(([name, [location]]) => [
          name,
          location['name'],
        ]),
      )
      // The parser gives resources by name.
      const said = records.map((record) => asSet(record, locations)).toSorted(bySet)
      const wanted = setsOf(scenario)
        .map((set) => withoutZone(set))
        .toSorted(bySet)
      expect(said).toEqual(wanted)
      expect(Object.keys(variable)).toContain('zone_id')
    })
  }

  it('makes every record after those that it is an alias of', async () => {
    const { resource } = Configuration.parse(await parse('main.tf', exportRecordTerraform(ODD)))
    const names = Object.entries(resource.aws_route53_record)
    const start = names.find(([name]) => name === 'root_near')?.[1][0]
    expect(z.array(z.string()).parse(start?.['depends_on']).toSorted()).toEqual(
      names.flatMap(([name]) => (name.startsWith('near_') ? [`\${aws_route53_record.${name}}`] : [])),
    )
  })

  type Said = Readonly<Record<string, unknown>>
  const bySet = (a: Said, b: Said) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

  /** The arguments of the provider (registry.terraform.io, aws_route53_record) as members of the API. */
  function asSet(record: Said, locations: ReadonlyMap<string, unknown>): Said {
    const texts = z.record(z.string(), z.unknown()).parse(JSON.parse(unescaped(JSON.stringify(record))))
    const blocks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      geolocation_routing_policy: {
        continent: 'ContinentCode',
        country: 'CountryCode',
        subdivision: 'SubdivisionCode',
      },
      geoproximity_routing_policy: {
        aws_region: 'AWSRegion',
        local_zone_group: 'LocalZoneGroup',
        bias: 'Bias',
        coordinates: 'Coordinates',
      },
    }
    const out: Record<string, unknown> = {
      Name: `${String(texts['name'])}.`,
      Type: texts['type'],
      SetIdentifier: texts['set_identifier'],
      HealthCheckId: texts['health_check_id'],
      TTL: texts['ttl'],
      MultiValueAnswer: texts['multivalue_answer_routing_policy'],
      Weight: first(texts['weighted_routing_policy'])?.['weight'],
      Failover: first(texts['failover_routing_policy'])?.['type'],
      Region: first(texts['latency_routing_policy'])?.['region'],
      CidrRoutingConfig: cidrOf(first(texts['cidr_routing_policy']), locations),
      GeoLocation: renamed(first(texts['geolocation_routing_policy']), blocks['geolocation_routing_policy']),
      GeoProximityLocation: renamed(
        first(texts['geoproximity_routing_policy']),
        blocks['geoproximity_routing_policy'],
      ),
      ResourceRecords: z
        .array(z.string())
        .optional()
        .parse(texts['records'])
        ?.map((text) => ({
          Value: texts['type'] === 'TXT' ? `"${text}"` : text,
        })),
      AliasTarget: aliasOf(first(texts['alias'])),
    }
    return Object.fromEntries(Object.entries(out).filter(([, member]) => member !== undefined))
  }

  /** Where a location has a resource of its own, its name stands there; so does the collection's id. */
  function cidrOf(block: Said | undefined, locations: ReadonlyMap<string, unknown>): Said | undefined {
    if (!block) return undefined
    const resource = /^\$\{aws_route53_cidr_location\.(\w+)\.name\}$/.exec(
      String(block['location_name']),
    )?.[1]
    return { LocationName: resource === undefined ? block['location_name'] : locations.get(resource) }
  }

  function first(block: unknown): Said | undefined {
    return z.array(Block).optional().parse(block)?.[0]
  }

  function renamed(block: Said | undefined, names: Readonly<Record<string, string>> = {}): Said | undefined {
    if (!block) return undefined
    return Object.fromEntries(
      Object.entries(block).map(([key, member]) => [
        names[key] ?? key,
        key === 'coordinates'
          ? renamed(first(member), { latitude: 'Latitude', longitude: 'Longitude' })
          : member,
      ]),
    )
  }

  function aliasOf(block: Said | undefined): Said | undefined {
    if (!block) return undefined
    return { DNSName: `${String(block['name'])}.`, EvaluateTargetHealth: block['evaluate_target_health'] }
  }

  function withoutZone(set: Said): Said {
    const alias = Block.optional().parse(set['AliasTarget'])
    const cidr = Block.optional().parse(set['CidrRoutingConfig'])
    return {
      ...set,
      ...(alias && {
        AliasTarget: { DNSName: alias['DNSName'], EvaluateTargetHealth: alias['EvaluateTargetHealth'] },
      }),
      ...(cidr && { CidrRoutingConfig: { LocationName: cidr['LocationName'] } }),
    }
  }
})
