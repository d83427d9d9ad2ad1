import type { Target } from '../model/address'
import { isPlaceholder } from '../model/field'
import { isNull, placeholderId } from '../model/field-checks'
import { EMPTY_OBJECT, isJsonObject, type JsonObject } from '../model/json'
import type { Problem } from '../model/problem'
import { type ProblemTable, quote, reporter } from '../model/problem-kind'
import { type CheckedPolicy, memberSubject } from './checked-policy'
import { connections, reachableFrom } from './graph'
import { type Policy, targetExists } from './policy'
import { rootRules } from './root-rules'

export const NODE_PROBLEMS = {
  'policy/empty-id': { severity: 'error', row: '1.1' },
  'policy/same-id': { severity: 'warning', row: '9.12' },
  'policy/unused-rule': { severity: 'warning', row: 'V29' },
  'policy/unused-endpoint': { severity: 'warning', row: 'V29' },
} as const satisfies ProblemTable

const report = reporter(NODE_PROBLEMS)

/** Problems of ids, of nodes that nothing uses, and of members that are null. */
export function checkNodes({ policy, document }: CheckedPolicy): readonly Problem[] {
  const all: readonly Target[] = [
    ...[...policy.rules.keys()].map((id): Target => ({ kind: 'rule', id })),
    ...[...policy.endpoints.keys()].map((id): Target => ({ kind: 'endpoint', id })),
  ]
  return [
    ...all.flatMap(checkId),
    ...[...policy.rules.keys()].flatMap((id) => (policy.endpoints.has(id) ? [sameId(id)] : [])),
    ...checkUnused(policy, all),
    ...checkNullMembers(document),
  ]
}

function checkId(node: Target): readonly Problem[] {
  const subject = memberSubject(node)
  if (isPlaceholder(node.id)) return [placeholderId(subject)]
  if (node.id !== '') return []
  const message = `The id of one ${node.kind} is empty; give it a name and use that in every reference to it.`
  return [report('policy/empty-id', subject, message)]
}

function sameId(id: string): Problem {
  const message = `A rule and an endpoint have the id ${quote(id)}. References say which is meant, but readers may err, and AWS does not say whether it is allowed; rename one.`
  return report('policy/same-id', memberSubject({ kind: 'rule', id }), message)
}

/** Nodes that no path reaches from the start; without a start, from the rules that nothing leads to. */
function checkUnused(policy: Policy, all: readonly Target[]): readonly Problem[] {
  // What a placeholder will lead to cannot be called unused.
  const open = connections(policy).some(
    ({ target }) => isPlaceholder(target.id) && !targetExists(policy, target),
  )
  if (open) return []
  const roots = rootsOf(policy, all)
  const used = new Set(reachableFrom(policy, roots).map(({ kind, id }) => `${kind} ${id}`))
  return all.flatMap((node): Problem[] => {
    if (used.has(`${node.kind} ${node.id}`)) return []
    const message = `Nothing leads from the start to ${node.kind} ${quote(node.id)}; connect it or remove it.`
    const code = node.kind === 'rule' ? 'policy/unused-rule' : 'policy/unused-endpoint'
    return [report(code, memberSubject(node), message)]
  })
}

function rootsOf(policy: Policy, all: readonly Target[]): readonly Target[] {
  const { start } = policy
  if (start && targetExists(policy, start)) return [start]
  // Without rules any endpoint may be meant as the start.
  return policy.rules.size === 0 ? all : rootRules(policy).map((id): Target => ({ kind: 'rule', id }))
}

function checkNullMembers(document: JsonObject): readonly Problem[] {
  const kinds = [
    ['Endpoints', 'endpoint'],
    ['Rules', 'rule'],
  ] as const
  return kinds.flatMap(([key, kind]) => {
    const members = document.get(key)
    return [...(isJsonObject(members) ? members : EMPTY_OBJECT)].flatMap(([id, member]): Problem[] =>
      member === null ? [isNull(memberSubject({ kind, id }))] : [],
    )
  })
}
