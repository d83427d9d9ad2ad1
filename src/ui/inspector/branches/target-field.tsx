import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import type { BranchId, RuleId, Target } from '../../../model/address'
import { connect, disconnect } from '../../../policy/edits/connect'
import { quoted } from '../../../policy/edits/members'
import { targetExists } from '../../../policy/policy'
import { useApp, useAppStore } from '../../app-context'
import { addedTo, newNodeText } from '../../canvas/commands/add-commands'
import { IconButton } from '../../kit/button'
import { SearchField } from '../../kit/search-field'
import { useEdit } from '../../use-edit'
import styles from '../form.module.css'
import { type TargetChoice, targetOptions } from './target-options'

export interface TargetFieldProps {
  /** The branch that is led, or null for the start. */
  readonly from: { readonly rule: RuleId; readonly branch: BranchId } | null
  readonly target: Target | null
  /** What the branch is called in the labels of the history. */
  readonly name: string
  readonly label?: string
}

/** What a branch or the start leads to, found among all nodes; also makes new ones. */
export function TargetField({ from, target, name, label = 'Leads to' }: TargetFieldProps) {
  const store = useAppStore()
  const policy = useApp(({ scenario }) => scenario.policy)
  const { edit, change } = useEdit()
  const [refusal, setRefusal] = useState<string | null>(null)
  const missing = target !== null && !targetExists(policy, target)

  function choose(choice: TargetChoice) {
    setRefusal(null)
    if (choice.kind === 'nowhere') {
      change(`Lead ${name} nowhere`, (before) => disconnect(before, from))
      return
    }
    const edited =
      choice.kind === 'existing'
        ? edit(`Lead ${name} to ${quoted(choice.target.id)}`, (before) =>
            connect(before, from, choice.target),
          )
        : edit(`Lead ${name} to a new ${newNodeText(choice.node)}`, (before) =>
            addedTo(before, choice.node, from),
          )
    if (!edited.ok) setRefusal(edited.reason)
  }

  return (
    <div className={styles['beside']}>
      <SearchField
        label={label}
        className={styles['grow']}
        placeholder="A rule or endpoint, or a new one"
        value={target?.id ?? ''}
        search={(typed) => targetOptions({ policy, from, current: target }, typed)}
        onChoose={choose}
        empty="No such rule or endpoint."
        problem={refusal ?? (missing ? `There is no ${target.kind} ${quoted(target.id)}.` : null)}
      />
      {target !== null && !missing && (
        <IconButton
          label={`Show ${target.kind} ${target.id}`}
          onClick={() => store.getState().select([target])}
        >
          <ArrowRight />
        </IconButton>
      )}
    </div>
  )
}
