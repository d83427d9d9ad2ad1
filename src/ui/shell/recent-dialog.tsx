import { Dialog } from '../kit/dialog'
import { useSession, useSessionState } from '../session-context'
import styles from './dialogs.module.css'
import { useDialogs } from './dialogs-store'
import { agoText } from './time-text'

/** The scenarios that were open before, latest first; where there is no room for a menu of them in the top bar. */
export function RecentDialog() {
  const { open, show } = useDialogs()
  const session = useSession()
  const recent = useSessionState((state) => state.recent)
  return (
    <Dialog
      title="Recent"
      description="Kept in this browser, edits included."
      open={open === 'recent'}
      onOpenChange={() => show(null)}
    >
      {recent.length === 0 ? (
        <p>Nothing else yet: whatever you open next, the present scenario stays here.</p>
      ) : (
        <div className={styles['gallery']}>
          {recent.map(({ id, name, savedAt }) => (
            <button
              key={id}
              type="button"
              className={styles['card']}
              onClick={() => {
                session.openRecent(id)
                show(null)
              }}
            >
              <strong>{name}</strong>
              <span>{agoText(savedAt)}</span>
            </button>
          ))}
        </div>
      )}
    </Dialog>
  )
}
