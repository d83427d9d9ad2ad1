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
}

/** The place whose location decides (route53.md 4.7). */
export function decidingPlace(query: Query): Place {
  return query.clientSubnet ? query.client : (query.resolver ?? query.client)
}
