import { Plus } from 'lucide-react'
import { memo } from 'react'
import type { RuleId } from '../../../model/address'
import { definitionOf, type Rule } from '../../../rules'
import { useApp } from '../../app-context'
import { IconButton } from '../../kit/button'
import { RuleTag } from '../../rule-tag'
import { viewOf } from '../../rule-views'
import { useCanvas, useCanvasState } from '../canvas-context'
import type { NodeProps } from '../flow'
import { HANDLE } from '../flow-id'
import type { RuleNode } from '../flow-nodes'
import { type Light, useRuleLight } from '../marks/use-trace'
import { branchText } from '../names'
import { canvasSelection, NO_BRANCHES } from '../selection'
import { FOLDED, shownRows } from '../shown-rows'
import { BranchRow } from './branch-row'
import { FoldRow, FoldToggle } from './fold-row'
import { NodeFrame, NodeMenuButton, ProblemBadge } from './node-frame'
import frameStyles from './node-frame.module.css'
import { NodeSketch } from './node-sketch'
import styles from './rule-node.module.css'
import { SourceHandle, TargetHandle } from './source-handle'
import { useSketched } from './use-sketched'

/** A rule with its branches as rows, each with its own handle. */
export const RuleNodeView = memo(function RuleNodeView({ data, selected }: NodeProps<RuleNode>) {
  const rule = useApp(({ scenario }) => scenario.policy.rules.get(data.rule))
  const light = useRuleLight(data.rule)
  const sketched = useSketched()
  // The policy may lose a rule a moment before the canvas loses its node.
  if (!rule) return null
  if (sketched)
    return <NodeSketch name={data.rule} handles={data.handles} selected={selected} light={light} />
  return <RuleBox id={data.rule} rule={rule} selected={selected} light={light} />
})

interface RuleBoxProps {
  readonly id: RuleId
  readonly rule: Rule
  readonly selected: boolean
  readonly light: Light | undefined
}

function RuleBox({ id, rule, selected, light }: RuleBoxProps) {
  const { commands } = useCanvas()
  const fold = useCanvasState(({ folds }) => folds.get(id) ?? FOLDED)
  const chosen = useApp(({ selection }) => canvasSelection(selection).branches.get(id) ?? NO_BRANCHES)
  const rows = shownRows(rule.branches, fold, chosen, branchText(rule))
  const { title, form, summary } = definitionOf(rule)
  const { Icon } = viewOf(rule)
  const node = { kind: 'rule', id } as const

  return (
    <NodeFrame node={node} selected={selected} light={light}>
      <TargetHandle of="rule" />
      <header className={`${frameStyles['header'] ?? ''} ${styles['header'] ?? ''}`}>
        <span className={frameStyles['tile']} title={summary}>
          <Icon size={16} />
        </span>
        <span className={frameStyles['names']}>
          <span className={frameStyles['title']}>
            {title} <RuleTag type={rule.type} compact />
          </span>
          <span className={frameStyles['id']} title={id}>
            {id}
          </span>
        </span>
        <ProblemBadge node={node} />
        {rows.folds && <FoldToggle ruleId={id} fold={fold} />}
        {form.kind === 'list' && (
          <IconButton
            label={`Add a branch to ${id}`}
            className={`nodrag nokey ${frameStyles['small'] ?? ''}`}
            onClick={(event) => {
              event.stopPropagation()
              commands.addBranch(id)
            }}
          >
            <Plus />
          </IconButton>
        )}
        <NodeMenuButton node={node} />
      </header>
      {form.kind === 'list' && (
        <SourceHandle id={HANDLE.new} label={id} origin={{ rule: id, branch: null }} />
      )}
      <ul className={styles['rows']}>
        {rows.branches.map((branch) => (
          <BranchRow
            key={branch.id}
            ruleId={id}
            rule={rule}
            branch={branch}
            selected={chosen.has(branch.id)}
          />
        ))}
        {rule.branches.length === 0 && (
          <li className={styles['invite']}>Draw from the dot to what it leads to</li>
        )}
        {rows.folds && <FoldRow ruleId={id} count={rule.branches.length} rows={rows} fold={fold} />}
      </ul>
    </NodeFrame>
  )
}
