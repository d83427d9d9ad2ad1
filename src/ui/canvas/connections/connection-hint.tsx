import { nodeKey } from '../../../scenario/scenario'
import { useCanvasState } from '../canvas-context'
import { useConnection } from '../flow'
import { targetOfFlowId } from '../flow-id'
import styles from './connection-hint.module.css'

/** Beside the pointer, while a connection is drawn over a node that it cannot lead to: why not. */
export function ConnectionHint() {
  const drawing = useCanvasState((state) => state.drawing)
  const over = useConnection((connection) => (connection.inProgress ? (connection.toNode?.id ?? null) : null))
  const x = useConnection((connection) => (connection.inProgress ? connection.pointer.x : 0))
  const y = useConnection((connection) => (connection.inProgress ? connection.pointer.y : 0))
  const dragged = useConnection((connection) => connection.inProgress)
  if (!drawing) return null
  if (!dragged) {
    return (
      <div className={styles['banner']} role="status">
        {drawing.end === 'source'
          ? 'Press what it leads to, or empty canvas for something new. Escape cancels.'
          : 'Press where it comes from. Escape cancels.'}
      </div>
    )
  }
  const refusal = over === null ? undefined : drawing.refusals.get(nodeKey(targetOfFlowId(over)))
  if (refusal === undefined) return null
  return (
    <div
      className={styles['hint']}
      data-refused
      role="status"
      style={{ transform: `translate(${x + 16}px, ${y + 16}px)` }}
    >
      {refusal}
    </div>
  )
}
