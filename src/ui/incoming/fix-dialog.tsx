import { useMemo } from 'react'
import { applyRepair, policyFixes, policyText, repairPolicy } from '../../formats/repair/repair-policy'
import type { Problem } from '../../model/problem'
import { encodePolicy } from '../../policy/document'
import { findRepairs } from '../../policy/repair/find-repairs'
import { useApp } from '../app-context'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { useProblems } from '../problems/use-problems'
import { useEdit } from '../use-edit'
import { DiffView } from './diff-view'
import { RepairList } from './repair-list'
import { useWanted } from './use-wanted'

export interface FixDialogProps {
  /** The problem to mend; null for everything that can be mended. */
  readonly problem: Problem | null
  readonly onClose: () => void
}

/** Mends the open policy, after showing what changes; one step that can be undone. */
export function FixDialog({ problem, onClose }: FixDialogProps) {
  return problem ? <FixOne problem={problem} onClose={onClose} /> : <FixAll onClose={onClose} />
}

function FixOne({ problem, onClose }: { readonly problem: Problem; readonly onClose: () => void }) {
  const policy = useApp(({ scenario }) => scenario.policy)
  const { change } = useEdit()
  const repair = policyFixes(policy, [problem]).get(problem)
  if (!repair) return null
  const mended = applyRepair(policy, repair)
  const fix = () => {
    change(`Fix: ${repair.title}`, () => mended)
    onClose()
  }
  return (
    <Dialog
      title={`${repair.title}?`}
      description={problem.message}
      size="wide"
      open
      onOpenChange={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" onClick={fix}>
            Fix
          </Button>
        </>
      }
    >
      <DiffView before={policyText(policy)} after={policyText(mended)} />
    </Dialog>
  )
}

function FixAll({ onClose }: { readonly onClose: () => void }) {
  const policy = useApp(({ scenario }) => scenario.policy)
  const count = useProblems().length
  const { change } = useEdit()
  const { wanted, want } = useWanted()
  const { mended, repairs, offered } = useMemo(() => {
    const repaired = repairPolicy(policy, wanted)
    const left = findRepairs(encodePolicy(repaired.policy))
    return { mended: repaired.policy, repairs: repaired.repairs, offered: [...repaired.repairs, ...left] }
  }, [policy, wanted])
  const fix = () => {
    change(repairs.length === 1 ? 'Fix one problem' : `Fix ${repairs.length} problems`, () => mended)
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
          <Button look="primary" disabled={repairs.length === 0} onClick={fix}>
            {repairs.length === 1 ? 'Make one repair' : `Make ${repairs.length} repairs`}
          </Button>
        </>
      }
    >
      <RepairList repairs={offered} wanted={wanted} onWant={want} />
      <DiffView before={policyText(policy)} after={policyText(mended)} />
    </Dialog>
  )
}
