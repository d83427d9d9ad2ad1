import { aligned, block, identifier, quoted } from '../hcl/write-hcl'
import { type CidrCollection, locationKey } from './cidr-collections'
import { unique } from './rule-names'

/** How CIDR collections and their locations are referred to, as HCL. */
export interface CidrNames {
  /** Resource names of what has to be made, by collection key or `locationKey`. */
  readonly resources: ReadonlyMap<string, string>
  readonly collectionId: (key: string) => string
  /** A reference to the location's resource, so that it is made before the record. */
  readonly locationName: (key: string, location: string) => string
}

export function cidrNames(collections: readonly CidrCollection[]): CidrNames {
  const taken = new Set<string>()
  const name = (text: string) => unique(identifier(text), 120, taken, '_')
  const resources = new Map(
    collections
      .filter(({ exists }) => !exists)
      .flatMap(({ key, locations }) => [
        [key, name(key)] as const,
        ...locations.map((each) => [locationKey(key, each.name), name(`${key}_${each.name}`)] as const),
      ]),
  )
  const reference = (type: string, key: string, attribute: string, literal: string) => {
    const resource = resources.get(key)
    return resource === undefined ? quoted(literal) : `aws_route53_${type}.${resource}.${attribute}`
  }
  return {
    resources,
    collectionId: (key) => reference('cidr_collection', key, 'id', key),
    locationName: (key, location) => reference('cidr_location', locationKey(key, location), 'name', location),
  }
}

/** A collection with its locations; nothing for one that exists. */
export function collectionBlocks(
  { key, locations }: CidrCollection,
  { resources, collectionId }: CidrNames,
): readonly string[] {
  const resource = resources.get(key)
  if (resource === undefined) return []
  return [
    block(`resource "aws_route53_cidr_collection" ${quoted(resource)}`, aligned([['name', quoted(key)]])),
    ...locations.map(({ name, blocks }) =>
      block(
        `resource "aws_route53_cidr_location" ${quoted(resources.get(locationKey(key, name)) ?? '')}`,
        aligned([
          ['cidr_collection_id', collectionId(key)],
          ['name', quoted(name)],
          ['cidr_blocks', `[${blocks.map(quoted).join(', ')}]`],
        ]),
      ),
    ),
  ]
}
