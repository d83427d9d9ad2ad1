import { openLink } from '../link'

/** A link somewhere in a text; mail programs break it over lines and quote it with `>`. */
const LINK = /#(c[1-9]\d{0,3}\.[\w-]+)((?:=?\r?\n[> \t]*[\w-]+)*)/g
/** So many characters of links are tried, however the text divides them. */
const MOST_TRIED = 2_000_000

/**
 * The payload of the share link that stands in a text; of several the first that is whole. Null when there is
 * none. One that a line break cut is put together again as far as its own length says.
 */
export function linkInText(text: string): string | null {
  let first: string | null = null
  let tried = 0
  for (const [, start = '', rest = ''] of text.matchAll(LINK)) {
    first ??= start
    for (const payload of joined(start, rest)) {
      tried += payload.length
      if (tried > MOST_TRIED) return first
      if (openLink(payload).ok) return payload
    }
  }
  return first
}

/** Lines that a link may be broken over. */
const MOST_LINES = 200

/** The beginning alone, and with one more line each time. */
function* joined(start: string, rest: string): Generator<string> {
  yield start
  const lines = rest.split(/=?\r?\n[> \t]*/, MOST_LINES).slice(1)
  let payload = start
  for (const line of lines) {
    payload += line
    yield payload
  }
}
