import type { Problem } from '../../model/problem'
import type { CheckContext, RuleOf } from '../definition'

export function check(_rule: RuleOf<'geoproximity', never>, _context: CheckContext): readonly Problem[] {
  return []
}
