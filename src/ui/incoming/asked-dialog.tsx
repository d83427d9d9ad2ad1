import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { ProblemList } from '../shell/problem-list'
import { type Asked, useAsked } from './asked-store'
import { ChooseDialog } from './choose-dialog'
import { FixDialog } from './fix-dialog'
import { ReadingDialog } from './reading-dialog'
import { RepairDialog } from './repair-dialog'

/** What is asked about a text that came in, or about the repair of what is open. */
export function AskedDialog({ asked }: { readonly asked: Asked }) {
  const ask = useAsked((state) => state.ask)
  const close = () => ask(null)
  switch (asked.kind) {
    case 'repair':
      return <RepairDialog {...asked} onClose={close} />
    case 'choose':
      return <ChooseDialog {...asked} onClose={close} />
    case 'fix':
      return <FixDialog problem={asked.problem} onClose={close} />
    case 'reading':
      return <ReadingDialog name={asked.name} length={asked.length} onCancel={asked.cancel} />
    case 'notes':
      return (
        <Dialog
          title={asked.title}
          description="What could not be taken over as it was, and what else there is to know."
          open
          onOpenChange={close}
          actions={
            <Button look="primary" onClick={close}>
              Close
            </Button>
          }
        >
          <ProblemList problems={asked.problems} />
        </Dialog>
      )
  }
}
