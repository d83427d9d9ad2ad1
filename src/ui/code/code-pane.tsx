import { useEffect, useRef, useState } from 'react'
import { positionAt } from '../../formats/text-position'
import { useAppStore } from '../app-context'
import { useAsked } from '../incoming/asked-store'
import { Button } from '../kit/button'
import { Callout } from '../kit/callout'
import { whenIdle } from '../when-idle'
import { useBrokenTexts } from './broken-text'
import { type CodeEditor, createCodeEditor } from './code-editor'
import styles from './code-pane.module.css'
import { type SyncState, syncCode } from './code-sync'
import { guardLeaving } from './guard-leaving'

/** After so many ms without a key the text is taken into the policy: often enough to see, seldom enough to type. */
const PAUSE_MS = 150

/** The policy's document as text, in step with the canvas both ways. */
export function CodePane() {
  const store = useAppStore()
  const host = useRef<HTMLDivElement>(null)
  const link = useRef<{ readonly editor: CodeEditor; readonly sync: ReturnType<typeof syncCode> } | null>(
    null,
  )
  const [state, setState] = useState<SyncState>({ kind: 'same' })

  useEffect(() => {
    const parent = host.current
    if (!parent) return
    let timer = 0
    const flush = () => {
      window.clearTimeout(timer)
      sync.takeText()
    }
    const editor = createCodeEditor(parent, {
      onText() {
        window.clearTimeout(timer)
        timer = window.setTimeout(flush, PAUSE_MS)
      },
      onFix: (problem) => useAsked.getState().ask({ kind: 'fix', problem }),
      onCaret: (offset) => sync.selectAt(offset),
      onLeave() {
        flush()
        sync.settle()
      },
      undo() {
        flush()
        store.getState().undo()
      },
      redo() {
        flush()
        store.getState().redo()
      },
    })
    const sync = syncCode(
      store,
      editor,
      (next) => {
        guardLeaving(next.kind === 'broken')
        const { scenarioKey } = store.getState()
        useBrokenTexts
          .getState()
          .note(
            next.kind === 'broken'
              ? { scenarioKey, line: positionAt(editor.text(), next.offset).line }
              : null,
          )
        setState(next)
      },
      whenIdle,
    )
    link.current = { editor, sync }
    return () => {
      flush()
      sync.settle()
      sync.stop()
      editor.destroy()
      link.current = null
    }
  }, [store])

  const visits = useBrokenTexts((state) => state.visits)
  useEffect(() => {
    // Once for each visit, whether the pane was open before it or not.
    if (useBrokenTexts.getState().arrive()) link.current?.sync.goToMistake()
  }, [visits])

  return (
    <section className={styles['pane']} aria-label="Code">
      {state.kind === 'broken' && (
        <div className={styles['callout']}>
          <Callout
            tone="error"
            actions={
              <Button
                onClick={() => {
                  link.current?.sync.takePolicy()
                  link.current?.editor.focus()
                }}
              >
                {state.isPolicyNewer ? 'Take the canvas’s document' : 'Back to the last valid document'}
              </Button>
            }
          >
            {state.problems[0]?.message ?? 'This text cannot be opened.'}{' '}
            {state.isPolicyNewer
              ? 'Meanwhile the policy was changed on the canvas; mending the text here replaces those changes.'
              : 'The canvas shows the last valid policy until it is mended.'}
          </Callout>
        </div>
      )}
      <div ref={host} className={styles['editor']} />
      <p className={styles['foot']}>
        Traffic policy document.{' '}
        <span className={styles['keys']}>
          Ctrl-Space completes; F8 goes to the next problem; Escape, then Tab leaves the editor.{' '}
        </span>
        <a href="traffic-policy.schema.json">JSON Schema</a>
      </p>
    </section>
  )
}
