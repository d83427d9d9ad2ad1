import { useDialogs } from '../shell/dialogs-store'
import styles from './empty-map.module.css'

/** What the map says while there is nothing to paint; on a phone it is the first thing that is seen. */
export function EmptyMap() {
  const show = useDialogs((state) => state.show)
  return (
    <div className={styles['message']}>
      <p>
        Nothing to paint yet: connect the start to a rule or an endpoint, and the map shows who reaches what.
      </p>
      <button type="button" className={styles['link']} onClick={() => show('examples')}>
        Open an example
      </button>
    </div>
  )
}
