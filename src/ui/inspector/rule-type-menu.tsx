import { ChevronDown } from 'lucide-react'
import type { RuleId } from '../../model/address'
import { changeRuleType } from '../../policy/edits/change-rule-type'
import { definitionOf, RULE_TYPES, RULES, type Rule, type RuleType } from '../../rules'
import { useApp } from '../app-context'
import { Button } from '../kit/button'
import fieldStyles from '../kit/field.module.css'
import { Menu } from '../kit/menu'
import { viewOf } from '../rule-views'
import { useEdit } from '../use-edit'
import { type AskedType, changeLabel } from './asked-type-change'

export interface RuleTypeMenuProps {
  readonly id: RuleId
  readonly rule: Rule
  readonly onAsk: (asked: AskedType) => void
}

/** The type of a rule, to be changed with its branches kept. */
export function RuleTypeMenu({ id, rule, onAsk }: RuleTypeMenuProps) {
  const policy = useApp(({ scenario }) => scenario.policy)
  const { edit } = useEdit()
  const { title } = definitionOf(rule)
  const { Icon } = viewOf(rule)

  function choose(type: RuleType) {
    const changed = changeRuleType(policy, id, type)
    if (changed.ok && changed.dropped.length === 0) {
      edit(changeLabel(id, type), (before) => changeRuleType(before, id, type))
    } else onAsk({ type, surplus: 'refuse' })
  }

  return (
    <span className={fieldStyles['field']}>
      <span className={fieldStyles['label']} aria-hidden>
        Type
      </span>
      <Menu
        trigger={
          <Button aria-label={`Type: ${title}. Change it`}>
            <Icon size={16} /> {title} <ChevronDown />
          </Button>
        }
        items={RULE_TYPES.map((type) => {
          const TypeIcon = viewOf({ type }).Icon
          return {
            key: type,
            label: RULES[type].title,
            detail: type === rule.type ? 'Its type now' : RULES[type].summary,
            icon: <TypeIcon size={16} />,
            disabled: type === rule.type,
            onSelect: () => choose(type),
          }
        })}
      />
    </span>
  )
}
