import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { useSession, useSessionState } from '../session-context'
import { ProblemList } from './problem-list'

/** Says why something could not be opened; nothing has changed. */
export function RefusalDialog() {
  const session = useSession()
  const refusal = useSessionState((state) => state.refusal)
  const close = () => session.dismissRefusal()
  return (
    <Dialog
      title={refusal?.what ?? ''}
      description="Nothing has changed: your scenario is as you left it."
      open={refusal !== null}
      onOpenChange={(open) => {
        if (!open) close()
      }}
      actions={
        <Button look="primary" onClick={close}>
          Close
        </Button>
      }
    >
      <ProblemList problems={refusal?.problems ?? []} />
    </Dialog>
  )
}
