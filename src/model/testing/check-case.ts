/** A document and everything that is to be said of it: the specification of a check as a table row. */
export interface CheckCase {
  /** A sentence. */
  readonly title: string
  /** The document as a literal. */
  readonly document: unknown
  /** Every problem, in order: its code and the JSON pointer of its place. */
  readonly problems: readonly Finding[]
  /** With a policy record, the scenario around the document is checked; without, the document alone. */
  readonly record?: {
    readonly name?: string
    readonly hostedZone?: string | null
    readonly ttl?: number
    readonly proposedZone?: string
  }
}

export type Finding = readonly [code: string, pointer: string]

type Members = Readonly<Record<string, unknown>>

/** What a document of the test may say besides its start rule, which has the id `r`. */
export interface DocumentParts {
  readonly endpoints?: Members
  readonly rules?: Members
  /** Keys of the document itself; `undefined` leaves one out. */
  readonly header?: Members
}

/** A sound document around a rule: every endpoint that is referred to and not given is a plain value. */
export function documentWith(
  rule: unknown,
  { endpoints = {}, rules = {}, header = {} }: DocumentParts = {},
): unknown {
  const all = { r: rule, ...rules }
  const ids = new Set(referencesIn(all))
  const values = new Map<string, unknown>()
  for (const id of ids) values.set(id, { Type: 'value', Value: `192.0.2.${values.size + 1}` })
  return without({
    AWSPolicyFormatVersion: '2023-05-09',
    RecordType: 'A',
    StartRule: 'r',
    Endpoints: without({ ...Object.fromEntries(values), ...endpoints }),
    Rules: all,
    ...header,
  })
}

/** A sound document of a single endpoint `e`. */
export function endpointDocument(endpoint: unknown, header: Members = {}): unknown {
  return without({
    AWSPolicyFormatVersion: '2015-10-01',
    RecordType: 'A',
    StartEndpoint: 'e',
    Endpoints: { e: endpoint },
    ...header,
  })
}

/** A UUID of a health check, ending in a number. */
export function checkId(number: number): string {
  return `11111111-1111-4111-8111-${String(number).padStart(12, '0')}`
}

/** A load balancer, an AWS resource whose health can be evaluated. */
export const BALANCER = {
  Type: 'application-load-balancer',
  Value: 'app-1234567890.us-east-1.elb.amazonaws.com',
}

function referencesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'EndpointReference' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  )
}

function without(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}
