import type { BranchId, RuleId, Target } from '../../model/address'
import { connect, connectNew } from '../../policy/edits/connect'
import type { Edited } from '../../policy/edits/edited'
import type { Policy } from '../../policy/policy'
import { HANDLE, targetOfFlowId } from './flow-id'

/** Where a connection is drawn from: a branch, a rule's next branch (null), or null for the start. */
export type Origin = { readonly rule: RuleId; readonly branch: BranchId | null } | null

/** Leads what a connection is drawn from to a target. */
export function connectFrom(policy: Policy, origin: Origin, target: Target): Edited {
  if (origin === null) return connect(policy, null, target)
  if (origin.branch === null) return connectNew(policy, origin.rule, target)
  return connect(policy, { rule: origin.rule, branch: origin.branch }, target)
}

/** The origin behind a source handle of the canvas. */
export function originOfHandle(flowId: string, handle: string | null): Origin {
  const node = targetOfFlowId(flowId)
  if (node?.kind !== 'rule') return null
  return { rule: node.id, branch: handle === null || handle === HANDLE.new ? null : handle }
}

/** What the origin leads to now. */
export function targetOf(policy: Policy, origin: Origin): Target | null {
  if (origin === null) return policy.start
  const branches = policy.rules.get(origin.rule)?.branches ?? []
  return branches.find(({ id }) => id === origin.branch)?.target ?? null
}
