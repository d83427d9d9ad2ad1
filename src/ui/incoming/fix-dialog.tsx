import { useMemo } from 'react'
import type { Problem } from '../../model/problem'
import type { Policy } from '../../policy/policy'
import { repairKey } from '../../policy/repair/find-repairs'
import { type ChosenRepairs, type MendedPolicy, type MendPolicy, mendPolicy } from '../../store/mending'
import { LONG_TEXT } from '../../store/workers/opening-client'
import type { OpeningAnswer } from '../../store/workers/opening-server'
import { useApp } from '../app-context'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { useProblems } from '../problems/use-problems'
import { useEdit } from '../use-edit'
import { DiffView } from './diff-view'
import { MendingState } from './mending-state'
import { RepairList } from './repair-list'
import { useChosen, useMended } from './use-mended'

export interface FixDialogProps {
  /** The problem to mend; null for everything that can be mended. */
  readonly problem: Problem | null
  readonly onClose: () => void
}

/** Mends the open policy, after showing what changes; one step that can be undone. */
export function FixDialog({ problem, onClose }: FixDialogProps) {
  return problem ? <FixOne problem={problem} onClose={onClose} /> : <FixAll onClose={onClose} />
}

const NOTHING_CHOSEN: ChosenRepairs = new Map()

function FixOne({ problem, onClose }: { readonly problem: Problem; readonly onClose: () => void }) {
  const { mending, isLong } = useMendedPolicy(problem, NOTHING_CHOSEN)
  const { mended } = mending
  const { change } = useEdit()
  const repair = mended?.repairs[0]
  if (!repair && !isLong) return null
  const fix = () => {
    if (repair) change(`Fix: ${repair.title}`, () => mended.policy)
    onClose()
  }
  return (
    <Dialog
      title={repair ? `${repair.title}?` : 'Fix one problem?'}
      description={problem.message}
      size="wide"
      open
      onOpenChange={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!repair || mending.isBusy} onClick={fix}>
            Fix
          </Button>
        </>
      }
    >
      {isLong && <MendingState mending={mending} />}
      {mended && <DiffView changes={mended.changes} />}
    </Dialog>
  )
}

function FixAll({ onClose }: { readonly onClose: () => void }) {
  const count = useProblems().length
  const { change } = useEdit()
  const { chosen, wanted, want } = useChosen()
  const { mending, isLong } = useMendedPolicy(null, chosen)
  const { mended, isBusy } = mending
  const made = mended?.repairs.length ?? 0
  const fix = () => {
    if (mended) change(made === 1 ? 'Fix one problem' : `Fix ${made} problems`, () => mended.policy)
    onClose()
  }
  return (
    <Dialog
      title="Fix what can be fixed"
      description={`${count === 1 ? 'One problem' : `${count.toLocaleString('en-GB')} problems`} in all; these can be mended by themselves. It is one step, which can be undone.`}
      size="wide"
      open
      onOpenChange={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={isBusy || made === 0} onClick={fix}>
            {made === 1 ? 'Make one repair' : `Make ${made} repairs`}
          </Button>
        </>
      }
    >
      {isLong && <MendingState mending={mending} />}
      {mended && (
        <>
          <RepairList
            repairs={mended.offered}
            wanted={wanted}
            onWant={(repair, isWanted) => want(repairKey(repair), isWanted)}
          />
          <DiffView changes={mended.changes} />
        </>
      )}
    </Dialog>
  )
}

/** The open policy mended; a long one beside the page. */
function useMendedPolicy(problem: Problem | null, chosen: ChosenRepairs) {
  const policy = useApp(({ scenario }) => scenario.policy)
  const request = useMemo(
    (): MendPolicy => ({ what: 'mendPolicy', policy, problem, chosen }),
    [policy, problem, chosen],
  )
  const isLong = lengthOf(policy) > LONG_TEXT
  return { mending: useMended(request, isLong, mendPolicy, mendedPolicy), isLong }
}

/** In UTF-16 units, of one rule or endpoint that is not written out yet; an estimate. */
const NODE_LENGTH = 150

/** In UTF-16 units, without writing the document out for it. */
function lengthOf({ text, rules, endpoints }: Policy): number {
  return text?.length ?? NODE_LENGTH * (rules.size + endpoints.size)
}

function mendedPolicy(answer: OpeningAnswer): MendedPolicy | null {
  return answer.kind === 'mendedPolicy' ? answer.mended : null
}
