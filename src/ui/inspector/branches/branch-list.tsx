import { Plus } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import type { BranchId, RuleId } from '../../../model/address'
import { addBranch, removeBranch } from '../../../policy/edits/branches'
import { quoted } from '../../../policy/edits/members'
import { type BranchByType, definitionOf, type Rule, type RuleOf, type RuleType } from '../../../rules'
import { useAppStore } from '../../app-context'
import { branchText, rowName } from '../../canvas/names'
import { Button } from '../../kit/button'
import { TextField } from '../../kit/text-field'
import { viewOf } from '../../rule-views'
import { useEdit } from '../../use-edit'
import styles from './branch-list.module.css'
import { BranchRow } from './branch-row'

/** From so many branches on there is a filter. */
const MANY = 9

export interface BranchListProps {
  readonly ruleId: RuleId
  readonly rule: Rule
  /** The branch that is expanded. */
  readonly selected: BranchId | null
}

/** The branches of a rule, one of them expanded. */
export function BranchList({ ruleId, rule, selected }: BranchListProps) {
  const store = useAppStore()
  const { edit, change } = useEdit()
  const list = useRef<HTMLOListElement>(null)
  const [filter, setFilter] = useState('')
  const [added, setAdded] = useState<BranchId | null>(null)
  const isList = definitionOf(rule).form.kind === 'list'
  const count = rule.branches.length
  const textOf = branchText(rule)
  const wanted = count < MANY ? '' : filter.trim().toLowerCase()
  const shown = rule.branches.filter(
    (branch) => branch.id === selected || textOf(branch).toLowerCase().includes(wanted),
  )

  function add() {
    const done = edit(`Add branch to ${quoted(ruleId)}`, (policy) => addBranch(policy, ruleId, null))
    if (!done.ok) return
    setAdded(done.branch)
    store.getState().select([{ kind: 'rule', id: ruleId, branch: done.branch }])
  }
  function remove(branch: BranchId, name: string) {
    const at = shown.findIndex(({ id }) => id === branch)
    const neighbour = shown[at + 1] ?? shown[at - 1]
    const row =
      neighbour && list.current?.querySelector<HTMLElement>(`[data-branch="${neighbour.id}"] button`)
    // The button goes with the branch; the focus stays in the list.
    if (isList) (row ?? list.current)?.focus()
    change(isList ? `Remove branch ${quoted(name)}` : `Empty ${quoted(name)}`, (policy) =>
      removeBranch(policy, ruleId, branch),
    )
    if (isList) store.getState().select([{ kind: 'rule', id: ruleId }])
  }

  return (
    <section className={styles['section']} aria-label="Branches">
      <header className={styles['header']}>
        <h3>
          {count} {count === 1 ? 'branch' : 'branches'}
        </h3>
        {isList && (
          <span className={styles['tools']}>
            <Suspense>
              <RuleTools ruleId={ruleId} rule={rule} />
            </Suspense>
            <Button onClick={add}>
              <Plus /> Add branch
            </Button>
          </span>
        )}
      </header>
      {count >= MANY && (
        <div className={styles['filter']}>
          <TextField
            label="Filter branches"
            labelHidden
            className={styles['field']}
            placeholder="Filter by name or target"
            value={filter}
            onChange={setFilter}
          />
          {wanted !== '' && (
            <span className={styles['count']} role="status">
              {shown.length} of {count}
            </span>
          )}
        </div>
      )}
      {shown.length > 0 ? (
        <ol ref={list} className={styles['list']} tabIndex={-1}>
          {shown.map((branch) => (
            <BranchRow
              key={branch.id}
              ruleId={ruleId}
              rule={rule}
              branch={branch}
              expanded={branch.id === selected}
              focused={branch.id === added && branch.id === selected}
              onRemove={() => remove(branch.id, rowName(rule, branch))}
            />
          ))}
        </ol>
      ) : (
        <p className={styles['empty']}>
          {count === 0 ? 'No branches yet: without one it never answers.' : 'No branch fits the filter.'}
        </p>
      )}
    </section>
  )
}

function RuleTools<T extends RuleType>({
  ruleId,
  rule,
}: {
  readonly ruleId: RuleId
  readonly rule: RuleOf<T, BranchByType[T]> & Rule<T>
}) {
  const { Tools } = viewOf(rule)
  return Tools ? <Tools ruleId={ruleId} rule={rule} /> : null
}
