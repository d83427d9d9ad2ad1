import type { IpPrefix } from '../model/dns/ip-prefix'
import type { Place } from '../model/query'

/** Who a query comes from, as far as Route 53 sees it: the client, or its resolver. */
export interface Asker {
  readonly place: Place
  /** Null where it is not known. */
  readonly address: IpPrefix | null
}
