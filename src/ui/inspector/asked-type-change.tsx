import { useState } from 'react'
import type { RuleId } from '../../model/address'
import { inSentence } from '../../model/in-sentence'
import { changeRuleType, type Surplus } from '../../policy/edits/change-rule-type'
import type { DroppedSetting } from '../../policy/edits/dropped-settings'
import { quoted } from '../../policy/edits/members'
import { definitionOf, RULES, type Rule, type RuleType } from '../../rules'
import { useApp } from '../app-context'
import { Button } from '../kit/button'
import { Callout } from '../kit/callout'
import { useEdit } from '../use-edit'

/** A change of type that was asked for and is not made before the user has seen what it costs. */
export interface AskedType {
  readonly type: RuleType
  readonly surplus: Surplus
}

export interface AskedTypeChangeProps {
  readonly id: RuleId
  readonly rule: Rule
  readonly asked: AskedType
  readonly onDone: () => void
}

/** What a change of type would drop, or why it is refused, before anything is changed. */
export function AskedTypeChange({ id, rule, asked, onDone }: AskedTypeChangeProps) {
  const policy = useApp(({ scenario }) => scenario.policy)
  const { edit } = useEdit()
  const [surplus, setSurplus] = useState(asked.surplus)
  const { type } = asked
  const { title } = RULES[type]
  const changed = changeRuleType(policy, id, type, surplus)
  const canNest =
    !changed.ok && RULES[type].form.kind === 'pair' && changeRuleType(policy, id, type, 'nest').ok
  const keep = <Button onClick={onDone}>Keep {inSentence(definitionOf(rule).title)}</Button>

  if (!changed.ok) {
    return (
      <Callout
        tone="error"
        actions={
          <>
            {canNest && (
              <Button look="primary" onClick={() => setSurplus('nest')}>
                Put the others below the secondary…
              </Button>
            )}
            {keep}
          </>
        }
      >
        {changed.reason}
      </Callout>
    )
  }
  return (
    <Callout
      tone="warning"
      actions={
        <>
          <Button
            look="primary"
            onClick={() => {
              edit(changeLabel(id, type), (before) => changeRuleType(before, id, type, surplus))
              onDone()
            }}
          >
            Change to {inSentence(title)}
          </Button>
          {keep}
        </>
      }
    >
      {surplus === 'nest' &&
        `The first branch becomes the primary; the others go into a ${inSentence(definitionOf(rule).title)} rule below the secondary. `}
      {changed.dropped.length > 0 && droppedText(title, changed.dropped)}
    </Callout>
  )
}

const MOST_NAMED = 8

function droppedText(title: string, dropped: readonly DroppedSetting[]): string {
  const named = dropped
    .slice(0, MOST_NAMED)
    .map(({ what, target }) => (target ? `${what} of ${quoted(target.id)}` : what))
  const more = dropped.length - named.length
  const rest = more > 0 ? `; and ${more} more` : ''
  return `${title} has no place for ${named.join('; ')}${rest}. Changing the type drops this; undo brings it back.`
}

/** What a change of type is called in the history. */
export function changeLabel(id: RuleId, type: RuleType): string {
  return `Change ${quoted(id)} to ${inSentence(RULES[type].title)}`
}
