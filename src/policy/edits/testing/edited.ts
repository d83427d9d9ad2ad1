import { deepFreeze } from '../../../model/testing/deep-freeze'
import type { Policy } from '../../policy'
import type { Edited } from '../edited'

/** The frozen policy after an edit that has to succeed. For tests only. */
export function edited(result: Edited): Policy {
  if (!result.ok) throw new Error(result.reason)
  return deepFreeze(result.policy)
}
