import { address6Fault, addressFault } from './address-values'
import { certificateFault, fingerprintFault } from './digest-values'
import { mailFault, nameFault, serviceFault } from './name-values'
import { authorizationFault, pointerFault } from './quoted-values'
import { RECORD_TYPES, type RecordType } from './record-types'
import { serviceBindingFault } from './service-binding'
import { textFault } from './text-values'

/** Most characters of any value (route53.md 2.3). */
export const LONGEST_VALUE = 4000

/** What is wrong with a value of each type, whatever its length (route53.md 2.3). */
const FAULTS: Readonly<Record<RecordType, (value: string) => string | null>> = {
  A: addressFault,
  AAAA: address6Fault,
  CNAME: nameFault,
  MX: mailFault,
  TXT: textFault,
  SRV: serviceFault,
  CAA: authorizationFault,
  HTTPS: serviceBindingFault,
  SVCB: serviceBindingFault,
  NAPTR: pointerFault,
  PTR: nameFault,
  SPF: textFault,
  SSHFP: fingerprintFault,
  TLSA: certificateFault,
}

/** What is wrong with a value of the type and how to mend it, as a sentence; null when it is well formed. */
export function valueFault(type: RecordType, value: string): string | null {
  if (value.length > LONGEST_VALUE) {
    return `A value has ${LONGEST_VALUE} characters at most, and this one has ${value.length}; shorten it.`
  }
  if (value.trim() === '') return `Write a value such as ${RECORD_TYPES[type].example}.`
  if (value !== value.trim()) return 'Remove the white space around the value.'
  return FAULTS[type](value)
}
