import { type CheckCase, checkId, documentWith } from '../../model/testing/check-case'

const weighted = (...items: readonly unknown[]) => documentWith({ RuleType: 'weighted', Items: items })
const b = { EndpointReference: 'b', Weight: '1' }

/** The checks of a weighted rule (route53.md 3.6, V16). */
export const cases: readonly CheckCase[] = [
  {
    title: 'weights from 0 to 255, in quotes or not, are in order',
    document: weighted({ EndpointReference: 'a', Weight: 0 }, { EndpointReference: 'b', Weight: '255' }),
    problems: [],
  },
  {
    title: 'a weight above 255 is an error',
    document: weighted({ EndpointReference: 'a', Weight: 256 }, b),
    problems: [['weighted/weight-range', '/Rules/r/Items/0/Weight']],
  },
  {
    title: 'a weight below 0 is an error',
    document: weighted({ EndpointReference: 'a', Weight: '-1' }, b),
    problems: [['weighted/weight-range', '/Rules/r/Items/0/Weight']],
  },
  {
    title: 'a weight that is no integer is an error',
    document: weighted({ EndpointReference: 'a', Weight: '2.5' }, b),
    problems: [['weighted/weight-range', '/Rules/r/Items/0/Weight']],
  },
  {
    title: 'a missing weight is an error of its branch',
    document: weighted({ EndpointReference: 'a' }, b),
    problems: [['weighted/weight-missing', '/Rules/r/Items/0']],
  },
  {
    title: 'a weight that is no number is an error that says what was found',
    document: weighted({ EndpointReference: 'a', Weight: 'heavy' }, { EndpointReference: 'b', Weight: [1] }),
    problems: [
      ['document/wrong-type', '/Rules/r/Items/0/Weight'],
      ['document/wrong-type', '/Rules/r/Items/1/Weight'],
    ],
  },
  {
    title: 'a placeholder in place of a weight is a note',
    document: weighted({ EndpointReference: 'a', Weight: '${weight}' }, b),
    problems: [['document/placeholder', '/Rules/r/Items/0/Weight']],
  },
  {
    title: 'weights that are all zero share equally, which is noted',
    document: weighted({ EndpointReference: 'a', Weight: 0 }, { EndpointReference: 'b', Weight: '0' }),
    problems: [['weighted/all-weights-zero', '/Rules/r/Items']],
  },
  {
    title: 'a health check on some but not all siblings is a warning of the rule',
    document: weighted({ EndpointReference: 'a', Weight: 1, HealthCheck: checkId(1) }, b),
    problems: [['rule/partly-checked', '/Rules/r']],
  },
  {
    title: 'one health check on siblings with different endpoints is a warning',
    document: weighted(
      { EndpointReference: 'a', Weight: 1, HealthCheck: checkId(1) },
      { EndpointReference: 'b', Weight: 1, HealthCheck: checkId(1) },
      { EndpointReference: 'c', Weight: 1, HealthCheck: checkId(1) },
    ),
    problems: [['rule/shared-health-check', '/Rules/r/Items/1/HealthCheck']],
  },
  {
    title: 'one health check on siblings with the same endpoint is in order',
    document: weighted(
      { EndpointReference: 'a', Weight: 1, HealthCheck: checkId(1) },
      { EndpointReference: 'a', Weight: 2, HealthCheck: checkId(1) },
    ),
    problems: [],
  },
  {
    title: 'an empty list is an error',
    document: documentWith({ RuleType: 'weighted', Items: [] }),
    problems: [['rule/no-branches', '/Rules/r/Items']],
  },
  {
    title: 'a single branch makes health meaningless, which is noted',
    document: weighted(b),
    problems: [['rule/single-branch', '/Rules/r/Items']],
  },
  {
    title: 'nearly as many branches as AWS allows are a warning',
    document: weighted(...many(90)),
    problems: [['rule/many-branches', '/Rules/r/Items']],
  },
  {
    title: 'more branches than AWS allows are a warning',
    document: weighted(...many(101)),
    problems: [['rule/many-branches', '/Rules/r/Items']],
  },
  {
    title: 'a key of another rule type is unknown here, which is a warning',
    document: weighted({ EndpointReference: 'a', Weight: 1, Bias: 10 }, { ...b, weight: 2 }),
    problems: [
      ['document/unknown-key', '/Rules/r/Items/0/Bias'],
      ['document/unknown-key', '/Rules/r/Items/1/weight'],
    ],
  },
]

function many(count: number): readonly unknown[] {
  return Array.from({ length: count }, () => b)
}
