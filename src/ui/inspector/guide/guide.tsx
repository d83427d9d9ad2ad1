import { useState } from 'react'
import type { RuleType } from '../../../rules'
import { definitionOf } from '../../../rules'
import styles from './guide.module.css'
import { Markdown } from './markdown'

// Each rule type's folder may hold a guide; it is loaded when it is opened.
const GUIDES = import.meta.glob<string>('../../../rules/*/guide.md', { query: '?raw', import: 'default' })

/** How a type of rule decides, in the words of its guide. */
export function Guide({ type }: { readonly type: RuleType }) {
  const [text, setText] = useState<string | null>(null)
  const { summary, reference } = definitionOf({ type })

  function load(open: boolean) {
    if (!open || text !== null) return
    const guide = GUIDES[`../../../rules/${type}/guide.md`]
    // Its title stands at the head of the panel already.
    if (guide) void guide().then((whole) => setText(whole.replace(/^# .*\n/, '')))
    else setText(`[Route 53’s own page about it](${reference})`)
  }

  return (
    <details className={styles['guide']} onToggle={(event) => load(event.currentTarget.open)}>
      <summary>
        <span className={styles['brief']}>{summary}</span>{' '}
        <span className={styles['more']}>How this rule decides</span>
      </summary>
      <div className={styles['text']}>
        {text === null ? <p>Loading…</p> : <Markdown source={text} level={3} />}
      </div>
    </details>
  )
}
