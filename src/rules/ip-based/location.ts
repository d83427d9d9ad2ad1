import { type IpPrefix, networkOf, parseIpPrefix, prefixText, unmapped } from '../../model/dns/ip-prefix'
import { isPlaceholder, type Loose, readable } from '../../model/field'
import { numberedId } from '../../model/free-id'

/** What a branch of an IP-based rule says of its location, as read. */
export interface IpBasedKeys {
  /** The location's name in its CIDR collection, or `*` for the default. */
  readonly locationName: Loose<string>
  /** The location's blocks in CIDR notation; none for the default. */
  readonly blocks: Loose<readonly string[]>
}

/** The location of addresses that lie in no block of the rule (route53.md 3.7). */
export const DEFAULT_LOCATION = '*'

/** Lengths that a block may have, by family (route53.md 3.7). */
export const BLOCK_LENGTHS = { 4: { least: 1, most: 24 }, 6: { least: 1, most: 48 } } as const

const LOCATION_NAME = /^[0-9A-Za-z_-]{1,16}$/

export function isLocationName(name: string): boolean {
  return LOCATION_NAME.test(name)
}

export function isDefaultLocation({ locationName }: IpBasedKeys): boolean {
  return locationName === DEFAULT_LOCATION
}

/** The blocks of a branch that can be matched: whatever reads as one, without host bits. */
export function networksOf(keys: IpBasedKeys): readonly IpPrefix[] {
  if (isDefaultLocation(keys)) return []
  return (readable(keys.blocks) ?? []).flatMap((text) => {
    const block = parseIpPrefix(text)
    return block ? [networkOf(unmapped(block))] : []
  })
}

/** Of things with a block the first of each: a block belongs to one location only, and the first counts. */
export function firstOfEachBlock<T extends { readonly block: IpPrefix }>(placed: readonly T[]): readonly T[] {
  const seen = new Set<string>()
  return placed.filter(({ block }) => {
    const key = prefixText(block)
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

/** Whether a block still has to be filled in. */
export function hasPlaceholder({ blocks }: IpBasedKeys): boolean {
  return (readable(blocks) ?? []).some(isPlaceholder)
}

/** The blocks in a pasted or typed list: separated by spaces, commas, semicolons or lines, in quotes or not. */
export function blocksIn(text: string): readonly string[] {
  return text.split(/[\s,;"'[\]]+/).filter((block) => block !== '')
}

/** The first of `location-1`, `location-2`, … that no sibling has. */
export function freshName(siblings: readonly IpBasedKeys[]): string {
  const names = new Set(siblings.map(({ locationName }) => locationName))
  return numberedId(names, 'location')
}
