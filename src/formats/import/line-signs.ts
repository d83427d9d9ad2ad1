/** In UTF-16 units: what people paste of a reply or a plan, and a document three times as long as Route 53 takes. */
const LONGEST = 300_000

/**
 * A text without the signs that something else put before its lines: `>` of a reply, numbers, `+` of a diff or
 * of what `terraform plan` prints. Null when it has none.
 */
export function withoutLineSigns(text: string): string | null {
  if (text.length > LONGEST) return null
  const lines = text.split(/\r?\n/)
  const filled = lines.filter((line) => line.trim() !== '')
  // What somebody quotes, with their own words around it.
  if (filled.filter((line) => line.startsWith('>')).length > 1)
    return lines.map((line) => line.replace(/^>(?: ?>)* ?/, '')).join('\n')
  const counted = withoutNumbers(filled)
  if (counted) return counted.join('\n')
  if (/^(diff --git |--- |\+\+\+ |@@ )/m.test(text) && /^\+\s*\S/m.test(text)) return newSide(lines)
  return /^[ \t]*[+~] resource "/m.test(text) ? planned(lines) : null
}

/** The number of a line, perhaps behind the name of its file, as editors and “grep -n” write it. */
const NUMBERED = /^(?:[^\s:"'{}[\]]+[:-])?\s*(\d+)(?:[:|)-]|(?=\s|$)) ?/

/** Lines without the numbers that count them; null when nothing does. */
function withoutNumbers(lines: readonly string[]): readonly string[] | null {
  const numbers = lines.map((line) => Number(NUMBERED.exec(line)?.[1] ?? Number.NaN))
  const [first = 0] = numbers
  const counts = lines.length > 2 && numbers.every((number, index) => number === first + index)
  return counts ? lines.map((line) => line.replace(NUMBERED, '')) : null
}

/** What a diff ends with: lines that it adds, and those that stay. */
function newSide(lines: readonly string[]): string {
  return lines
    .filter((line) => !/^(diff --git |index |--- |\+\+\+ |@@ |-|\\ No newline)/.test(line))
    .map((line) => line.replace(/^[+ ]/, ''))
    .join('\n')
}

/** The resources of a plan as a configuration, with what will be where something changes. */
function planned(lines: readonly string[]): string {
  const kept: string[] = []
  let inside = false
  for (const line of lines) {
    if (/^\s*[+~] resource "/.test(line) || /^\s*-\/\+ resource "/.test(line)) inside = true
    if (!inside) continue
    if (!/^\s*- /.test(line)) {
      kept.push(
        line
          .replace(/^(\s*)(?:-\/\+|\+\/-|[+~])(?= )/, '$1 ')
          .replace(/^(\s*[\w"-]+\s+= ).* -> (.*)$/, '$1$2')
          .replaceAll('(known after apply)', 'known_after_apply'),
      )
    }
    // A block of the plan ends with a brace four spaces in.
    if (/^ {0,4}\}\s*$/.test(line)) inside = false
  }
  return kept.join('\n')
}
