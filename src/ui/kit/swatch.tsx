import type { EndpointLook } from '../endpoint-colours'
import styles from './swatch.module.css'

/** An endpoint's colour and pattern, wherever its name stands. */
export function Swatch({ look }: { readonly look: EndpointLook | undefined }) {
  return (
    <span
      className={styles['swatch']}
      data-pattern={look?.pattern ?? 'solid'}
      style={{ color: look?.colour ?? 'transparent' }}
      aria-hidden
    />
  )
}
