import { Copy, Trash2 } from 'lucide-react'
import { useId } from 'react'
import type { Target } from '../../model/address'
import { type Orphans, orphansOf, removeNodes } from '../../policy/edits/remove-nodes'
import { useApp, useAppStore } from '../app-context'
import { countText, duplicate } from '../canvas/commands/restructure-commands'
import { Button } from '../kit/button'
import { Menu } from '../kit/menu'
import { useEdit } from '../use-edit'
import styles from './inspector.module.css'

/** Duplicating and deleting, with the choice of what becomes of nodes that nothing else leads to. */
export function NodeActions({ nodes }: { readonly nodes: readonly Target[] }) {
  const store = useAppStore()
  const policy = useApp(({ scenario }) => scenario.policy)
  const { change } = useEdit()
  const id = useId()
  const orphans = orphansOf(policy, nodes)

  function remove(choice: Orphans) {
    // The button goes with what it deletes; the focus stays in the panel.
    document.getElementById(id)?.closest('section')?.focus()
    change(`Delete ${countText(nodes)}`, (before) => removeNodes(before, nodes, choice))
    store.getState().select([])
  }

  const button = (
    <Button look="danger" {...(orphans.length === 0 ? { onClick: () => remove('keep') } : {})}>
      <Trash2 /> Delete
    </Button>
  )
  return (
    <span id={id} className={styles['actions']}>
      <Button onClick={() => duplicate(store, nodes)}>
        <Copy /> Duplicate
      </Button>
      {orphans.length === 0 ? (
        button
      ) : (
        <Menu
          align="end"
          trigger={button}
          items={[
            {
              key: 'keep',
              label: `Delete ${countText(nodes)}`,
              detail: `Keeps what only it leads to: ${named(orphans)}`,
              onSelect: () => remove('keep'),
            },
            {
              key: 'drop',
              label: `Delete ${countText(nodes)} and what only it leads to`,
              detail: `With it go ${named(orphans)}`,
              onSelect: () => remove('drop'),
            },
          ]}
        />
      )}
    </span>
  )
}

const MOST_NAMED = 6

function named(nodes: readonly Target[]): string {
  const ids = nodes.slice(0, MOST_NAMED).map(({ id }) => id)
  const more = nodes.length - ids.length
  return more > 0 ? `${ids.join(', ')} and ${more} more` : ids.join(', ')
}
