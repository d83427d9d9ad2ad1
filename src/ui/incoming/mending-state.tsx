import { Callout } from '../kit/callout'
import styles from './incoming.module.css'
import type { Mending } from './use-mended'

/** Says that repairs are being worked out, or why they cannot be. The space is kept, so that nothing jumps. */
export function MendingState({ mending: { isBusy, failure } }: { readonly mending: Mending<unknown> }) {
  if (failure !== null) return <Callout tone="error">The repairs could not be worked out: {failure}</Callout>
  return (
    <p className={styles['busy']} role="status">
      {isBusy && (
        <>
          <progress aria-label="Working out the repairs" /> Working out the repairs…
        </>
      )}
    </p>
  )
}
