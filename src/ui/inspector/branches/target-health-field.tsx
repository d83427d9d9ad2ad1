import { updateBranch } from '../../../policy/edits/branches'
import { quoted } from '../../../policy/edits/members'
import { useApp } from '../../app-context'
import { Button } from '../../kit/button'
import { Switch } from '../../kit/switch'
import { useEdit } from '../../use-edit'
import styles from '../form.module.css'
import type { BranchFieldProps } from './branch-field'
import { targetHealthOf } from './target-health'

/** Whether the health of what a branch leads to counts, and what that means for it. */
export function TargetHealthField({ ruleId, rule, branch, name }: BranchFieldProps) {
  const policy = useApp(({ scenario }) => scenario.policy)
  const { change } = useEdit()
  const { use, on, written, note } = targetHealthOf(policy, rule, branch)
  if (use === 'none') return null

  function set(value: boolean | undefined) {
    const verb = value === undefined ? 'Remove' : value ? 'Evaluate' : 'Do not evaluate'
    const at = { rule: ruleId, branch: branch.id }
    change(`${verb} target health of ${quoted(name)}`, (before) =>
      updateBranch(before, rule.type, at, { evaluateTargetHealth: value }),
    )
  }

  return (
    <div className={styles['switch']}>
      <Switch
        label="Evaluate target health"
        checked={on}
        disabled={use === 'without-effect'}
        onChange={set}
      />
      <p className={styles['note']}>{note}</p>
      {use === 'applies' && !written && <Button onClick={() => set(false)}>Write it as off</Button>}
      {use === 'without-effect' && written && (
        <Button onClick={() => set(undefined)}>Remove it from the document</Button>
      )}
    </div>
  )
}
