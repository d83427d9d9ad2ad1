import { RULES, type RuleType } from '../rules'
import styles from './rule-tag.module.css'

/** Says of a rule type that Traffic Flow does not have it; nothing of the others. */
export function RuleTag({ type }: { readonly type: RuleType }) {
  if (RULES[type].inTrafficFlow) return null
  return (
    <span
      className={styles['tag']}
      title="No traffic policy document can hold this rule: export it as plain record sets"
    >
      records only
    </span>
  )
}
