/** A fence of a code block: three or more of one sign. */
const FENCE = /^[ \t]*(`{3,}|~{3,})/

/** The texts of the fenced code blocks that could be documents, as chats and Markdown files hold them. */
export function fencedIn(text: string): readonly string[] {
  if (!text.includes('```') && !text.includes('~~~')) return []
  const blocks: string[] = []
  let open: { readonly fence: string; readonly lines: string[] } | null = null
  for (const line of text.split('\n')) {
    const fence = FENCE.exec(line)?.[1]
    if (!open) {
      if (fence !== undefined) open = { fence, lines: [] }
    } else if (fence !== undefined && fence.startsWith(open.fence) && line.trim() === fence) {
      const inside = open.lines.join('\n')
      if (/[{:=#]/.test(inside)) blocks.push(inside)
      open = null
    } else open.lines.push(line)
  }
  return blocks
}
