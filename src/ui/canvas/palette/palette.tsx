import { type PointerEvent, useState } from 'react'
import { RULE_TYPES, RULES } from '../../../rules'
import { RuleTag } from '../../rule-tag'
import { useCanvas } from '../canvas-context'
import type { Point } from '../canvas-state'
import type { NewNode } from '../commands/add-commands'
import { useReactFlow } from '../flow'
import { NewNodeIcon } from './new-node-icon'
import styles from './palette.module.css'

/** A press becomes a drag after so many pixels. */
const DRAG_THRESHOLD = 5

interface Drag {
  readonly kind: NewNode
  readonly from: Point
  readonly at: Point
  readonly moved: boolean
}

function titleOf(kind: NewNode): string {
  return kind === 'endpoint' ? 'Endpoint' : RULES[kind].title
}

/** What can be added: drag it to its place, or click and it finds one. */
export function Palette() {
  const { commands } = useCanvas()
  const { screenToFlowPosition } = useReactFlow()
  const [drag, setDrag] = useState<Drag | null>(null)

  function press(kind: NewNode, event: PointerEvent) {
    if (event.button !== 0) return
    // A finger scrolls the palette until it has clearly left it sideways; capturing keeps the pointer's events here.
    event.currentTarget.setPointerCapture(event.pointerId)
    const from = { x: event.clientX, y: event.clientY }
    setDrag({ kind, from, at: from, moved: false })
  }
  function move(event: PointerEvent) {
    if (!drag) return
    const at = { x: event.clientX, y: event.clientY }
    const far = Math.hypot(at.x - drag.from.x, at.y - drag.from.y) > DRAG_THRESHOLD
    setDrag({ ...drag, at, moved: drag.moved || far })
  }
  function drop() {
    setDrag(null)
    if (!drag?.moved) return
    const below = document.elementFromPoint(drag.at.x, drag.at.y)
    if (below?.closest('.react-flow')) commands.addAt(drag.kind, screenToFlowPosition(drag.at))
  }

  const item = (kind: NewNode) => (
    <button
      key={kind}
      type="button"
      className={styles['item']}
      title={kind === 'endpoint' ? 'An address, a name or an AWS resource' : RULES[kind].summary}
      onPointerDown={(event) => press(kind, event)}
      onPointerMove={move}
      onPointerUp={drop}
      onPointerCancel={() => setDrag(null)}
      onClick={(event) => {
        // The click that ends a drag is none; a key press has no coordinates and is never one.
        if (event.detail === 0 || !wasDragged(event.currentTarget, event)) commands.addFromPalette(kind)
      }}
    >
      <NewNodeIcon kind={kind} size={20} />
      {titleOf(kind)}
      {kind !== 'endpoint' && <RuleTag type={kind} />}
    </button>
  )

  return (
    <div className={styles['palette']} role="group" aria-label="Add to the policy">
      {RULE_TYPES.map(item)}
      <span className={styles['line']} />
      {item('endpoint')}
      {drag?.moved === true && (
        <span
          className={styles['ghost']}
          style={{ transform: `translate(${drag.at.x + 8}px, ${drag.at.y + 8}px)` }}
        >
          <NewNodeIcon kind={drag.kind} />
          {titleOf(drag.kind)}
        </span>
      )}
    </div>
  )
}

/** Whether a pointer let go outside of what it had pressed. */
function wasDragged(element: Element, { clientX, clientY }: { clientX: number; clientY: number }): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}
