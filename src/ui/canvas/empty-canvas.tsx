import { useApp } from '../app-context'
import { useCommands } from '../shell/commands'
import { useDialogs } from '../shell/dialogs-store'
import { keysText } from '../shell/keys'
import { useMediaQuery } from '../shell/use-media-query'
import styles from './empty-canvas.module.css'

/** What an empty canvas teaches: the three ways to begin. */
export function EmptyCanvas() {
  const empty = useApp(({ scenario: { policy } }) => policy.rules.size === 0 && policy.endpoints.size === 0)
  const show = useDialogs((state) => state.show)
  const { open } = useCommands()
  const isTouched = useMediaQuery('(pointer: coarse)')
  if (!empty) return null
  return (
    <section className={styles['empty']} aria-label="How to begin">
      <h2>Three ways to begin</h2>
      <ol className={styles['ways']}>
        <li>
          <strong>Add a rule:</strong> drag one from the palette, or press it. It is connected to the start.
        </li>
        <li>
          <strong>Open an example:</strong>{' '}
          <button type="button" className={styles['link']} onClick={() => show('examples')}>
            choose one of several stories
          </button>
          .
        </li>
        <li>
          <strong>Open a policy document</strong> of Route 53:{' '}
          {!isTouched && <>paste it anywhere with {keysText('Mod+V')}, drop its file, or </>}
          <button type="button" className={styles['link']} onClick={open.run}>
            choose its file
          </button>
          .
        </li>
      </ol>
    </section>
  )
}
