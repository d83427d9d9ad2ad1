import { parseIpv4, parseIpv6 } from './ip-address'
import { rootOrNameFault } from './name-values'
import { LARGEST_16_BIT, numbersFault, readNumber } from './number-words'
import { readWords } from './words'

/** SVCB and HTTPS: `<priority> <target> [key=value …]` (RFC 9460 2.1). */
export function serviceBindingFault(value: string): string | null {
  const words = readWords(value)
  if (!words || words.length < 2) {
    return 'Write a priority, a target and, if needed, parameters: 1 . alpn="h2,h3".'
  }
  const [priority, target, ...rest] = words
  const parameters = rest.map(({ text }) => parameterOf(text))
  return (
    numbersFault([['priority', priority?.text, LARGEST_16_BIT]]) ??
    rootOrNameFault(target?.text ?? '') ??
    parametersFault(parameters)
  )
}

interface Parameter {
  readonly key: string
  /** Null for a key alone. */
  readonly value: string | null
}

function parameterOf(word: string): Parameter {
  const equals = word.indexOf('=')
  return equals < 0
    ? { key: word, value: null }
    : { key: word.slice(0, equals), value: word.slice(equals + 1) }
}

function parametersFault(parameters: readonly Parameter[]): string | null {
  const keys = parameters.map(({ key }) => key)
  const malformed = keys.find((key) => !/^[a-z0-9-]{1,63}$/.test(key))
  if (malformed !== undefined) {
    return `A parameter is a key in lower case and a value, such as port=8443, and “${malformed}” is no key.`
  }
  const repeated = keys.find((key, index) => keys.indexOf(key) !== index)
  if (repeated !== undefined) return `Each parameter stands once, and ${repeated} stands twice.`
  for (const { key, value } of parameters) {
    const fault = PARAMETER_FAULTS.get(key)?.(value ?? '', keys)
    if (fault != null) return fault
  }
  return null
}

type ParameterFault = (value: string, keys: readonly string[]) => string | null

/** Parameters whose values RFC 9460 7 and 8 define; others are taken as they are. */
const PARAMETER_FAULTS: ReadonlyMap<string, ParameterFault> = new Map<string, ParameterFault>([
  [
    'port',
    (value) => (readNumber(value, LARGEST_16_BIT) === null ? 'Its port must be an integer to 65535.' : null),
  ],
  [
    'ipv4hint',
    (value) =>
      value.split(',').every(parseIpv4)
        ? null
        : 'Its ipv4hint must be IPv4 addresses with commas: ipv4hint=192.0.2.1,192.0.2.2.',
  ],
  [
    'ipv6hint',
    (value) =>
      value.split(',').every(parseIpv6)
        ? null
        : 'Its ipv6hint must be IPv6 addresses with commas: ipv6hint=2001:db8::1,2001:db8::2.',
  ],
  [
    'alpn',
    (value) =>
      value.split(',').includes('') ? 'Its alpn must be protocols with commas: alpn="h2,h3".' : null,
  ],
  ['no-default-alpn', (value) => (value === '' ? null : 'Its no-default-alpn takes no value.')],
  [
    'mandatory',
    (value, keys) => {
      const missing = value.split(',').find((key) => key === 'mandatory' || !keys.includes(key))
      return missing === undefined
        ? null
        : `Its mandatory names “${missing}”, which is not among the parameters.`
    },
  ],
])
