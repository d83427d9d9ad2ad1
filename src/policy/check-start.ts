import { present } from '../model/json'
import type { Problem } from '../model/problem'
import { type ProblemTable, quote, reporter } from '../model/problem-kind'
import { checkTarget, type ReferenceKey } from './check-target'
import { type CheckedPolicy, DOCUMENT } from './checked-policy'
import type { Policy } from './policy'
import { rootRules } from './root-rules'

export const START_PROBLEMS = {
  'policy/no-start': { severity: 'error', row: 'V04' },
  'policy/two-starts': { severity: 'error', row: 'V04' },
  'policy/dangling-start': { severity: 'error', row: 'V04' },
} as const satisfies ProblemTable

const report = reporter(START_PROBLEMS)

const RULE: ReferenceKey = { key: 'StartRule', kind: 'rule' }
const ENDPOINT: ReferenceKey = { key: 'StartEndpoint', kind: 'endpoint' }

/** Problems of where the policy starts: one of the two keys, naming something that exists (V04). */
export function checkStart({ policy, document }: CheckedPolicy): readonly Problem[] {
  const given = [RULE, ENDPOINT].filter(({ key }) => present(document, key) !== undefined)
  if (given.length === 0) {
    const message = `The policy has no start. ${startHint(policy)}`
    return [report('policy/no-start', DOCUMENT, message)]
  }
  const problems = given.flatMap((own) => {
    const other = own === RULE ? ENDPOINT : RULE
    return checkTarget(policy, document, own, other, DOCUMENT, (message) =>
      report('policy/dangling-start', DOCUMENT, message, own.key),
    )
  })
  if (given.length === 1) return problems
  const message =
    'The document has both StartRule and StartEndpoint, and may have one; StartRule is taken. Remove the other.'
  return [...problems, report('policy/two-starts', DOCUMENT, message, ENDPOINT.key)]
}

/** Where a policy without a start most probably begins: its only rule that nothing leads to. */
function startHint(policy: Policy): string {
  const roots = rootRules(policy)
  const [root] = roots
  if (root !== undefined && roots.length === 1)
    return `Nothing leads to rule ${quote(root)}: lead the start to it (StartRule).`
  const [endpoint] = policy.endpoints.keys()
  if (policy.rules.size === 0 && endpoint !== undefined && policy.endpoints.size === 1) {
    return `Lead it to endpoint ${quote(endpoint)} (StartEndpoint).`
  }
  return 'Lead it to a rule (StartRule) or to an endpoint (StartEndpoint).'
}
