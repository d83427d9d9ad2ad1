import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import type { Target } from '../../../model/address'
import type { Endpoint } from '../../../model/endpoint'
import { inSentence } from '../../../model/in-sentence'
import { whyNotInsert, wrapEndpoint } from '../../../policy/edits/insert-rule'
import { quoted } from '../../../policy/edits/members'
import { connectionsTo } from '../../../policy/graph'
import { RULE_TYPES, RULES, type RuleType } from '../../../rules'
import { useApp, useAppStore } from '../../app-context'
import { Button } from '../../kit/button'
import { Callout } from '../../kit/callout'
import { Menu } from '../../kit/menu'
import { viewOf } from '../../rule-views'
import { useEdit } from '../../use-edit'

/** Puts a new rule before an endpoint: all that leads to it then leads to the rule. */
export function WrapMenu({ endpoint: { id } }: { readonly endpoint: Endpoint }) {
  const store = useAppStore()
  const policy = useApp(({ scenario }) => scenario.policy)
  const { edit } = useEdit()
  const [refusal, setRefusal] = useState<string | null>(null)
  const target: Target = { kind: 'endpoint', id }
  const sources = connectionsTo(policy, target).map(({ from }) => from)

  function wrap(type: RuleType) {
    const edited = edit(`Wrap ${quoted(id)} in a ${inSentence(RULES[type].title)} rule`, (before) =>
      wrapEndpoint(before, id, type),
    )
    setRefusal(edited.ok ? null : edited.reason)
    if (edited.ok) store.getState().select([{ kind: 'rule', id: edited.id }])
  }

  return (
    <>
      <Menu
        trigger={
          <Button>
            Wrap in a rule <ChevronDown />
          </Button>
        }
        items={RULE_TYPES.map((type) => {
          const { Icon } = viewOf({ type })
          const refused = whyNotInsert(policy, target, type, sources)
          return {
            key: type,
            label: RULES[type].title,
            detail: refused?.reason ?? RULES[type].summary,
            icon: <Icon size={16} />,
            disabled: refused !== null,
            onSelect: () => wrap(type),
          }
        })}
      />
      {refusal !== null && <Callout tone="error">{refusal}</Callout>}
    </>
  )
}
