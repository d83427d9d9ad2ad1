import type { Scenario } from '../../scenario/scenario'
import {
  type Arguments,
  aligned,
  block,
  comment,
  identifier,
  inner,
  quoted,
  variable,
} from '../hcl/write-hcl'
import type {
  AliasZone,
  RecordAnswer,
  RecordPlace,
  RecordSet,
  RecordSite,
  Routing,
  WrittenNumber,
} from './record-set'
import { unique } from './rule-names'
import { type CidrNames, cidrNames, collectionBlocks } from './terraform-cidr'
import { unknownZones } from './unknown-zones'
import { writeRecords } from './write-records'

/**
 * Terraform (HCL) with one `aws_route53_record` a record set. Terraform makes resources in any order, so an alias
 * says with `depends_on` that its target comes first.
 */
export function exportRecordTerraform(scenario: Pick<Scenario, 'name' | 'policy' | 'record'>): string {
  const { sets, collections } = writeRecords(scenario)
  const cidr = cidrNames(collections)
  const names = resourceNames(sets)
  const variables = zoneVariables(sets)

  function zoneId(zone: AliasZone): string {
    if (zone.kind === 'known') return quoted(zone.id)
    return zone.kind === 'own' ? 'var.zone_id' : `var.${variables.get(zone.endpoint) ?? 'zone_id'}`
  }

  function resource(set: RecordSet): string {
    const { answer } = set
    const below = answer.kind === 'alias' ? sets.filter(({ name }) => name === answer.alias.name) : []
    return block(`resource "aws_route53_record" ${quoted(names.get(set) ?? '')}`, [
      ...aligned([
        ['zone_id', 'var.zone_id'],
        ['name', quoted(set.name.replace(/\.$/, ''))],
        ['type', quoted(set.type)],
        ...(set.setIdentifier === null ? [] : [['set_identifier', quoted(set.setIdentifier)] as const]),
        ...(set.healthCheck === null ? [] : [['health_check_id', quoted(set.healthCheck)] as const]),
        ...(set.routing.kind === 'multivalue' ? [['multivalue_answer_routing_policy', 'true'] as const] : []),
        ...valueArguments(set),
      ]),
      ...routingBlock(set.routing, cidr),
      ...aliasBlock(set.answer, zoneId),
      ...(below.length === 0
        ? []
        : [
            '',
            'depends_on = [',
            ...below.map((each) => `  aws_route53_record.${names.get(each) ?? ''},`),
            ']',
          ]),
    ])
  }

  return [
    comment(`${scenario.name}, as plain record sets of ${scenario.record.name}.`) + needed(sets),
    variable('zone_id', 'Id of the public hosted zone that holds the records.'),
    ...[...variables].map(([endpoint, name]) =>
      variable(name, `Id of the hosted zone of the AWS resource behind endpoint ${endpoint}.`),
    ),
    ...collections.flatMap((collection) => collectionBlocks(collection, cidr)),
    ...sets.map(resource),
  ].join('\n')
}

/** What the records need of the provider; a file cannot ask for it itself, since a module may do so but once. */
function needed(sets: readonly RecordSet[]): string {
  const isNear = sets.some(({ routing }) => routing.kind === 'geoproximity')
  return isNear ? comment('Geoproximity needs version 5.37 or later of the AWS provider.') : ''
}

function valueArguments({ type, answer }: RecordSet): Arguments {
  if (answer.kind !== 'values') return []
  return [
    ['ttl', String(answer.ttl)],
    ['records', `[${answer.values.map((value) => quoted(providerValue(type, value))).join(', ')}]`],
  ]
}

/** The provider puts the outer quotation marks of a TXT value itself. */
function providerValue(type: string, value: string): string {
  return (type === 'TXT' || type === 'SPF') && /^".*"$/s.test(value) ? value.slice(1, -1) : value
}

function routingBlock(routing: Routing, cidr: CidrNames): readonly string[] {
  switch (routing.kind) {
    case 'simple':
    case 'multivalue':
      return []
    case 'weighted':
      return inner('weighted_routing_policy', aligned([['weight', String(routing.weight)]]))
    case 'failover':
      return inner('failover_routing_policy', aligned([['type', quoted(routing.role)]]))
    case 'latency':
      return inner('latency_routing_policy', aligned([['region', quoted(routing.region)]]))
    case 'geolocation':
      return inner('geolocation_routing_policy', aligned(placeArguments(routing.place)))
    case 'geoproximity':
      return inner('geoproximity_routing_policy', siteLines(routing.site, routing.bias))
    case 'cidr':
      return inner(
        'cidr_routing_policy',
        aligned([
          ['collection_id', cidr.collectionId(routing.collection)],
          ['location_name', cidr.locationName(routing.collection, routing.location)],
        ]),
      )
  }
}

function placeArguments(place: RecordPlace): Arguments {
  if ('continent' in place) return [['continent', quoted(place.continent)]]
  const { country, subdivision } = place
  return [
    ['country', quoted(country)],
    ...(subdivision === null ? [] : [['subdivision', quoted(subdivision)] as const]),
  ]
}

function siteLines(site: RecordSite, bias: WrittenNumber): readonly string[] {
  const biased = ['bias', String(bias)] as const
  switch (site.kind) {
    case 'region':
      return aligned([['aws_region', quoted(site.region)], biased])
    case 'localZoneGroup':
      return aligned([['local_zone_group', quoted(site.group)], biased])
    case 'coordinates':
      return [
        ...aligned([biased]),
        ...inner(
          'coordinates',
          aligned([
            ['latitude', quoted(site.latitude)],
            ['longitude', quoted(site.longitude)],
          ]),
        ),
      ]
  }
}

function aliasBlock(answer: RecordAnswer, zoneId: (zone: AliasZone) => string): readonly string[] {
  if (answer.kind !== 'alias') return []
  const { zone, name, evaluateTargetHealth } = answer.alias
  return inner(
    'alias',
    aligned([
      ['zone_id', zoneId(zone)],
      ['name', quoted(name.replace(/\.$/, ''))],
      ['evaluate_target_health', String(evaluateTargetHealth)],
    ]),
  )
}

/** A resource name for each set: its own label and what it leads to. */
function resourceNames(sets: readonly RecordSet[]): ReadonlyMap<RecordSet, string> {
  const taken = new Set<string>()
  const root = sets.at(-1)?.name
  return new Map(
    sets.map((set) => {
      const label = set.name === root ? 'root' : (set.name.split('.')[0] ?? '')
      return [set, unique(identifier(`${label}_${set.setIdentifier ?? ''}`), 120, taken, '_')]
    }),
  )
}

function zoneVariables(sets: readonly RecordSet[]): ReadonlyMap<string, string> {
  const taken = new Set(['zone_id'])
  return new Map(
    unknownZones(sets).map((endpoint) => [
      endpoint,
      unique(identifier(`zone_id_of_${endpoint}`), 120, taken, '_'),
    ]),
  )
}
