import type { Branch } from '../branch'
import type { RuleDefinition } from '../definition'
import { outlookOfAny } from '../group-outlook'
import { check, FAILOVER_PROBLEMS } from './check'
import { byRole } from './decision'

/** A failover branch: its id says its role, `primary` or `secondary`. */
export type FailoverBranch = Branch

/** Failover: the primary while it is healthy, else the secondary; both unhealthy, the primary (route53.md 4.5). */
export const failover: RuleDefinition<'failover', FailoverBranch> = {
  type: 'failover',
  documentType: 'failover',
  inTrafficFlow: true,
  title: 'Failover',
  summary: 'Answers with the primary while it is healthy, otherwise with the secondary.',
  reference: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-failover.html',
  form: { kind: 'pair', keys: ['Primary', 'Secondary'] },
  ruleKeys: {},
  documentKeys: {},
  usesClient: false,
  usesAddress: false,
  endpointsOnly: false,
  answersSeveral: false,
  settings: {},
  region: null,
  decodeBranch: (base) => base,
  encodeBranch: () => {},
  adoptBranch: (base, siblings) => ({
    ...base,
    id: siblings.some((sibling) => sibling.id === 'primary') ? 'secondary' : 'primary',
  }),
  labelOf: (branch) => (branch.id === 'primary' ? 'Primary' : 'Secondary'),
  prepare: ({ branches }) => byRole(branches.map(({ id }) => (id === 'primary' ? 'primary' : 'secondary'))),
  groupOutlook: (_branches, outlooks) => outlookOfAny(outlooks),
  reasons: {},
  problems: FAILOVER_PROBLEMS,
  check,
}
