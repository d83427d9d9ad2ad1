import type { Scenario } from '../../scenario/scenario'
import { type DrawnNode, drawingOf } from './drawing'

const SHAPES: Readonly<Record<DrawnNode['kind'], readonly [open: string, close: string]>> = {
  start: ['([', '])'],
  rule: ['[', ']'],
  endpoint: ['(', ')'],
  missing: ['{{', '}}'],
}

/** The policy as a Mermaid flowchart, as GitHub and others draw it in Markdown. */
export function exportMermaid(scenario: Pick<Scenario, 'policy' | 'record'>): string {
  const { nodes, edges } = drawingOf(scenario)
  const lines = [
    'flowchart LR',
    ...nodes.map(({ key, kind, title, detail }) => {
      const [open, close] = SHAPES[kind]
      return `  ${key}${open}"${escaped(title)}<br/>${escaped(detail)}"${close}`
    }),
    ...edges.map(
      ({ from, to, label }) => `  ${from} -->${label === '' ? '' : `|"${escaped(label)}"|`} ${to}`,
    ),
  ]
  return `${lines.join('\n')}\n`
}

/**
 * A label in quotes knows entities only, written with # for &. Whatever Mermaid or Markdown might take for its
 * own becomes one.
 */
function escaped(text: string): string {
  return Array.from(text.replaceAll(/\s+/g, ' '), (character) =>
    /[\p{L}\p{N} .,:/_+()°@-]/u.test(character)
      ? character
      : `#${(character.codePointAt(0) ?? 0).toString()};`,
  ).join('')
}
