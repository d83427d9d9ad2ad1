import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import styles from './split.module.css'

export interface SplitProps {
  /** `columns` side by side, `rows` one above the other. */
  readonly direction: 'columns' | 'rows'
  /** What the divider is called: what it changes. */
  readonly label: string
  /** The first pane's share of the whole, 0…1, until the user chooses another. */
  readonly initial: number
  readonly first: ReactNode
  readonly second: ReactNode
}

const SMALLEST = 0.15
const STEP = 0.03
const CLOSER: Readonly<Record<string, number>> = {
  ArrowLeft: -STEP,
  ArrowUp: -STEP,
  ArrowRight: STEP,
  ArrowDown: STEP,
}

/** Two panes with a divider to drag, to move by arrow keys, or to double-click back (ARIA window splitter). */
export function Split({ direction, label, initial, first, second }: SplitProps) {
  const [share, setShare] = useState(initial)
  const move = (next: number) => setShare(Math.min(1 - SMALLEST, Math.max(SMALLEST, next)))

  function drag(event: PointerEvent<HTMLElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = event.currentTarget.parentElement?.getBoundingClientRect()
    if (!box) return
    const along = direction === 'columns' ? event.clientX - box.left : event.clientY - box.top
    move(along / (direction === 'columns' ? box.width : box.height))
  }
  function press(event: KeyboardEvent) {
    const by = CLOSER[event.key]
    const to = by === undefined ? { Home: SMALLEST, End: 1 - SMALLEST }[event.key] : share + by
    if (to === undefined) return
    event.preventDefault()
    move(to)
  }

  return (
    <div className={styles['split']} data-direction={direction}>
      <div className={styles['pane']} style={{ flexBasis: `${share * 100}%` }}>
        {first}
      </div>
      <div
        className={styles['divider']}
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation={direction === 'columns' ? 'vertical' : 'horizontal'}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={SMALLEST * 100}
        aria-valuemax={(1 - SMALLEST) * 100}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onDoubleClick={() => setShare(initial)}
        onKeyDown={press}
      />
      <div className={styles['pane']} data-rest>
        {second}
      </div>
    </div>
  )
}
