import { createElement, type ReactNode } from 'react'
import styles from './guide.module.css'
import { type Block, type Inline, parseMarkdown } from './parse-markdown'

export interface MarkdownProps {
  readonly source: string
  /** The level of heading that the document's first level becomes where it is shown. */
  readonly level: number
}

/** A document as React elements: no text of it ever becomes HTML. */
export function Markdown({ source, level }: MarkdownProps) {
  // Blocks never move or change: their place is what they are.
  return parseMarkdown(source).map((block, index) => (
    <BlockView key={index.toString()} block={block} level={level} />
  ))
}

function BlockView({ block, level }: { readonly block: Block; readonly level: number }) {
  switch (block.kind) {
    case 'heading':
      return createElement(`h${Math.min(6, level + block.level - 1)}`, null, inline(block.text))
    case 'paragraph':
      return <p>{inline(block.text)}</p>
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'list': {
      const items = block.items.map((item, index) => <li key={index.toString()}>{inline(item)}</li>)
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'table':
      return <Table rows={block.rows} />
  }
}

function Table({ rows }: { readonly rows: Extract<Block, { kind: 'table' }>['rows'] }) {
  const [head = [], ...body] = rows
  return (
    <div className={styles['table']}>
      <table>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index.toString()}>{inline(cell)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            <tr key={index.toString()}>
              {row.map((cell, column) => (
                <td key={column.toString()}>{inline(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function inline(parts: readonly Inline[]): ReactNode {
  return parts.map((part, index) => <InlineView key={index.toString()} part={part} />)
}

function InlineView({ part }: { readonly part: Inline }): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'code':
      return <code>{part.text}</code>
    case 'strong':
      return <strong>{inline(part.children)}</strong>
    case 'emphasis':
      return <em>{inline(part.children)}</em>
    case 'link':
      return (
        <a href={part.href} target="_blank" rel="noreferrer">
          {inline(part.children)}
        </a>
      )
  }
}
