/** A text as plain words of Markdown, on one line; nothing in it counts as markup, in a table either. */
export function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#|~&!$]/g, '\\$&')
}

/** A text as code on one line. */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  if (line.trim() === '') return '–'
  // A fence longer than any run of backticks inside; a bar would end the cell of a table.
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${line.replaceAll('|', '\\|')}${pad}${fence}`
}

/** A table; the cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
