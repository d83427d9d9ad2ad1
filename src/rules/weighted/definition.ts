import { type Loose, numeric, readable, readField, writeField } from '../../model/field'
import { numberSchema } from '../../model/json-schema'
import type { Branch } from '../branch'
import type { RuleDefinition } from '../definition'
import { outlookOfAny } from '../group-outlook'
import { check, WEIGHTED_PROBLEMS } from './check'
import { byWeight } from './decision'

export interface WeightedBranch extends Branch {
  /** 0…255 in a sound document; 0 is used only when every other member is unhealthy. */
  readonly weight: Loose<number>
}

/** Weights are 0…255, but whatever was written is shared out; this bound keeps every sum a number. */
const LARGEST_WEIGHT = Number.MAX_SAFE_INTEGER

/** The weight to calculate with: what cannot be read, and what is below zero, counts as zero. */
export function effectiveWeight(branch: WeightedBranch): number {
  return Math.min(LARGEST_WEIGHT, Math.max(0, readable(branch.weight) ?? 0))
}

/** Weighted: each healthy member by its share of the weights (route53.md 4.5). */
export const weighted: RuleDefinition<'weighted', WeightedBranch> = {
  type: 'weighted',
  documentType: 'weighted',
  inTrafficFlow: true,
  title: 'Weighted',
  summary: 'Splits answers between branches in proportion to their weights.',
  reference: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-weighted.html',
  form: { kind: 'list', key: 'Items' },
  ruleKeys: {},
  documentKeys: {
    Weight: numberSchema(
      'Share of the answers relative to the other weights, 0 to 255; 0 only when nothing else is healthy',
      { type: 'integer', minimum: 0, maximum: 255 },
      '^(25[0-5]|2[0-4]\\d|1?\\d?\\d)$',
    ),
  },
  requiredKeys: ['Weight'],
  usesClient: false,
  usesAddress: false,
  endpointsOnly: false,
  answersSeveral: false,
  settings: { Weight: (value) => `weight ${value}` },
  region: null,
  decodeBranch: (base) => ({ ...base, weight: readField(base.source, 'Weight', numeric) }),
  encodeBranch: (branch, into) => writeField(into, 'Weight', numeric, branch.weight),
  // As heavy as the last sibling, so that a new branch shares evenly with it.
  adoptBranch: (base, siblings) => ({ ...base, weight: readable(siblings.at(-1)?.weight) ?? 1 }),
  labelOf: (branch) => `Weight ${readable(branch.weight) ?? '?'}`,
  prepare: ({ branches }) => byWeight(branches.map(effectiveWeight)),
  groupOutlook: (_branches, outlooks) => outlookOfAny(outlooks),
  reasons: {},
  problems: WEIGHTED_PROBLEMS,
  check,
}
