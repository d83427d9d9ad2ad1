import { rootOrNameFault } from './name-values'
import { LARGEST_16_BIT, LARGEST_OCTET, numbersFault } from './number-words'
import { readWords } from './words'

/** CAA: `<flags> <tag> "<value>"` (RFC 8659 4.1). */
export function authorizationFault(value: string): string | null {
  const words = readWords(value)
  if (words?.length !== 3) return 'Write flags, a tag and a quoted value: 0 issue "ca.example.net".'
  const [flags, tag, rest] = words
  if (!/^[A-Za-z0-9]+$/.test(tag?.text ?? '')) {
    return `Its tag has letters and digits only, such as issue, and this one is “${tag?.text ?? ''}”.`
  }
  if (!rest?.quoted) return 'Put the value after the tag in double quotes: 0 issue "ca.example.net".'
  return numbersFault([['flags', flags?.text, LARGEST_OCTET]])
}

/** NAPTR: `<order> <preference> "<flags>" "<service>" "<regexp>" <replacement>` (RFC 3403 4.1). */
export function pointerFault(value: string): string | null {
  const words = readWords(value)
  if (words?.length !== 6) {
    return 'Write order, preference, quoted flags, service and regexp, and a replacement: 100 10 "S" "SIP+D2U" "" _sip._udp.example.com.'
  }
  const [order, preference, flags, service, regexp, replacement] = words
  const numbers = numbersFault([
    ['order', order?.text, LARGEST_16_BIT],
    ['preference', preference?.text, LARGEST_16_BIT],
  ])
  if (numbers !== null) return numbers
  if (!flags?.quoted || !service?.quoted || !regexp?.quoted) {
    return 'Put flags, service and regexp in double quotes, empty ones too: "U" "SIP+D2U" "!^.*$!sip:info@example.com!" .'
  }
  const target = replacement?.text ?? ''
  if ((regexp.text === '') === (target === '.' || target === '')) {
    return 'Give either a regexp or a replacement, and "" or . for the other.'
  }
  return regexp.text === '' ? rootOrNameFault(target) : null
}
