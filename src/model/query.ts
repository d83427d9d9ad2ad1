import { type IpPrefix, networkOf, parseIpPrefix, unmapped } from './dns/ip-prefix'

/** A place a query can come from; null where it is not known. Coordinates in degrees. */
export interface Place {
  readonly coordinates: { readonly latitude: number; readonly longitude: number } | null
  /** ISO 3166-1 alpha-2 code, in Route 53's use of it. */
  readonly country: string | null
  /** US state code; only ever with country `US`. */
  readonly subdivision: string | null
}

/** The client that no database can place: geolocation answers it from its default only. */
export const UNMAPPED: Place = { coordinates: null, country: null, subdivision: null }

/** One DNS query. */
export interface Query {
  /** QTYPE; null asks for the policy's own record type. */
  readonly type: string | null
  readonly client: Place
  /** Where the recursive resolver stands; null when it stands beside the client. */
  readonly resolver: Place | null
  /** Whether the resolver sends EDNS Client Subnet (RFC 7871): then the client's place counts. */
  readonly clientSubnet: boolean
  /**
   * The client's IP address, `192.0.2.7`, or with the part of it that its resolver passes on, `192.0.2.0/20`;
   * left out where it is not known. Only IP-based rules go by it: places are given, not found by address.
   */
  readonly clientAddress?: string | undefined
  /** The resolver's IP address; left out where it is not known. */
  readonly resolverAddress?: string | undefined
}

/**
 * How many bits of a client's address a resolver passes on when the query does not say: the defaults of
 * Route 53's own test tool (route53.md 4.7). RFC 7871 11.1 advises 24 and 56; no block is longer than 24 and 48.
 */
export const SOURCE_PREFIX_LENGTH = { 4: 24, 6: 64 } as const

/** The place whose location decides (route53.md 4.7). */
export function decidingPlace(query: Query): Place {
  return query.clientSubnet ? query.client : (query.resolver ?? query.client)
}

/**
 * The address that decides (route53.md 4.7), as far as Route 53 sees it: the client's, shortened, when the resolver
 * sends EDNS Client Subnet, else the resolver's own. Null where it is not known.
 */
export function decidingAddress(query: Query): IpPrefix | null {
  const text = query.clientSubnet ? query.clientAddress : query.resolverAddress
  const given = parseIpPrefix(text ?? '')
  if (!given) return null
  const address = unmapped(given)
  const saysLength = text?.includes('/') === true
  if (!query.clientSubnet || saysLength) return networkOf(address)
  return networkOf({ ...address, length: SOURCE_PREFIX_LENGTH[address.family] })
}
