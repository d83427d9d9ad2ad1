import { useId } from 'react'
import { isMalformed } from '../../../model/field'
import { spelled } from '../../../model/field-checks'
import { updateBranch } from '../../../policy/edits/branches'
import { quoted } from '../../../policy/edits/members'
import { useApp } from '../../app-context'
import { TextField } from '../../kit/text-field'
import { useEdit } from '../../use-edit'
import styles from '../form.module.css'
import type { BranchFieldProps } from './branch-field'

/** The id of a branch's health check, with those that the policy has already on offer. */
export function HealthCheckField({ ruleId, rule, branch, name }: BranchFieldProps) {
  const policy = useApp(({ scenario }) => scenario.policy)
  const { change, settle } = useEdit()
  const listId = useId()
  const { healthCheck } = branch
  const known = [...policy.rules.values()].flatMap(({ branches }) =>
    branches.flatMap((each) => (typeof each.healthCheck === 'string' ? [each.healthCheck] : [])),
  )

  function setCheck(text: string) {
    const at = { rule: ruleId, branch: branch.id }
    change(
      `Change health check of ${quoted(name)}`,
      (before) => updateBranch(before, rule.type, at, { healthCheck: text === '' ? undefined : text }),
      { coalesce: `health check ${ruleId}/${branch.id}` },
    )
  }

  return (
    <span className={styles['beside']}>
      <TextField
        label="Health check id"
        className={styles['wide']}
        placeholder="None: always healthy"
        title={isMalformed(healthCheck) ? undefined : healthCheck}
        list={listId}
        value={isMalformed(healthCheck) ? spelled(healthCheck.malformed) : (healthCheck ?? '')}
        onChange={setCheck}
        onSettle={settle}
      />
      <datalist id={listId}>
        {[...new Set(known)].map((id) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </datalist>
    </span>
  )
}
