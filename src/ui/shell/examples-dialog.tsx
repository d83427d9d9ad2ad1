import { EXAMPLES, type Example } from '../../examples'
import { Dialog } from '../kit/dialog'
import { useSession } from '../session-context'
import styles from './dialogs.module.css'
import { useDialogs } from './dialogs-store'
import { openIncoming } from './open-text'

/** The gallery of scenarios that ship with Catchment. */
export function ExamplesDialog() {
  const { open, show } = useDialogs()
  const session = useSession()
  const choose = async (example: Example) => {
    if (await openIncoming(session, await example.load(), `${example.title}.json`)) show(null)
  }
  return (
    <Dialog
      title="Examples"
      description="Each opens as a scenario of its own; yours stays under Recent."
      size="wide"
      open={open === 'examples'}
      onOpenChange={() => show(null)}
    >
      <div className={styles['gallery']}>
        {EXAMPLES.map((example) => (
          <button
            key={example.file}
            type="button"
            className={styles['card']}
            onClick={() => void choose(example)}
          >
            <strong>{example.title}</strong>
            <span>{example.story}</span>
          </button>
        ))}
      </div>
    </Dialog>
  )
}
