import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { useSession, useSessionState } from '../session-context'
import { saveFile } from './commands'
import styles from './dialogs.module.css'

/** Says which scenarios the browser had no space for when another was opened, and how they are not lost. */
export function UnsavedDialog() {
  const session = useSession()
  const unsaved = useSessionState((state) => state.unsaved)
  const close = () => session.dismissUnsaved()
  return (
    <Dialog
      title="Not saved: this browser has no space left"
      description="This tab holds what is listed here until it is closed. Save it as a file, which opens again anywhere."
      open={unsaved.length > 0}
      onOpenChange={(open) => {
        if (!open) close()
      }}
      actions={<Button onClick={close}>Close</Button>}
    >
      <ul className={styles['unsaved']}>
        {unsaved.map(({ id, scenario }) => (
          <li key={id}>
            <strong>{scenario.name}</strong>
            <Button look="primary" onClick={() => void saveFile(scenario)}>
              Save as a file
            </Button>
            <Button
              onClick={() => {
                close()
                session.openRecent(id)
              }}
            >
              Go back to it
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
