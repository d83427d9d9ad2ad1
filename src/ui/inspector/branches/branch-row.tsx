import { ChevronRight, HeartPulse } from 'lucide-react'
import { useId, useRef } from 'react'
import type { RuleId, Target } from '../../../model/address'
import { readable } from '../../../model/field'
import type { BranchByType, BranchOf, Rule, RuleOf, RuleType } from '../../../rules'
import { remembered } from '../../../store/derived'
import { useApp, useAppStore } from '../../app-context'
import { edgeIdOf } from '../../canvas/flow-id'
import { worstOf } from '../../canvas/marks/problem-marks'
import { useBranchProblems } from '../../canvas/marks/use-problem-marks'
import { rowName } from '../../canvas/names'
import { endpointLooks } from '../../endpoint-colours'
import { Swatch } from '../../kit/swatch'
import { viewOf } from '../../rule-views'
import { useBranchForm } from '../../use-branch-form'
import { SeverityMark } from '../severity-mark'
import { BranchDetails } from './branch-details'
import styles from './branch-row.module.css'

const looksOf = remembered(endpointLooks)

export interface BranchRowProps {
  readonly ruleId: RuleId
  readonly rule: Rule
  readonly branch: BranchOf
  readonly expanded: boolean
  /** Puts the focus into the field to be filled first, as after adding the branch. */
  readonly focused: boolean
  readonly onRemove: () => void
}

/** One branch in one line with its common controls; expanded, with all of its fields. */
export function BranchRow({ ruleId, rule, branch, expanded, focused, onRemove }: BranchRowProps) {
  const store = useAppStore()
  const row = useRef<HTMLLIElement>(null)
  const bodyId = useId()
  const problems = useBranchProblems(edgeIdOf({ rule: ruleId, branch: branch.id }))
  const name = rowName(rule, branch)
  const check = readable(branch.healthCheck)

  function showDetails() {
    row.current?.scrollIntoView({ block: 'nearest' })
    if (focused) fieldToFill(document.getElementById(bodyId))?.focus()
  }

  return (
    <li ref={row} className={styles['row']} data-expanded={expanded || undefined} data-branch={branch.id}>
      <div className={styles['head']}>
        <button
          type="button"
          className={styles['toggle']}
          aria-expanded={expanded}
          aria-controls={bodyId}
          onClick={() =>
            store
              .getState()
              .select([
                expanded ? { kind: 'rule', id: ruleId } : { kind: 'rule', id: ruleId, branch: branch.id },
              ])
          }
        >
          <ChevronRight className={styles['chevron']} aria-hidden />
          <RowTarget rule={rule} branch={branch} />
        </button>
        {check !== undefined && (
          <HeartPulse className={styles['check']} role="img" aria-label={`Health check ${check}`} />
        )}
        {problems.length > 0 && <SeverityMark severity={worstOf(problems)} count={problems.length} />}
        {!expanded && (
          <span className={styles['control']}>
            <RowControl ruleId={ruleId} rule={rule} branchId={branch.id} name={name} />
          </span>
        )}
      </div>
      <div id={bodyId}>
        {expanded && (
          <BranchDetails
            ruleId={ruleId}
            rule={rule}
            branch={branch}
            name={name}
            onShown={showDetails}
            onRemove={onRemove}
          />
        )}
      </div>
    </li>
  )
}

/** The field to fill first: the first empty one of the rule's own type, else its first, else what it leads to. */
function fieldToFill(form: HTMLElement | null): HTMLInputElement | undefined {
  const fields = [...(form?.querySelectorAll('input') ?? [])].filter(({ type }) => type === 'text')
  const own = fields.filter((field) => field.closest('[data-own]') !== null)
  return own.find(({ value }) => value === '') ?? own[0] ?? fields[0]
}

/** What the branch is called, and what it leads to. */
function RowTarget({ rule, branch }: { readonly rule: Rule; readonly branch: BranchOf }) {
  const { target } = branch
  const text = rowName(rule, branch)
  const name = (
    <span className={styles['name']} title={text}>
      {text}
    </span>
  )
  if (viewOf(rule).rowName === 'target') {
    return (
      <>
        {target && <TargetMark target={target} />}
        {name}
      </>
    )
  }
  return (
    <>
      {name}
      <span className={styles['target']}>
        <span aria-hidden>→</span>
        {target && <TargetMark target={target} />}
        <span className={styles['id']} title={target?.id}>
          {target?.id ?? 'nowhere yet'}
        </span>
      </span>
    </>
  )
}

/** The colour of an endpoint, or the sign of a rule's type. */
function TargetMark({ target }: { readonly target: Target }) {
  const look = useApp(({ scenario }) => looksOf(scenario.policy).get(target.id))
  const type = useApp(({ scenario }) => scenario.policy.rules.get(target.id)?.type)
  if (target.kind === 'endpoint') return <Swatch look={look} />
  return type ? <RuleMark type={type} /> : null
}

function RuleMark({ type }: { readonly type: RuleType }) {
  const { Icon } = viewOf({ type })
  return (
    <span className={styles['icon']} aria-hidden>
      <Icon size={14} />
    </span>
  )
}

interface RowControlProps<T extends RuleType> {
  readonly ruleId: RuleId
  readonly rule: RuleOf<T, BranchByType[T]> & Rule<T>
  readonly branchId: string
  readonly name: string
}

function RowControl<T extends RuleType>({ ruleId, rule, branchId, name }: RowControlProps<T>) {
  const branch = rule.branches.find(({ id }) => id === branchId)
  return branch ? <OwnControl ruleId={ruleId} rule={rule} branch={branch} name={name} /> : null
}

function OwnControl<T extends RuleType>({
  ruleId,
  rule,
  branch,
  name,
}: Omit<RowControlProps<T>, 'branchId'> & { readonly branch: BranchOf<T> }) {
  const { NodeControl } = viewOf(rule)
  return <NodeControl {...useBranchForm(ruleId, rule, branch, name)} />
}
