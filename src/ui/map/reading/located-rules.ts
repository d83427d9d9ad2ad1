import type { RuleId } from '../../../model/address'
import { useApp } from '../../app-context'

/** The geoproximity rules, which locations can be added to: the selected one first. */
export function useLocatedRules(): readonly RuleId[] {
  const rules = useApp(({ scenario }) => scenario.policy.rules)
  const selection = useApp((state) => state.selection)
  const ids = [...rules].flatMap(([id, { type }]) => (type === 'geoproximity' ? [id] : []))
  const [chosen] = selection.flatMap((each) =>
    each.kind === 'rule' && ids.includes(each.id) ? [each.id] : [],
  )
  return chosen === undefined ? ids : [chosen, ...ids.filter((id) => id !== chosen)]
}
