/** A word of a value in presentation format (RFC 1035 5.1). */
export interface Word {
  /** Its text with quotes and escapes resolved. */
  readonly text: string
  /** Whether the whole word is one quoted string. */
  readonly quoted: boolean
}

// A word is bare text, quoted strings, or both joined as in alpn="h2"; escapes are octal in Route 53.
const TOKEN = /"((?:[^"\\]|\\[\s\S])*)"|((?:[^\s"\\]|\\[\s\S])+)/gy
const ESCAPE = /\\([0-3][0-7]{2}|[\s\S])/g

/** The words of a value; null when a quoted string is not closed. */
export function readWords(value: string): readonly Word[] | null {
  const words: Word[] = []
  let at = 0
  while (at < value.length) {
    const space = /\s*/y
    space.lastIndex = at
    space.exec(value)
    at = space.lastIndex
    if (at >= value.length) break
    let text = ''
    let parts = 0
    let quoted = true
    while (at < value.length && !/\s/.test(value.charAt(at))) {
      TOKEN.lastIndex = at
      const match = TOKEN.exec(value)
      if (!match) return null
      text += unescape(match[1] ?? match[2] ?? '')
      quoted &&= match[1] !== undefined
      parts += 1
      at = TOKEN.lastIndex
    }
    words.push({ text, quoted: quoted && parts === 1 })
  }
  return words
}

function unescape(text: string): string {
  return text.replace(ESCAPE, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : code,
  )
}
