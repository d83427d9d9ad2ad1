import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowsAlias, allowsMultivalue, isRecordType, RECORD_TYPES, type RecordType } from './record-types'
import { LONGEST_VALUE, valueFault } from './value-fault'

const types = Object.keys(RECORD_TYPES).filter(isRecordType)
const hex = (digits: number) => 'a1'.repeat(digits / 2)

/** Values in order besides each type's example (route53.md 2.3). */
const SOUND: Readonly<Record<RecordType, readonly string[]>> = {
  A: ['0.0.0.0', '255.255.255.255'],
  AAAA: ['::', '::ffff:192.0.2.1'],
  CNAME: ['www.example.com.', '_service.example.com'],
  PTR: ['host.example.com.'],
  MX: ['0 .', '65535 mail.example.com.'],
  SRV: ['0 0 0 .', '65535 65535 65535 app.example.com'],
  TXT: ['"one" "two"', '""', '"say \\"hello\\" \\\\ \\303\\251"', `"${'x'.repeat(255)}"`],
  SPF: ['"v=spf1 include:example.com" " -all"'],
  CAA: ['255 issuewild ";"', '128 iodef "mailto:info@example.com"'],
  NAPTR: ['10 100 "U" "SIP+D2U" "!^.*$!sip:info@example.com!" .', '10 100 "" "" "" next.example.com'],
  SVCB: ['0 app.example.com.', '1 . port=8443 ipv4hint=192.0.2.1,192.0.2.2 mandatory=port'],
  HTTPS: [
    '1 . alpn="h2,h3" no-default-alpn ech=AEX+DQ==',
    '1 svc.example.com ipv6hint=2001:db8::1 key667=hello',
  ],
  TLSA: [`3 1 2 ${hex(128)}`, `3 1 1 ${hex(32)} ${hex(32)}`, '0 0 0 abcdef'],
  SSHFP: [`1 1 ${hex(40)}`, `4 2 ${hex(64)}`],
}

/** Values that are not, with a word of the sentence that mends them. */
const FAULTY: Readonly<Record<RecordType, readonly (readonly [value: string, says: RegExp])[]>> = {
  A: [
    ['nope', /CNAME or use an alias/],
    ['2001:db8::1', /AAAA/],
    ['192.0.2.256', /0 to 255/],
    ['192.0.2.1 192.0.2.2', /multivalue answer/],
    ['192.0.2.1,192.0.2.2', /multivalue answer/],
    ['12345', /such as 192/],
    [' 192.0.2.1', /white space/],
    ['', /Write a value/],
  ],
  AAAA: [
    ['192.0.2.1', /type A/],
    ['2001:db8::1\n2001:db8::2', /multivalue answer/],
    ['2001:db8::1::', /such as 2001/],
  ],
  CNAME: [
    ['192.0.2.1', /IP address/],
    ['two names.example.com', /spaces/],
  ],
  PTR: [['a..b', /empty labels/]],
  MX: [
    ['mail.example.com', /priority/],
    ['65536 mail.example.com', /0 to 65535/],
    ['10 192.0.2.1', /IP address/],
  ],
  SRV: [
    ['10 5 app.example.com', /priority, weight, port/],
    ['10 5 65536 app.example.com', /port must be/],
    ['10 5 443 app..example.com', /empty labels/],
  ],
  TXT: [
    ['hello', /double quotes/],
    ['"one" two', /double quotes/],
    ['"one""two"', /double quotes/],
    ['"open', /not closed/],
    [`"${'x'.repeat(256)}"`, /split it/],
    [`"${'x'.repeat(LONGEST_VALUE)}"`, /4000 characters/],
  ],
  SPF: [['v=spf1 -all', /double quotes/]],
  CAA: [
    ['0 issue', /flags, a tag/],
    ['0 issue ca.example.net', /double quotes/],
    ['0 is-sue "ca.example.net"', /letters and digits/],
    ['256 issue "ca.example.net"', /0 to 255/],
  ],
  NAPTR: [
    ['100 10 "S"', /order, preference/],
    ['100 10 S "SIP+D2U" "" _sip._udp.example.com', /double quotes/],
    ['70000 10 "S" "SIP+D2U" "" _sip._udp.example.com', /order must be/],
    ['100 10 "S" "SIP+D2U" "!a!b!" _sip._udp.example.com', /either a regexp/],
    ['100 10 "S" "SIP+D2U" "" .', /either a regexp/],
    ['100 10 "S" "SIP+D2U" "" a..b', /empty labels/],
  ],
  SVCB: [
    ['1', /priority, a target/],
    ['x .', /priority must be/],
    ['1 a..b', /empty labels/],
    ['1 . port=99999', /port/],
    ['1 . ipv6hint=192.0.2.1', /ipv6hint/],
    ['1 . mandatory=alpn', /mandatory names “alpn”/],
  ],
  HTTPS: [
    ['1 . ALPN=h2', /no key/],
    ['1 . alpn=h2 alpn=h3', /stands twice/],
    ['1 . alpn="h2,"', /alpn/],
    ['1 . ipv4hint=x', /ipv4hint/],
    ['1 . no-default-alpn=1', /no value/],
    ['1 . alpn="h2', /priority, a target/],
  ],
  TLSA: [
    ['3 1 1', /usage, selector/],
    ['3 1 256 aa', /matching type must be/],
    ['3 1 1 xyz', /hexadecimal/],
    ['3 1 1 aabb', /64 hexadecimal digits/],
  ],
  SSHFP: [
    ['4 2', /algorithm, type/],
    ['x 2 aa', /algorithm must be/],
    ['4 2 abc', /pairs/],
    ['4 1 aabb', /40 hexadecimal digits/],
  ],
}

describe.each(types)('a value of type %s', (type) => {
  it.each([RECORD_TYPES[type].example, ...SOUND[type]])('may be %s', (value) => {
    expect(valueFault(type, value)).toBeNull()
  })

  it.each(FAULTY[type])('is not %j', (value, says) => {
    expect(valueFault(type, value)).toMatch(says)
  })

  it('is judged by a sentence or nothing, whatever it is', () => {
    const nearly = fc
      .tuple(
        fc.constantFrom(RECORD_TYPES[type].example, ...SOUND[type]),
        fc.nat(60),
        fc.string({ maxLength: 3 }),
      )
      .map(([value, at, text]) => value.slice(0, at) + text + value.slice(at + 1))
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: 'binary' })), (value) => {
        expect(valueFault(type, value) ?? 'In order.').toMatch(/^[A-Z][\s\S]*\.$/)
      }),
      { seed: 20261123, numRuns: 500 },
    )
  })
})

describe('record types (route53.md 1.2)', () => {
  it('are A and AAAA for aliases', () => {
    expect(types.filter(allowsAlias)).toEqual(['A', 'AAAA'])
  })

  it('are all but CNAME for multivalue answers', () => {
    expect(types.filter((type) => !allowsMultivalue(type))).toEqual(['CNAME'])
  })

  it.each(['NS', 'SOA', 'DS', 'a', 'toString', 'constructor', 7, null])('are not %j', (text) => {
    expect(isRecordType(text)).toBe(false)
  })
})
