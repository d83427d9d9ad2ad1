import { FileX2 } from 'lucide-react'
import { RULES, type RuleType } from '../rules'
import styles from './rule-tag.module.css'

export interface RuleTagProps {
  readonly type: RuleType
  /** As a sign alone, where there is no room for words. */
  readonly compact?: boolean
}

const MEANING = 'Plain record sets only: no traffic policy document can hold this rule'

/** Says of a rule type that Traffic Flow does not have it; nothing of the others. */
export function RuleTag({ type, compact = false }: RuleTagProps) {
  if (RULES[type].inTrafficFlow) return null
  if (compact) {
    return (
      <span className={styles['sign']} role="img" aria-label={MEANING} title={MEANING}>
        <FileX2 size={12} aria-hidden />
      </span>
    )
  }
  return (
    <span className={styles['tag']} title={MEANING}>
      records only
    </span>
  )
}
