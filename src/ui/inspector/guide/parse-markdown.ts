/** A part of a line of text. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }

/** A block of a document. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] }

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/
const ITEM = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/
const FENCE = /^\s*(```|~~~)/
const TABLE_RULE = /^\s*\|?\s*:?-{3,}/

/**
 * Reads the part of Markdown that our guides are written in: headings, paragraphs, flat lists, tables, fenced
 * code, and in their text code, bold, emphasis and links. Anything else is text.
 */
export function parseMarkdown(source: string): readonly Block[] {
  const lines = source.replaceAll('\r\n', '\n').split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    const heading = HEADING.exec(line)
    const until = (stop: (line: string) => boolean) => {
      let end = at + 1
      while (end < lines.length && !stop(lines[end] ?? '')) end++
      return end
    }
    if (line.trim() === '') {
      at++
    } else if (heading) {
      blocks.push({
        kind: 'heading',
        level: heading[1]?.length ?? 1,
        text: parseInline(heading[2] ?? ''),
      })
      at++
    } else if (FENCE.test(line)) {
      const end = until((each) => FENCE.test(each))
      blocks.push({ kind: 'code', text: lines.slice(at + 1, end).join('\n') })
      at = end + 1
    } else if (line.trim().startsWith('|')) {
      const end = until((each) => !each.trim().startsWith('|'))
      blocks.push({ kind: 'table', rows: lines.slice(at, end).filter(isRow).map(parseRow) })
      at = end
    } else if (ITEM.test(line)) {
      const end = until((each) => each.trim() === '' || HEADING.test(each) || FENCE.test(each))
      blocks.push({
        kind: 'list',
        ordered: ITEM.exec(line)?.[1] !== undefined,
        items: itemsOf(lines.slice(at, end)).map(parseInline),
      })
      at = end
    } else {
      const end = until(
        (each) => each.trim() === '' || HEADING.test(each) || FENCE.test(each) || ITEM.test(each),
      )
      const text = lines.slice(at, end).map((each) => each.trim())
      blocks.push({ kind: 'paragraph', text: parseInline(text.join(' ')) })
      at = end
    }
  }
  return blocks
}

/** The text of each item; a line that begins none goes on with the one before. */
function itemsOf(lines: readonly string[]): readonly string[] {
  return lines.reduce<readonly string[]>((items, line) => {
    const text = ITEM.exec(line)?.[2]
    if (text !== undefined) return [...items, text]
    return [...items.slice(0, -1), `${items.at(-1) ?? ''} ${line.trim()}`]
  }, [])
}

function isRow(line: string): boolean {
  return !TABLE_RULE.test(line)
}

function parseRow(line: string): readonly (readonly Inline[])[] {
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|')
  return cells.map((cell) => parseInline(cell.trim()))
}

const INLINE = [
  { kind: 'code', pattern: /`([^`]+)`/ },
  { kind: 'strong', pattern: /\*\*(\S(?:[^*]*\S)?)\*\*/ },
  { kind: 'emphasis', pattern: /(?<![\w*])[*_](\S(?:[^*_]*\S)?)[*_](?![\w*])/ },
  // Only the web: a guide has no business with other schemes.
  { kind: 'link', pattern: /\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/ },
] as const

function parseInline(text: string): readonly Inline[] {
  const found = INLINE.flatMap(({ kind, pattern }) => {
    const match = pattern.exec(text)
    return match ? [{ kind, match }] : []
  })
  const first = found.toSorted((a, b) => a.match.index - b.match.index)[0]
  if (!first) return text === '' ? [] : [{ kind: 'text', text }]
  const { kind, match } = first
  const before = text.slice(0, match.index)
  const inner = match[1] ?? ''
  return [
    ...parseInline(before),
    kind === 'code'
      ? { kind, text: inner }
      : kind === 'link'
        ? { kind, href: match[2] ?? '', children: parseInline(inner) }
        : { kind, children: parseInline(inner) },
    ...parseInline(text.slice(match.index + match[0].length)),
  ]
}
