import { type Json, type JsonObject, jsonObject } from '../../model/json'
import { DEFAULT_LOCATION } from '../../rules/ip-based/location'
import { branchTo, type Reference } from './octodns-pools'

/** The subnets of a pool in CIDR notation. */
export interface SubnetRule {
  readonly name: string
  readonly blocks: readonly string[]
  readonly reference: Reference
}

/** Most characters of a location's name (route53.md 3.7). */
const LONGEST_NAME = 16

/** An IP-based rule over subnets; `rest` is where all other clients go. */
export function subnetRule(subnets: readonly SubnetRule[], rest: Reference | null): JsonObject {
  const names = new Set<string>()
  const locations = subnets.map(({ name, blocks, reference }): Json => {
    const location = freeName(name, names)
    names.add(location)
    return jsonObject([['LocationName', location], ['CidrList', blocks], ...branchTo(reference)])
  })
  const others = rest ? [jsonObject([['LocationName', DEFAULT_LOCATION], ...branchTo(rest)])] : []
  return jsonObject([
    ['RuleType', 'cidr'],
    ['CidrLocations', [...locations, ...others]],
  ])
}

/** A name as Route 53 takes it, that no location has yet. */
function freeName(wish: string, taken: ReadonlySet<string>): string {
  const plain = wish.replaceAll(/[^0-9A-Za-z_-]/g, '-').slice(0, LONGEST_NAME) || 'location'
  if (!taken.has(plain)) return plain
  for (let number = 2; ; number++) {
    const name = `${plain.slice(0, LONGEST_NAME - 1 - String(number).length)}-${number}`
    if (!taken.has(name)) return name
  }
}
