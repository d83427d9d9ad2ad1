import { parseIpv4, parseIpv6 } from './ip-address'

/** A: one IPv4 address. */
export function addressFault(value: string): string | null {
  if (parseIpv4(value)) return null
  if (parseIpv6(value))
    return 'This is an IPv6 address; write an IPv4 address, or make the policy’s type AAAA.'
  if (isList(value, parseIpv4)) return ONE_ADDRESS
  if (/^\d+(\.\d+){3}$/.test(value)) {
    return 'Each of the four parts of an IPv4 address is a number from 0 to 255 without leading zeros.'
  }
  return /[a-z]/i.test(value)
    ? 'Write an IPv4 address such as 192.0.2.1; for a name, make the policy’s type CNAME or use an alias endpoint type.'
    : 'Write an IPv4 address such as 192.0.2.1.'
}

/** AAAA: one IPv6 address. */
export function address6Fault(value: string): string | null {
  if (parseIpv6(value)) return null
  if (parseIpv4(value)) return 'This is an IPv4 address; write an IPv6 address, or make the policy’s type A.'
  return isList(value, parseIpv6) ? ONE_ADDRESS : 'Write an IPv6 address such as 2001:db8::1.'
}

const ONE_ADDRESS =
  'An endpoint holds one value; for several addresses in one answer, make an endpoint of each and join them with a multivalue answer rule.'

function isList(value: string, parse: (text: string) => readonly number[] | null): boolean {
  const parts = value.split(/[\s,;]+/).filter((part) => part !== '')
  return parts.length > 1 && parts.every((part) => parse(part) !== null)
}
