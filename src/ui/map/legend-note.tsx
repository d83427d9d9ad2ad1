import { Info } from 'lucide-react'
import { useId, useState } from 'react'
import type { AreaShares } from '../../analysis/area-shares'
import styles from './map.module.css'

/** How sure the shares of the legend are in a few words; and, when it is pressed, what they were estimated from. */
export function LegendNote({ shares }: { readonly shares: AreaShares | null }) {
  const [explained, setExplained] = useState(false)
  const id = useId()
  if (!shares) return <span className={styles['note']}>being worked out…</span>
  const { samplePoints, margin } = shares
  const points = (margin * 100).toFixed(1)
  return (
    <>
      <button
        type="button"
        className={styles['note']}
        aria-expanded={explained}
        aria-controls={id}
        onClick={() => setExplained(!explained)}
      >
        estimate ± {points} points <Info aria-hidden />
      </button>
      <p id={id} className={styles['explanation']} hidden={!explained}>
        An estimate from {samplePoints.toLocaleString('en')} sample points on land, without Antarctica: each
        share may be off by {points} percentage points. Borders: Natural Earth.
      </p>
    </>
  )
}
