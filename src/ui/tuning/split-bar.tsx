import type { EndpointId } from '../../model/address'
import type { EndpointLook } from '../endpoint-colours'
import styles from './tuning.module.css'

export interface SplitBarProps {
  /** Parts of whatever the whole bar is. */
  readonly parts: ReadonlyMap<EndpointId, number>
  readonly nodata: number
  readonly whole: number
  readonly looks: ReadonlyMap<EndpointId, EndpointLook>
}

/** A small stacked bar; its numbers stand beside it as text, so it is for the eye only. */
export function SplitBar({ parts, nodata, whole, looks }: SplitBarProps) {
  const width = (part: number) => `${whole > 0 ? (part / whole) * 100 : 0}%`
  return (
    <span className={styles['bar']} data-stacked aria-hidden>
      {[...parts].map(([endpoint, part]) => (
        <span
          key={endpoint}
          style={{ width: width(part), background: looks.get(endpoint)?.colour ?? 'var(--line-strong)' }}
        />
      ))}
      {nodata > 0 && <span style={{ width: width(nodata), background: 'var(--error)' }} />}
    </span>
  )
}
