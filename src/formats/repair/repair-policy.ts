import { equalJson } from '../../model/json'
import type { Problem } from '../../model/problem'
import { encodePolicy } from '../../policy/document'
import type { Policy } from '../../policy/policy'
import { applyEdits } from '../../policy/repair/apply-edits'
import {
  type Fixer,
  findRepairs,
  fixer,
  fixesFor,
  repairDocument,
  repairSteps,
} from '../../policy/repair/find-repairs'
import type { Repair } from '../../policy/repair/repair'
import { definitionOf, type Rule } from '../../rules'
import { exportAws, importDocument } from '../aws'
import { documentText } from '../import/open-candidate'
import { parseJson } from '../parse-json'
import { patchJson } from '../patch'

/** An open policy after repairs; the very same when none could be made. */
export interface RepairedPolicy {
  readonly policy: Policy
  readonly repairs: readonly Repair[]
}

/** Makes one repair of a policy; in its text only the characters of the repair change. */
export function applyRepair(policy: Policy, repair: Repair): Policy {
  return withDocument(policy, applyEdits(encodePolicy(policy), repair.edits))
}

/** Makes every repair that `wanted` takes, and those that they make possible; all safe ones without it. */
export function repairPolicy(policy: Policy, wanted?: (repair: Repair) => boolean): RepairedPolicy {
  const { document, repairs } = repairDocument(encodePolicy(policy), wanted)
  const repaired = withDocument(policy, document)
  return repaired === policy ? { policy, repairs: [] } : { policy: repaired, repairs }
}

/** Every repair that an open policy could have. */
export function offeredRepairs(policy: Policy): readonly Repair[] {
  return findRepairs(encodePolicy(policy))
}

/** Finds in steps which problems of an open policy have a repair. */
export function* fixerSteps(policy: Policy): Generator<undefined, Fixer> {
  return fixer(yield* repairSteps(encodePolicy(policy)))
}

/** The repair for each problem of an open policy that has one. */
export function policyFixes(policy: Policy, problems: readonly Problem[]): ReadonlyMap<Problem, Repair> {
  return fixesFor(encodePolicy(policy), problems)
}

/** The text of a policy as it would be exported, also where it has none of its own yet. */
export function policyText(policy: Policy): string {
  return policy.text === null ? documentText(encodePolicy(policy)) : exportAws(policy)
}

/** The policy with another document; the same policy where that is no other, or could not be opened. */
function withDocument(policy: Policy, document: ReturnType<typeof applyEdits>): Policy {
  if (equalJson(document, encodePolicy(policy))) return policy
  const before = parseJson(policyText(policy))
  const parsed = before.ok ? parseJson(patchJson(before.value.text, before.value.root, document)) : before
  const imported = parsed.ok ? importDocument(parsed.value) : parsed
  if (!imported.ok) return policy
  const text = policy.text === null ? null : imported.value.policy.text
  return withBranchIds({ ...imported.value.policy, text }, policy)
}

/** Branches keep the ids that the editor knows them by, where a rule still has as many. */
function withBranchIds(policy: Policy, before: Policy): Policy {
  return {
    ...policy,
    rules: new Map(
      [...policy.rules].map(([id, rule]) => {
        const old = before.rules.get(id)
        return [
          id,
          old?.type === rule.type && old.branches.length === rule.branches.length ? named(rule, old) : rule,
        ]
      }),
    ),
  }
}

function named(rule: Rule, old: Rule): Rule {
  return definitionOf(rule).form.kind === 'pair'
    ? rule
    : renamed(
        rule,
        old.branches.map(({ id }) => id),
      )
}

function renamed<B extends { readonly id: string }, R extends { readonly branches: readonly B[] }>(
  rule: R,
  ids: readonly string[],
): R {
  return {
    ...rule,
    branches: rule.branches.map((branch, index) => ({ ...branch, id: ids[index] ?? branch.id })),
  }
}
