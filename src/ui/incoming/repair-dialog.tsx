import { Download } from 'lucide-react'
import { useMemo } from 'react'
import { repairText } from '../../formats/repair/repair-text'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { useSession } from '../session-context'
import { download } from '../shell/download'
import { openIncoming } from '../shell/open-text'
import { ProblemList } from '../shell/problem-list'
import type { IncomingText } from './asked-store'
import { DiffView } from './diff-view'
import styles from './incoming.module.css'
import { RepairList } from './repair-list'
import { useWanted } from './use-wanted'

export interface RepairDialogProps extends IncomingText {
  readonly onClose: () => void
}

/** Repairs a text that could not be opened: what would be done, the change it makes, then the result opens. */
export function RepairDialog({ text, name, choice, onClose }: RepairDialogProps) {
  const session = useSession()
  const { wanted, want } = useWanted()
  const repaired = useMemo(
    () => repairText(text, { name, wanted, ...(choice === undefined ? {} : { choice }) }),
    [text, name, wanted, choice],
  )
  if (!repaired) return null
  const { before, after, textRepairs, offered, opens, problems } = repaired
  const errors = problems.filter(({ severity }) => severity === 'error')
  const open = async () => {
    if (await openIncoming(session, after, name)) onClose()
  }
  return (
    <Dialog
      title={name === null ? 'Repair the pasted text' : `Repair “${name}”`}
      description="Nothing but what is listed changes. The result opens as a new scenario; yours stays under Recent."
      size="wide"
      open
      onOpenChange={onClose}
      actions={
        <>
          <Button look="quiet" onClick={() => download(name ?? 'original.txt', text)}>
            <Download /> Original text
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!opens} onClick={() => void open()}>
            Open the repaired document
          </Button>
        </>
      }
    >
      <RepairList textRepairs={textRepairs} repairs={offered} wanted={wanted} onWant={want} />
      <DiffView before={before} after={after} />
      {errors.length > 0 && (
        <section className={styles['left']} aria-label="What remains">
          <p>
            {opens
              ? `${errors.length === 1 ? 'One error remains' : `${errors.length} errors remain`}, to be mended in the editor:`
              : 'It still cannot be opened:'}
          </p>
          <ProblemList problems={errors} />
        </section>
      )}
    </Dialog>
  )
}
