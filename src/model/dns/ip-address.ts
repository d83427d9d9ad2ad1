/**
 * The four octets of an IPv4 address in dotted decimal, or null. Strict, as DNS presentation format is
 * (RFC 1035 5.1): four parts, no leading zeros, nothing around them.
 */
export function parseIpv4(text: string): readonly number[] | null {
  const parts = text.split('.')
  if (parts.length !== 4) return null
  return parts.every((part) => OCTET.test(part) && Number(part) <= 255) ? parts.map(Number) : null
}

/** The eight 16-bit groups of an IPv6 address in text form (RFC 4291 2.2), or null. No zone index. */
export function parseIpv6(text: string): readonly number[] | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [head, tail] = halves.map((half, index) => groupsOf(half, index === halves.length - 1))
  if (!head || tail === null) return null
  if (tail === undefined) return head.length === 8 ? head : null
  const zeros = 8 - head.length - tail.length
  // `::` stands for at least one group.
  return zeros < 1 ? null : [...head, ...Array.from({ length: zeros }, () => 0), ...tail]
}

const OCTET = /^(0|[1-9]\d{0,2})$/
const GROUP = /^[0-9a-f]{1,4}$/i

/** The groups of one side of `::`; only the last two groups of all may be written as an IPv4 address. */
function groupsOf(half: string, mayEndInIpv4: boolean): readonly number[] | null {
  if (half === '') return []
  const parts = half.split(':')
  const last = mayEndInIpv4 ? parseIpv4(parts.at(-1) ?? '') : null
  const groups = last ? parts.slice(0, -1) : parts
  if (!groups.every((part) => GROUP.test(part))) return null
  const read = groups.map((part) => Number.parseInt(part, 16))
  return last ? [...read, pair(last[0], last[1]), pair(last[2], last[3])] : read
}

function pair(high = 0, low = 0): number {
  return high * 256 + low
}
