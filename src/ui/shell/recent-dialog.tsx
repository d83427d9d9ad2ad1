import { useState } from 'react'
import { Dialog } from '../kit/dialog'
import { useSession, useSessionState } from '../session-context'
import { useDialogs } from './dialogs-store'
import styles from './recent.module.css'
import { RecentCard } from './recent-card'

/** The scenarios that were open before, latest first: to open one, or to remove it from this browser. */
export function RecentDialog() {
  const { open, show } = useDialogs()
  const session = useSession()
  const recent = useSessionState((state) => state.recent)
  const [asked, ask] = useState<string | null>(null)
  return (
    <Dialog
      title="Recent"
      description="Kept in this browser, edits included."
      open={open === 'recent'}
      onOpenChange={() => {
        ask(null)
        show(null)
      }}
    >
      {recent.length === 0 ? (
        <p>Nothing else yet: whatever you open next, the present scenario stays here.</p>
      ) : (
        <ul className={styles['list']}>
          {recent.map((entry) => (
            <RecentCard
              key={entry.id}
              entry={entry}
              isAsked={asked === entry.id}
              onAsk={(isAsked) => ask(isAsked ? entry.id : null)}
              onOpen={() => {
                session.openRecent(entry.id)
                show(null)
              }}
              onRemove={() => session.removeRecent(entry.id)}
            />
          ))}
        </ul>
      )}
    </Dialog>
  )
}
