/** Most octets of one label, and of a whole name with its length octets (RFC 1035 2.3.4). */
const LONGEST_LABEL = 63
const LONGEST_NAME = 255

/**
 * The labels of a name, root label left out. An escape such as `\052` or `\.` is one character, as in
 * Route 53's own notation (octal).
 */
export function labelsOf(name: string): readonly string[] {
  const labels: string[] = []
  let label = ''
  for (const [token] of name.matchAll(/\\[0-3][0-7]{2}|\\.|[\s\S]/gu)) {
    if (token === '.') {
      labels.push(label)
      label = ''
    } else label += token.length > 1 && token.startsWith('\\') ? unescaped(token) : token
  }
  return label === '' ? labels : [...labels, label]
}

function unescaped(escape: string): string {
  const code = escape.slice(1)
  return /^\d{3}$/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : code
}

/** What is wrong with a domain name and how to mend it, as a sentence; null when it is well formed. */
export function domainNameFault(name: string): string | null {
  if (name === '') return 'Write a domain name such as www.example.com.'
  if (/[\s\p{Cc}]/u.test(name)) {
    return 'A domain name has no spaces or line breaks; write one name such as www.example.com.'
  }
  if (name === '.') return 'This is the root; write a name below it such as www.example.com.'
  const labels = labelsOf(name)
  if (labels.includes('')) {
    return 'A domain name has no empty labels; remove the dot at its beginning or one of two dots in a row.'
  }
  const long = labels.find((label) => [...label].length > LONGEST_LABEL)
  if (long !== undefined) {
    return `A label has ${LONGEST_LABEL} characters at most, and “${long.slice(0, 12)}…” has ${[...long].length}; shorten it.`
  }
  const octets = labels.reduce((sum, label) => sum + [...label].length + 1, 1)
  return octets > LONGEST_NAME
    ? `A domain name has ${LONGEST_NAME} octets at most, and this one takes ${octets}; shorten it.`
    : null
}

/** As `domainNameFault`, for a name that a record stands at: `*` only as its whole leftmost label (route53.md 4.6). */
export function ownerNameFault(name: string): string | null {
  const fault = domainNameFault(name)
  if (fault !== null) return fault
  const [first, ...others] = name.split('.')
  const misplaced = (first !== '*' && first?.includes('*')) || others.some((label) => label.includes('*'))
  return misplaced ? 'A wildcard is the whole leftmost label, as in *.example.com.' : mistakenFault(name)
}

/** As `domainNameFault`, for a name that a value points to. */
export function targetNameFault(name: string): string | null {
  return domainNameFault(name) ?? mistakenFault(name)
}

/** Well formed as a name, yet surely meant as something else. */
function mistakenFault(name: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) return 'This is a URL; write the host name in it alone.'
  if (/:\d+$/.test(name)) return 'DNS names have no port; write the host name alone.'
  // No top-level domain is all digits (RFC 3696 2).
  return /^\d+(\.\d+){3}\.?$/.test(name) ? 'This is an IP address; write a domain name.' : null
}

/** A name to compare by: lower case, escapes resolved, without the trailing dot. */
export function canonicalName(name: string): string {
  return labelsOf(name).join('.').toLowerCase()
}

/** Whether two spellings mean one name: case and a trailing dot do not count (9.26). */
export function sameDomainName(a: string, b: string): boolean {
  return canonicalName(a) === canonicalName(b)
}

/** Whether `name` is `zone` itself or below it. */
export function isInZone(name: string, zone: string): boolean {
  const [below, apex] = [canonicalName(name), canonicalName(zone)]
  return below === apex || below.endsWith(`.${apex}`)
}

/** A name with its trailing dot; the root of all names stays one dot. */
export function absoluteName(name: string): string {
  return name.endsWith('.') ? name : `${name}.`
}
