import { address6Fault, addressFault } from './address-values'
import { certificateFault, fingerprintFault } from './digest-values'
import { mailFault, nameFault, serviceFault } from './name-values'
import { authorizationFault, pointerFault } from './quoted-values'
import { serviceBindingFault } from './service-binding'
import { textFault } from './text-values'

/** A DNS type that a traffic policy may have (route53.md 1.2). */
export interface RecordTypeFacts {
  /** A value in presentation format, with documentation addresses. */
  readonly example: string
  /** What is wrong with a value and how to mend it, as a sentence; null when it is well formed. */
  faultOf(value: string): string | null
}

/** The types whose records can be routed, with the format of a `value` endpoint (route53.md 1.2, 2.3). */
const ROUTABLE = {
  A: { example: '192.0.2.1', faultOf: addressFault },
  AAAA: { example: '2001:db8::1', faultOf: address6Fault },
  CNAME: { example: 'www.example.com', faultOf: nameFault },
  MX: { example: '10 mail.example.com', faultOf: mailFault },
  TXT: { example: '"text"', faultOf: textFault },
  SRV: { example: '10 5 443 app.example.com', faultOf: serviceFault },
  CAA: { example: '0 issue "ca.example.net"', faultOf: authorizationFault },
  HTTPS: { example: '1 . alpn="h2,h3"', faultOf: serviceBindingFault },
  SVCB: { example: '1 app.example.com port=8443', faultOf: serviceBindingFault },
  NAPTR: { example: '100 10 "S" "SIP+D2U" "" _sip._udp.example.com', faultOf: pointerFault },
  PTR: { example: 'host.example.com', faultOf: nameFault },
  SPF: { example: '"v=spf1 -all"', faultOf: textFault },
  SSHFP: { example: '4 2 ' + '0123456789abcdef'.repeat(4), faultOf: fingerprintFault },
  TLSA: { example: '3 1 1 ' + '0123456789abcdef'.repeat(4), faultOf: certificateFault },
} as const satisfies Readonly<Record<string, RecordTypeFacts>>

export type RecordType = keyof typeof ROUTABLE

/** The types that a policy may have, the most usual first, as menus show them. */
export const RECORD_TYPES: Readonly<Record<RecordType, RecordTypeFacts>> = ROUTABLE

/** Types of the API whose records cannot be routed (route53.md 1.2). */
export const UNROUTABLE_TYPES: readonly string[] = ['NS', 'SOA', 'DS']

/** Most characters of any value (route53.md 2.3). */
export const LONGEST_VALUE = 4000

export function isRecordType(text: unknown): text is RecordType {
  return typeof text === 'string' && Object.hasOwn(RECORD_TYPES, text)
}

/** Whether multivalue answer rules may have records of the type: a name has only one CNAME (route53.md 1.2). */
export function allowsMultivalue(type: RecordType): boolean {
  return type !== 'CNAME'
}

/** Whether records of the type can be aliases of AWS resources (route53.md 1.2). */
export function allowsAlias(type: RecordType): boolean {
  return type === 'A' || type === 'AAAA'
}

/** What is wrong with a value of the type and how to mend it, as a sentence; null when it is well formed. */
export function valueFault(type: RecordType, value: string): string | null {
  if (value.length > LONGEST_VALUE) {
    return `A value has ${LONGEST_VALUE} characters at most, and this one has ${value.length}; shorten it.`
  }
  const { example, faultOf } = RECORD_TYPES[type]
  if (value.trim() === '') return `Write a value such as ${example}.`
  if (value !== value.trim()) return 'Remove the white space around the value.'
  return faultOf(value)
}
