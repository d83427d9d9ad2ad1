import { Info } from 'lucide-react'
import { useId, useState } from 'react'
import styles from '../map.module.css'
import type { SharesNote } from './use-legend-shares'

/** What the shares of the legend are in a few words; and, when it is pressed, what they were estimated from. */
export function LegendNote({ note }: { readonly note: SharesNote | null }) {
  const [explained, setExplained] = useState(false)
  const id = useId()
  if (!note) return <span className={styles['note']}>being worked out…</span>
  return (
    <>
      <button
        type="button"
        className={styles['note']}
        aria-expanded={explained}
        aria-controls={id}
        onClick={() => setExplained(!explained)}
      >
        {note.short} <Info aria-hidden />
      </button>
      <p id={id} className={styles['explanation']} hidden={!explained}>
        {note.full}
      </p>
    </>
  )
}
