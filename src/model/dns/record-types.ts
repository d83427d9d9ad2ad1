/** A DNS type that a traffic policy may have (route53.md 1.2). */
export interface RecordTypeFacts {
  /** A value in presentation format, with documentation addresses. */
  readonly example: string
}

/** The types whose records can be routed (route53.md 1.2, 2.3). */
const ROUTABLE = {
  A: { example: '192.0.2.1' },
  AAAA: { example: '2001:db8::1' },
  CNAME: { example: 'www.example.com' },
  MX: { example: '10 mail.example.com' },
  TXT: { example: '"text"' },
  SRV: { example: '10 5 443 app.example.com' },
  CAA: { example: '0 issue "ca.example.net"' },
  HTTPS: { example: '1 . alpn="h2,h3"' },
  SVCB: { example: '1 app.example.com port=8443' },
  NAPTR: { example: '100 10 "S" "SIP+D2U" "" _sip._udp.example.com' },
  PTR: { example: 'host.example.com' },
  SPF: { example: '"v=spf1 -all"' },
  SSHFP: { example: '4 2 ' + '0123456789abcdef'.repeat(4) },
  TLSA: { example: '3 1 1 ' + '0123456789abcdef'.repeat(4) },
} as const satisfies Readonly<Record<string, RecordTypeFacts>>

export type RecordType = keyof typeof ROUTABLE

/** The types that a policy may have, the most usual first, as menus show them. */
export const RECORD_TYPES: Readonly<Record<RecordType, RecordTypeFacts>> = ROUTABLE

/** Types of the API whose records cannot be routed (route53.md 1.2). */
export const UNROUTABLE_TYPES: readonly string[] = ['NS', 'SOA', 'DS']

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
