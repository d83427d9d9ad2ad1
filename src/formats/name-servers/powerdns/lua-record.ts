/** Strings of a record have 255 octets at most. */
const LONGEST_STRING = 220

/**
 * Lua code as the content of a LUA record. The server joins the strings with a blank, so the code is cut where
 * a blank stands; it must hold neither double quotes nor backslashes, nor a blank inside of a string.
 */
export function luaContent(code: readonly string[]): string {
  const strings: string[] = []
  for (const line of code) {
    let string = ''
    for (const word of line.split(' ')) {
      if (string.length + word.length >= LONGEST_STRING) {
        strings.push(string)
        string = ''
      }
      string += string === '' ? word : ` ${word}`
    }
    strings.push(string)
  }
  return `(${strings.map((string) => `"${string}"`).join('\n  ')})`
}

/** A text as an expression of Lua without blanks, quotes and backslashes that the zone file could take amiss. */
export function luaText(text: string): string {
  if (/^[A-Za-z0-9.:_-]*$/.test(text)) return `'${text}'`
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0'))
  // Cut like any other code where it is long.
  const pieces = bytes.join('').match(/.{1,160}/g) ?? []
  return pieces.map((piece) => `C.hex('${piece}')`).join(' .. ')
}
