import { ArrowDown, ArrowDownUp, ArrowUp, Trash2 } from 'lucide-react'
import { Suspense, useEffect, useEffectEvent } from 'react'
import type { RuleId } from '../../../model/address'
import { moveBranch } from '../../../policy/edits/branches'
import { quoted } from '../../../policy/edits/members'
import {
  type BranchByType,
  type BranchOf,
  definitionOf,
  type Rule,
  type RuleOf,
  type RuleType,
} from '../../../rules'
import { Button, IconButton } from '../../kit/button'
import { viewOf } from '../../rule-views'
import { useBranchForm } from '../../use-branch-form'
import { useEdit } from '../../use-edit'
import formStyles from '../form.module.css'
import type { BranchFieldProps } from './branch-field'
import styles from './branch-row.module.css'
import { HealthCheckField } from './health-check-field'
import { TargetField } from './target-field'
import { TargetHealthField } from './target-health-field'

export interface BranchDetailsProps extends BranchFieldProps {
  /** Everything is there, the form of the rule's own type included. */
  readonly onShown: () => void
  readonly onRemove: () => void
}

/** All fields of a branch: those of its own rule type, what it leads to, health, and its place among the others. */
export function BranchDetails({ ruleId, rule, branch, name, onShown, onRemove }: BranchDetailsProps) {
  return (
    <div className={styles['details']}>
      {/* A type's form may still have to be loaded; scrolling and the focus wait for it. */}
      <Suspense>
        <div className={styles['own']} data-own>
          <OwnForm ruleId={ruleId} rule={rule} branchId={branch.id} name={name} />
        </div>
        <WhenShown run={onShown} />
      </Suspense>
      <div className={formStyles['row']}>
        <TargetField from={{ rule: ruleId, branch: branch.id }} target={branch.target} name={quoted(name)} />
        <HealthCheckField ruleId={ruleId} rule={rule} branch={branch} name={name} />
      </div>
      <TargetHealthField ruleId={ruleId} rule={rule} branch={branch} name={name} />
      <PlaceInRule ruleId={ruleId} rule={rule} branch={branch} name={name} onRemove={onRemove} />
    </div>
  )
}

/** Runs something once its neighbours in a Suspense are there. */
function WhenShown({ run }: { readonly run: () => void }) {
  const shown = useEffectEvent(run)
  useEffect(() => shown(), [])
  return null
}

function PlaceInRule({ ruleId, rule, branch, name, onRemove }: Omit<BranchDetailsProps, 'onShown'>) {
  const { change } = useEdit()
  const index = rule.branches.findIndex(({ id }) => id === branch.id)
  const isPair = definitionOf(rule).form.kind === 'pair'
  // Buttons at either end stay in reach of the focus, which a disabled one would lose; they move nothing.
  const move = (to: number) =>
    change(isPair ? `Swap the sides of ${quoted(ruleId)}` : `Move ${quoted(name)}`, (before) =>
      moveBranch(before, ruleId, branch.id, to),
    )

  return (
    <div className={styles['foot']}>
      {isPair ? (
        <Button onClick={() => move(1 - index)}>
          <ArrowDownUp /> Swap the sides
        </Button>
      ) : (
        <>
          <IconButton label={`Move ${name} up`} aria-disabled={index === 0} onClick={() => move(index - 1)}>
            <ArrowUp />
          </IconButton>
          <IconButton
            label={`Move ${name} down`}
            aria-disabled={index === rule.branches.length - 1}
            onClick={() => move(index + 1)}
          >
            <ArrowDown />
          </IconButton>
          <span className={styles['position']}>
            {index + 1} of {rule.branches.length}
          </span>
        </>
      )}
      <Button look="danger" className={styles['remove']} onClick={onRemove}>
        <Trash2 /> {isPair ? 'Empty this side' : 'Remove branch'}
      </Button>
    </div>
  )
}

interface OwnFormProps<T extends RuleType> {
  readonly ruleId: RuleId
  readonly rule: RuleOf<T, BranchByType[T]> & Rule<T>
  readonly branchId: string
  readonly name: string
}

function OwnForm<T extends RuleType>({ ruleId, rule, branchId, name }: OwnFormProps<T>) {
  const branch = rule.branches.find(({ id }) => id === branchId)
  return branch ? <FormOf ruleId={ruleId} rule={rule} branch={branch} name={name} /> : null
}

function FormOf<T extends RuleType>({
  ruleId,
  rule,
  branch,
  name,
}: Omit<OwnFormProps<T>, 'branchId'> & { readonly branch: BranchOf<T> }) {
  const { Form } = viewOf(rule)
  return <Form {...useBranchForm(ruleId, rule, branch, name)} />
}
