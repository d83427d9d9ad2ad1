/**
 * A resource record set of Route 53, as its API has them: what `list-resource-record-sets` lists and
 * `change-resource-record-sets` takes (route53.md 11).
 */
export interface RecordSet {
  /** Owner name with its trailing dot, in Route 53's own notation (`\052` for an asterisk that is listed). */
  readonly name: string
  /** DNS type: `A`, `AAAA`, … */
  readonly type: string
  /** Tells the sets of one name and type apart; null for a simple one, of which there is one. */
  readonly setIdentifier: string | null
  readonly routing: Routing
  readonly answer: RecordAnswer
  readonly healthCheck: string | null
}

/** A number, or where a text computes it what stands there: `${var.weight}`. */
export type WrittenNumber = number | string

/** How Route 53 chooses among the sets of one name and type. */
export type Routing =
  | { readonly kind: 'simple' }
  /** 0…255. */
  | { readonly kind: 'weighted'; readonly weight: WrittenNumber }
  | { readonly kind: 'failover'; readonly role: 'PRIMARY' | 'SECONDARY' }
  | { readonly kind: 'geolocation'; readonly place: RecordPlace }
  | { readonly kind: 'latency'; readonly region: string }
  /** −99…99. */
  | { readonly kind: 'geoproximity'; readonly site: RecordSite; readonly bias: WrittenNumber }
  | { readonly kind: 'multivalue' }
  | { readonly kind: 'cidr'; readonly collection: string; readonly location: string }

/** A continent, a country or a US state by its code; the default is the country `*`. */
export type RecordPlace =
  | { readonly continent: string }
  | { readonly country: string; readonly subdivision: string | null }

/** Codes without a prefix; a Local Zone by its group. Coordinates in degrees as Route 53 spells them. */
export type RecordSite =
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'localZoneGroup'; readonly group: string }
  | { readonly kind: 'coordinates'; readonly latitude: string; readonly longitude: string }

/** What a set answers with: its values for a TTL in seconds, or whatever another name answers. */
export type RecordAnswer =
  | {
      readonly kind: 'values'
      readonly ttl: number
      /** What stands for the TTL where a text computes it; `ttl` is then only a guess. */
      readonly computedTtl?: string
      readonly values: readonly string[]
    }
  | { readonly kind: 'alias'; readonly alias: AliasTarget }

export interface AliasTarget {
  readonly zone: AliasZone
  /** With its trailing dot. */
  readonly name: string
  readonly evaluateTargetHealth: boolean
}

/** The hosted zone of an alias's target: the record's own, one with a known id, or one that has to be looked up. */
export type AliasZone =
  | { readonly kind: 'own' }
  | { readonly kind: 'known'; readonly id: string }
  /** `endpoint` is the id of the endpoint whose zone it is. */
  | { readonly kind: 'unknown'; readonly endpoint: string }

/** One text per owner name and type, the name compared as DNS does. */
export function ownerKey(canonicalName: string, type: string): string {
  return `${canonicalName} ${type}`
}
