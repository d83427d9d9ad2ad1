import type { Handles } from '../flow-nodes'
import type { Light } from '../marks/use-trace'
import styles from './node-sketch.module.css'

export interface NodeSketchProps {
  readonly name: string
  readonly selected: boolean
  readonly light: Light | 'blackholed' | undefined
  /** sRGB hex, of an endpoint. */
  readonly colour?: string | undefined
  readonly handles: Handles
}

/** A node from far away: a box with its name. */
export function NodeSketch({ name, selected, light, colour, handles }: NodeSketchProps) {
  return (
    <div className={styles['sketch']} data-light={light} data-selected={selected || undefined}>
      {colour !== undefined && <span className={styles['colour']} style={{ background: colour }} />}
      {name}
      {handles.map(({ id, type, position, x, y }) => (
        // What React Flow measures, so that connections find their ends.
        <i
          key={id}
          className={`${type} ${styles['end'] ?? ''}`}
          data-handleid={id}
          data-handlepos={position}
          style={{ left: x - 1, top: y - 1 }}
        />
      ))}
    </div>
  )
}
