import { targetNameFault } from './domain-name'
import { LARGEST_16_BIT, numbersFault } from './number-words'

/** CNAME and PTR: one domain name. */
export function nameFault(value: string): string | null {
  return targetNameFault(value)
}

/** MX: `<priority> <domain>`; the root as domain says that there is no mail (RFC 7505). */
export function mailFault(value: string): string | null {
  const words = value.split(/\s+/)
  if (words.length !== 2) return 'Write a priority and a domain name: 10 mail.example.com.'
  return numbersFault([['priority', words[0], LARGEST_16_BIT]]) ?? rootOrNameFault(words[1] ?? '')
}

/** SRV: `<priority> <weight> <port> <domain>`; the root as domain says that there is no service (RFC 2782). */
export function serviceFault(value: string): string | null {
  const words = value.split(/\s+/)
  if (words.length !== 4) {
    return 'Write priority, weight, port and a domain name: 10 5 443 app.example.com.'
  }
  return (
    numbersFault([
      ['priority', words[0], LARGEST_16_BIT],
      ['weight', words[1], LARGEST_16_BIT],
      ['port', words[2], LARGEST_16_BIT],
    ]) ?? rootOrNameFault(words[3] ?? '')
  )
}

/** As `targetNameFault`, where the root `.` has a meaning of its own. */
export function rootOrNameFault(name: string): string | null {
  return name === '.' ? null : targetNameFault(name)
}
