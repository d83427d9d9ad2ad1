import { type DocumentChanges, documentChanges } from '../formats/document-changes'
import { applyRepair, policyFixes, policyText, repairPolicy } from '../formats/repair/repair-policy'
import { type RepairedText, repairText } from '../formats/repair/repair-text'
import type { Problem } from '../model/problem'
import { encodePolicy } from '../policy/document'
import type { Policy } from '../policy/policy'
import { findRepairs, repairKey } from '../policy/repair/find-repairs'
import type { Repair } from '../policy/repair/repair'
import type { RefusedText } from './session'

/** Repairs by their key that were ticked or unticked by hand; of all others the safe ones are made. */
export type ChosenRepairs = ReadonlyMap<string, boolean>

/** Whether a repair is to be made. */
export function isWanted(repair: Repair, chosen: ChosenRepairs): boolean {
  return chosen.get(repairKey(repair)) ?? repair.safe
}

/** A text to be mended that could not be opened. */
export interface MendText extends RefusedText {
  readonly what: 'mendText'
  readonly chosen: ChosenRepairs
}

/** An open policy to be mended: of one problem, or of everything for null. */
export interface MendPolicy {
  readonly what: 'mendPolicy'
  readonly policy: Policy
  readonly problem: Problem | null
  readonly chosen: ChosenRepairs
}

/** A text that was mended, with what that changed in its document. */
export interface MendedText extends RepairedText {
  readonly changes: DocumentChanges
}

/** A policy that was mended, with what that changed in its document. */
export interface MendedPolicy {
  readonly policy: Policy
  readonly repairs: readonly Repair[]
  /** Everything that can be done: what was, and what was left out since it was not wanted. */
  readonly offered: readonly Repair[]
  readonly changes: DocumentChanges
}

/** Mends a text as far as it is wanted; null when there is nothing in it that could be mended. */
export function mendText({ text, name, choice, chosen }: Omit<MendText, 'what'>): MendedText | null {
  const wanted = (repair: Repair) => isWanted(repair, chosen)
  const repaired = repairText(text, { name, wanted, ...(choice === undefined ? {} : { choice }) })
  return repaired && { ...repaired, changes: documentChanges(repaired.before, repaired.after) }
}

/** Mends a policy as far as it is wanted; null when its one problem has no repair. */
export function mendPolicy({ policy, problem, chosen }: Omit<MendPolicy, 'what'>): MendedPolicy | null {
  if (problem) {
    const repair = policyFixes(policy, [problem]).get(problem)
    return repair ? mended(policy, applyRepair(policy, repair), [repair], [repair]) : null
  }
  const { policy: after, repairs } = repairPolicy(policy, (repair) => isWanted(repair, chosen))
  return mended(policy, after, repairs, [...repairs, ...findRepairs(encodePolicy(after))])
}

function mended(
  before: Policy,
  policy: Policy,
  repairs: readonly Repair[],
  offered: readonly Repair[],
): MendedPolicy {
  return { policy, repairs, offered, changes: documentChanges(policyText(before), policyText(policy)) }
}
