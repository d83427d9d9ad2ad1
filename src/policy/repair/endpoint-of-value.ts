import { typesOfName } from '../../model/dns/aws-names'
import { parseIpv4, parseIpv6 } from '../../model/dns/ip-address'
import type { EndpointType } from '../../model/endpoint'
import type { JsonObject } from '../../model/json'

/** Record types whose answers may be aliases of AWS resources (route53.md 2). */
const ALIASED = ['A', 'AAAA']

/**
 * The type of an endpoint of which only the value is known: that of the AWS resource whose name it is, else `value`.
 * Classic and application load balancers have names of one shape; there it is the type that takes both.
 */
export function typeOfPlainValue(value: string, document: JsonObject): EndpointType {
  const recordType = document.get('RecordType')
  const aliased = typeof recordType !== 'string' || ALIASED.includes(recordType.trim().toUpperCase())
  const named = aliased ? typesOfName(value) : []
  if (named.includes('elastic-load-balancer')) return 'elastic-load-balancer'
  return named[0] ?? 'value'
}

const HOST_NAME = /^(?:[a-z0-9_-]+\.)+[a-z]{2,}\.?$/i

/** Whether a text is the value of an endpoint, an address or the name of a host, and no id. */
export function isPlainValue(text: string, document: JsonObject): boolean {
  if (parseIpv4(text) || parseIpv6(text) || typesOfName(text).length > 0) return true
  return document.get('RecordType') === 'CNAME' && HOST_NAME.test(text)
}
