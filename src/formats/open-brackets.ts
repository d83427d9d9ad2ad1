/** What stands open at the end of a text that nearly is JSON. */
export interface OpenBrackets {
  /** How many brackets nothing closes; at least one. */
  readonly count: number
  /** The keys on the way to the end, the last three of them. */
  readonly inside: readonly string[]
  /** The string that the text ends in, from its quote on; null when it ends outside strings. */
  readonly string: string | null
}

/** In UTF-16 units; a longer text is not looked through for a message. */
const LONGEST = 1_000_000

/** The brackets that are open at the end of a text; null when none is, or one is closed by another kind. */
export function openBrackets(text: string): OpenBrackets | null {
  if (text.length > LONGEST) return null
  const stack: { readonly close: string; key: string | null }[] = []
  let word = ''
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    const top = stack.at(-1)
    if (sign === '"') {
      const end = endOfString(text, at)
      if (end === null) return opened(stack, text.slice(at).trimEnd())
      word = text.slice(at + 1, end)
      at = end
    } else if (sign === '{' || sign === '[') stack.push({ close: sign === '{' ? '}' : ']', key: null })
    else if (sign === '}' || sign === ']') {
      if (stack.pop()?.close !== sign) return null
    } else if (sign === ':' && top) top.key = word
    else if (sign === ',' && top) top.key = null
  }
  return opened(stack, null)
}

function opened(
  stack: readonly { readonly key: string | null }[],
  string: string | null,
): OpenBrackets | null {
  const inside = stack.flatMap(({ key }) => key ?? []).slice(-3)
  return stack.length === 0 ? null : { count: stack.length, inside, string }
}

function endOfString(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '\\') at++
    else if (sign === '"') return at
  }
  return null
}
