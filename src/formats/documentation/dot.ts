import type { Scenario } from '../../scenario/scenario'
import { type DrawnNode, drawingOf } from './drawing'

const STYLES: Readonly<Record<DrawnNode['kind'], string>> = {
  start: 'shape=oval',
  rule: 'shape=box',
  endpoint: 'shape=box, style=rounded',
  missing: 'shape=box, style=dashed',
}

/** The policy in the DOT language of Graphviz. */
export function exportDot(scenario: Pick<Scenario, 'name' | 'policy' | 'record'>): string {
  const { nodes, edges } = drawingOf(scenario)
  const lines = [
    `digraph ${quoted(scenario.name)} {`,
    '  rankdir=LR',
    '  node [fontname="Helvetica"]',
    '  edge [fontname="Helvetica"]',
    ...nodes.map(
      ({ key, kind, title, detail }) => `  ${key} [label=${quoted(title, detail)}, ${STYLES[kind]}]`,
    ),
    ...edges.map(
      ({ from, to, label }) => `  ${from} -> ${to}${label === '' ? '' : ` [label=${quoted(label)}]`}`,
    ),
    '}',
  ]
  return `${lines.join('\n')}\n`
}

/** Lines as a quoted string: DOT's own escapes begin with a backslash, and labels know HTML's entities. */
function quoted(...lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .replaceAll('\\', '\\\\')
      .replaceAll('"', '\\"')
      .replaceAll('&', '&amp;'),
  )
  return `"${escaped.join('\\n')}"`
}
