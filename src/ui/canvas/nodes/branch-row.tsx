import { EllipsisVertical, HeartOff, HeartPulse } from 'lucide-react'
import { type MouseEvent, memo } from 'react'
import { measuresText, percentText, reasonText } from '../../../analysis/words'
import type { StepCandidate } from '../../../engine/resolution'
import type { RuleId } from '../../../model/address'
import { readable } from '../../../model/field'
import { type BranchChanges, updateBranch } from '../../../policy/edits/branches'
import type { BranchByType, BranchOf, Rule, RuleOf, RuleType } from '../../../rules'
import { withPolicy } from '../../../scenario/with-policy'
import { useApp, useAppStore } from '../../app-context'
import { IconButton } from '../../kit/button'
import { viewOf } from '../../rule-views'
import { useCanvas } from '../canvas-context'
import { edgeIdOf } from '../flow-id'
import { worstOf } from '../marks/problem-marks'
import { useBranchProblems } from '../marks/use-problem-marks'
import { useCandidate, useConnectionLight } from '../marks/use-trace'
import { rowName } from '../names'
import styles from './branch-row.module.css'
import { problemText } from './node-frame'
import { SourceHandle } from './source-handle'

export interface BranchRowProps {
  readonly ruleId: RuleId
  readonly rule: Rule
  readonly branch: BranchOf
  readonly selected: boolean
}

/** One branch of a rule: its name, its common controls, and the handle from which it leads on. */
export const BranchRow = memo(function BranchRow({ ruleId, rule, branch, selected }: BranchRowProps) {
  const store = useAppStore()
  const canvas = useCanvas()
  const from = { rule: ruleId, branch: branch.id }
  const light = useConnectionLight(from)
  const candidate = useCandidate(from)
  const problems = useBranchProblems(edgeIdOf(from))
  const name = rowName(rule, branch)

  function select(event: MouseEvent) {
    event.stopPropagation()
    store.getState().select([{ kind: 'rule', id: ruleId, branch: branch.id }])
  }
  function openMenu(event: MouseEvent) {
    event.stopPropagation()
    const { left, bottom } = event.currentTarget.getBoundingClientRect()
    canvas.store.getState().openMenu({ kind: 'branch', from, at: { x: left, y: bottom } })
  }

  return (
    <li
      className={styles['row']}
      data-light={light}
      data-free={branch.target === null || undefined}
      data-selected={selected || undefined}
      data-problem={problems.length > 0 ? worstOf(problems) : undefined}
      title={problems.length > 0 ? problemText(problems).title : undefined}
      data-branch={branch.id}
    >
      <button
        type="button"
        className={`nokey ${styles['name'] ?? ''}`}
        aria-pressed={selected}
        onClick={select}
      >
        <span className={styles['label']} title={name}>
          {name}
        </span>
        {candidate && (
          <span className={styles['reason']} title={candidateText(candidate)}>
            {shortText(candidate)}
          </span>
        )}
      </button>
      <CheckMark branch={branch} />
      <span className={`nodrag nopan nokey ${styles['control'] ?? ''}`}>
        <RowControl ruleId={ruleId} rule={rule} branchId={branch.id} />
      </span>
      <IconButton
        label={`Menu of ${name} in ${ruleId}`}
        className={`nodrag nokey ${styles['menu'] ?? ''}`}
        aria-haspopup="menu"
        onClick={openMenu}
      >
        <EllipsisVertical />
      </IconButton>
      <SourceHandle id={branch.id} label={`${ruleId}, ${name}`} origin={from} />
    </li>
  )
})

/** The control of the rule's own type, whose changes are one step of the history until they settle. */
function RowControl<T extends RuleType>(props: {
  readonly ruleId: RuleId
  readonly rule: RuleOf<T, BranchByType[T]>
  readonly branchId: string
}) {
  const { ruleId, rule, branchId } = props
  const store = useAppStore()
  const branch = rule.branches.find(({ id }) => id === branchId)
  if (!branch) return null
  const { NodeControl } = viewOf(rule)
  return (
    <NodeControl
      ruleId={ruleId}
      rule={rule}
      branch={branch}
      onChange={(label: string, changes: BranchChanges<T>) =>
        store
          .getState()
          .commit(
            label,
            (scenario) =>
              withPolicy(
                scenario,
                updateBranch(scenario.policy, rule.type, { rule: ruleId, branch: branchId }, changes),
              ),
            { coalesce: `${label} ${ruleId} ${branchId}` },
          )
      }
      onSettle={() => store.getState().settle()}
    />
  )
}

function CheckMark({ branch }: { readonly branch: BranchOf }) {
  const check = readable(branch.healthCheck)
  const state = useApp(({ scenario: { world } }) => {
    if (!check) return null
    const isDown = branch.target?.kind === 'endpoint' && world.down.has(branch.target.id)
    return world.checks.get(check) ?? (isDown ? 'unhealthy' : 'healthy')
  })
  if (!check || state === null) return null
  const Icon = state === 'healthy' ? HeartPulse : HeartOff
  const text = `Health check ${check}: ${state}`
  return <Icon className={styles['check']} data-healthy={state === 'healthy'} role="img" aria-label={text} />
}

function shortText(candidate: StepCandidate): string {
  if (candidate.probability > 0 && candidate.probability < 1) return percentText(candidate.probability)
  return candidate.healthy
    ? measuresText(candidate) || reasonText(candidate.reason)
    : reasonText(candidate.reason)
}

function candidateText(candidate: StepCandidate): string {
  const measures = measuresText(candidate)
  return measures === '' ? reasonText(candidate.reason) : `${reasonText(candidate.reason)}: ${measures}`
}
