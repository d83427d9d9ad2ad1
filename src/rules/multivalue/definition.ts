import type { Branch } from '../branch'
import type { RuleDefinition } from '../definition'
import { outlookOfAny } from '../group-outlook'
import { check, MULTIVALUE_PROBLEMS } from './check'
import { byAnswering } from './decision'

export type MultivalueBranch = Branch

/** Multivalue answer: up to eight healthy values in one answer (route53.md 4.5). */
export const multivalue: RuleDefinition<'multivalue', MultivalueBranch> = {
  type: 'multivalue',
  documentType: 'multivalue',
  inTrafficFlow: true,
  title: 'Multivalue answer',
  summary: 'Answers with up to eight healthy values at once, in random order.',
  reference: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-multivalue.html',
  form: { kind: 'list', key: 'Items' },
  ruleKeys: {},
  documentKeys: {},
  usesClient: false,
  usesAddress: false,
  endpointsOnly: true,
  answersSeveral: true,
  settings: {},
  region: null,
  decodeBranch: (base) => base,
  encodeBranch: () => {},
  // The format has no place for target health under this type (3.5).
  adoptBranch: (base) => ({ ...base, evaluateTargetHealth: undefined }),
  labelOf: () => 'Value',
  prepare: ({ branches }) => byAnswering(branches.length),
  groupOutlook: (_branches, outlooks) => outlookOfAny(outlooks),
  reasons: {},
  problems: MULTIVALUE_PROBLEMS,
  check,
}
