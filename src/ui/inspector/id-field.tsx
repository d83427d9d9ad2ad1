import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react'
import type { Target } from '../../model/address'
import { sameTarget } from '../../model/address'
import { quoted } from '../../policy/edits/members'
import { renameNode } from '../../scenario/rename-node'
import { useAppStore } from '../app-context'
import { TextField } from '../kit/text-field'
import { say } from '../shell/toast'
import styles from './form.module.css'

/**
 * The id of a node. What is typed becomes its id on Enter or when the field is left; an id that cannot be
 * given stays in the field, with the reason, until it is mended or taken back with Escape.
 */
export function IdField({ node }: { readonly node: Target }) {
  const store = useAppStore()
  const [typed, setTyped] = useState<Typed | null>(null)
  // What was typed for one node is not meant for the next.
  const draft = typed && sameTarget(typed.node, node) ? typed : null

  function give(wanted: Typed): string | null {
    const { scenario, selection, commit, select } = store.getState()
    const renamed = renameNode(scenario, wanted.node, wanted.text)
    if (!renamed.ok) return renamed.reason
    commit(`Rename ${quoted(wanted.node.id)} to ${quoted(wanted.text)}`, () => renamed.scenario)
    select(
      selection.map((address) =>
        address.kind === wanted.node.kind && address.id === wanted.node.id
          ? { ...address, id: wanted.text }
          : address,
      ),
    )
    return null
  }
  function settle() {
    if (!draft) return
    const refusal = give(draft)
    setTyped(refusal === null ? null : { ...draft, refusal })
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Enter') settle()
    if (event.key === 'Escape' && draft) {
      event.stopPropagation()
      setTyped(null)
    }
  }

  // Choosing another node on the canvas takes this field away before it loses the focus.
  const leave = useEffectEvent(() => {
    if (!typed || typed.refusal !== null) return
    setTyped(null)
    const refusal = give(typed)
    if (refusal !== null) void say(`${quoted(typed.node.id)} keeps its id. ${refusal}`, 'error')
  })
  useEffect(() => () => leave(), [node.kind, node.id])

  return (
    <TextField
      label="Id"
      className={styles['id']}
      value={draft?.text ?? node.id}
      problem={draft?.refusal ?? null}
      onChange={(text) => setTyped({ node, text, refusal: null })}
      onKeyDown={press}
      onSettle={settle}
    />
  )
}

interface Typed {
  readonly node: Target
  readonly text: string
  readonly refusal: string | null
}
