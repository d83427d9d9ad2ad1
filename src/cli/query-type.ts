import { RECORD_TYPES, UNROUTABLE_TYPES } from '../model/dns/record-types'
import { type Attempt, done, fault } from './attempt'

// Types that no policy can have and a client may still ask for (IANA, DNS parameters).
const OTHERS =
  'AFSDB APL CDNSKEY CDS CSYNC DHCID DNAME DNSKEY EUI48 EUI64 HINFO KX LOC NSEC NSEC3 OPENPGPKEY RP RRSIG SMIMEA URI ZONEMD'

const KNOWN = new Set([...Object.keys(RECORD_TYPES), ...UNROUTABLE_TYPES, ...OTHERS.split(' ')])

/** The type that a query asks for, in capitals; null asks for the policy's own. `TYPE123` is RFC 3597's way. */
export function readQueryType(text: string | undefined): Attempt<string | null> {
  if (text === undefined) return done(null)
  const type = text.toUpperCase()
  if (KNOWN.has(type) || /^TYPE\d{1,5}$/.test(type)) return done(type)
  return fault(`--type: there is no record type “${text}”.`)
}
