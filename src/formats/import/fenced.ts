/** A fence of a code block: three or more of one sign. */
const FENCE = /^[ \t]*(`{3,}|~{3,})/

/** The text of a fenced code block, as chats and Markdown files hold documents; of several the first that could be one. */
export function fencedIn(text: string): string | null {
  if (!text.includes('```') && !text.includes('~~~')) return null
  let open: { readonly fence: string; readonly lines: string[] } | null = null
  for (const line of text.split('\n')) {
    const fence = FENCE.exec(line)?.[1]
    if (!open) {
      if (fence !== undefined) open = { fence, lines: [] }
    } else if (fence !== undefined && fence.startsWith(open.fence) && line.trim() === fence) {
      const inside = open.lines.join('\n')
      if (/[{:=#]/.test(inside)) return inside
      open = null
    } else open.lines.push(line)
  }
  return null
}
