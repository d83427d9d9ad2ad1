import { MapPin } from 'lucide-react'
import { useStore } from 'zustand'
import { useApp } from '../../app-context'
import styles from '../map.module.css'
import type { MapFrame } from '../map-frame'
import { screenPointsOf } from '../projection'

/** A pin at the place that is being asked for. */
export function ClientMark({ frame }: { readonly frame: MapFrame }) {
  const asked = useApp((state) => state.asked)
  const view = useStore(frame, (state) => state.view)
  const place = asked?.query.client.coordinates
  if (!view || !place) return null
  return screenPointsOf(view, place, 20).map(({ x, y }) => (
    <div
      key={x}
      className={styles['client']}
      style={{ transform: `translate(${Math.round(x)}px, ${Math.round(y)}px)` }}
      data-testid="asked-client"
      aria-hidden
    >
      <MapPin />
    </div>
  ))
}
