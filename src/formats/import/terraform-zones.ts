import { isInZone } from '../../model/dns/domain-name'
import type { Json, JsonObject } from '../../model/json'
import { followed, hclToJson } from '../hcl/hcl-json'
import type { HclScope } from '../hcl/hcl-scope'
import { type HclBlock, type HclBody, hclAttribute } from '../hcl/hcl-tree'
import { instancesOf } from './terraform-instances'

const ZONE = 'aws_route53_zone'

/** Names of hosted zones, by the address of the resource or data source that is one. */
export type TerraformZones = ReadonlyMap<string, string>

/** The hosted zones of a configuration whose names are written out, made once each. */
export function zonesIn({ blocks }: HclBody, scope: HclScope): TerraformZones {
  return new Map(
    blocks.flatMap((block): readonly (readonly [string, string])[] => {
      const address = addressOf(block)
      const [instance, second] = address === null ? [] : instancesOf(block, scope)
      const named = instance && second === undefined ? hclAttribute(block.body, 'name') : undefined
      const name = instance && named ? hclToJson(followed(named, scope.values), instance.scope) : null
      return address === null || typeof name !== 'string' || name.includes('${')
        ? []
        : [[address, name.replace(/\.$/, '')]]
    }),
  )
}

function addressOf({ type, labels: [kind, label = ''] }: HclBlock): string | null {
  if (kind !== ZONE) return null
  if (type === 'resource') return `${ZONE}.${label}`
  return type === 'data' ? `data.${ZONE}.${label}` : null
}

const ZONE_ID = /^\$\{((?:data\.)?aws_route53_zone\.[\w-]+)(?:\[[^\]]*\])?\.(?:zone_id|id)\}$/

/** The zone that a record is in; undefined where the text does not say it. */
export function zoneOfRecord(record: JsonObject, zones: TerraformZones): string | undefined {
  const id = record.get('zone_id')
  return zones.get((typeof id === 'string' ? ZONE_ID.exec(id)?.[1] : undefined) ?? '')
}

/** The whole name of a record, which Terraform takes to be in its zone: `www` in `example.com`. */
export function nameInZone(name: Json, zone: string | undefined): Json {
  if (typeof name !== 'string' || zone === undefined || name.includes('${')) return name
  if (name === '') return zone
  return name.endsWith('.') || isInZone(name, zone) ? name : `${name}.${zone}`
}
