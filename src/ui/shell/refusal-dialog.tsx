import { useEffect, useState } from 'react'
import type { RefusedText } from '../../store/session'
import { useAsked } from '../incoming/asked-store'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { useSession, useSessionState } from '../session-context'
import { ProblemList } from './problem-list'

/** Says why something could not be opened; nothing has changed. */
export function RefusalDialog() {
  const session = useSession()
  const refusal = useSessionState((state) => state.refusal)
  const ask = useAsked((state) => state.ask)
  const source = refusal?.source ?? null
  const repairable = useRepairable(source)
  const close = () => session.dismissRefusal()
  const repair = () => {
    close()
    if (source) ask({ kind: 'repair', ...source })
  }
  return (
    <Dialog
      title={refusal?.what ?? ''}
      description="Nothing has changed: your scenario is as you left it."
      open={refusal !== null}
      onOpenChange={(open) => {
        if (!open) close()
      }}
      actions={
        <>
          <Button look={repairable ? 'plain' : 'primary'} onClick={close}>
            Close
          </Button>
          {repairable && (
            <Button look="primary" onClick={repair}>
              Repair…
            </Button>
          )}
        </>
      }
    >
      <ProblemList problems={refusal?.problems ?? []} />
    </Dialog>
  )
}

/** Whether a text would open after repairs; found out by code that is loaded for it. */
function useRepairable(source: RefusedText | null): boolean {
  const [repairable, setRepairable] = useState<RefusedText | null>(null)
  useEffect(() => {
    if (!source) return
    void import('../incoming/read-apart')
      .then(({ isRepairable }) => isRepairable(source))
      .then((is) => {
        if (is) setRepairable(source)
      })
  }, [source])
  return source !== null && repairable === source
}
