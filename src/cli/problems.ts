import { nodeAt } from '../formats/json-node'
import { parseJson } from '../formats/parse-json'
import { positionAt } from '../formats/text-position'
import { type JsonPath, type Problem, type Severity, toPointer } from '../model/problem'

/** A problem of a file, with its place there. */
export interface FileProblem extends Problem {
  /** From the root of the file, not of the policy inside it. */
  readonly filePath: JsonPath
}

/** Problems as the JSON of the command line. */
export function problemsJson(problems: readonly FileProblem[]): { readonly problems: readonly unknown[] } {
  return {
    problems: problems.map(({ code, severity, message, filePath }) => ({
      code,
      severity,
      path: toPointer(filePath),
      message,
    })),
  }
}

/** Problems as lines that editors and terminals can jump from: `policy.json:12:7: error: … [code]`. */
export function problemLines(
  file: string,
  text: string,
  problems: readonly FileProblem[],
): readonly string[] {
  const document = parseJson(text)
  return problems.map(({ filePath, severity, message, code }) => {
    const place = document.ok ? placeOf(document.value.root, filePath, text) : ''
    return `${file}${place}: ${severity}: ${message} [${code}]`
  })
}

/** How many there are of each kind: `1 error, 2 warnings`. */
export function countText(problems: readonly Problem[]): string {
  const counts = (['error', 'warning', 'note'] as const).map((severity) => countOf(problems, severity))
  const said = counts.filter((text) => text !== '')
  return said.length === 0 ? 'No problems.' : `${said.join(', ')}.`
}

function countOf(problems: readonly Problem[], severity: Severity): string {
  const count = problems.filter((problem) => problem.severity === severity).length
  return count === 0 ? '' : `${count} ${severity}${count === 1 ? '' : 's'}`
}

// A path may lead to what is missing: then its nearest parent in the text is the place.
function placeOf(root: Parameters<typeof nodeAt>[0], path: JsonPath, text: string): string {
  if (path.length === 0) return ''
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(root, path.slice(0, length))
    if (!node) continue
    const { line, column } = positionAt(text, node.start)
    return `:${line}:${column}`
  }
  return ''
}
