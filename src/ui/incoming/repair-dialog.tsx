import { Download } from 'lucide-react'
import { useMemo } from 'react'
import { repairKey } from '../../policy/repair/find-repairs'
import type { Repair } from '../../policy/repair/repair'
import { type MendedText, type MendText, mendText } from '../../store/mending'
import { LONG_TEXT } from '../../store/workers/opening-client'
import type { OpeningAnswer } from '../../store/workers/opening-server'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { useSession } from '../session-context'
import { download } from '../shell/download'
import { openIncoming } from '../shell/open-text'
import { ProblemList } from '../shell/problem-list'
import type { IncomingText } from './asked-store'
import { DiffView } from './diff-view'
import styles from './incoming.module.css'
import { MendingState } from './mending-state'
import { RepairList } from './repair-list'
import { useChosen, useMended } from './use-mended'

export interface RepairDialogProps extends IncomingText {
  readonly onClose: () => void
}

/** Repairs a text that could not be opened: what would be done, the change it makes, then the result opens. */
export function RepairDialog({ text, name, choice, onClose }: RepairDialogProps) {
  const session = useSession()
  const { chosen, wanted, want } = useChosen()
  const request = useMemo(
    (): MendText => ({ what: 'mendText', text, name, chosen, ...(choice === undefined ? {} : { choice }) }),
    [text, name, chosen, choice],
  )
  const isLong = text.length > LONG_TEXT
  const mending = useMended(request, isLong, mendText, mendedText)
  const { mended, isBusy } = mending
  const open = async () => {
    if (mended && (await openIncoming(session, mended.after, name))) onClose()
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
          <Button look="primary" disabled={isBusy || mended?.opens !== true} onClick={() => void open()}>
            Open the repaired document
          </Button>
        </>
      }
    >
      {isLong && <MendingState mending={mending} />}
      {mended && (
        <>
          <p className={styles['soft']}>{countText(mended, wanted)}</p>
          <RepairList
            textRepairs={mended.textRepairs}
            repairs={mended.offered}
            wanted={wanted}
            onWant={(repair, isWanted) => want(repairKey(repair), isWanted)}
          />
          <Remaining mended={mended} />
          <DiffView changes={mended.changes} />
        </>
      )}
    </Dialog>
  )
}

/** How many repairs there are, since the list shows only some at a time, and how many are made. */
function countText({ textRepairs, offered }: MendedText, wanted: (repair: Repair) => boolean): string {
  const all = textRepairs.length + offered.length
  const made = textRepairs.length + offered.filter(wanted).length
  const repairs = all === 1 ? 'One repair' : `${all.toLocaleString('en-GB')} repairs`
  return made === all ? `${repairs}.` : `${repairs}, of which ${made.toLocaleString('en-GB')} are made.`
}

function Remaining({ mended: { opens, problems } }: { readonly mended: MendedText }) {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return null
  return (
    <section className={styles['left']} aria-label="What remains">
      <p>
        {opens
          ? `${errors.length === 1 ? 'One error remains' : `${errors.length} errors remain`}, to be mended in the editor:`
          : 'It still cannot be opened:'}
      </p>
      <ProblemList problems={errors} />
    </section>
  )
}

function mendedText(answer: OpeningAnswer): MendedText | null {
  return answer.kind === 'mendedText' ? answer.mended : null
}
