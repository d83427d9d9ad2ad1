import { BALANCER, type CheckCase, documentWith } from '../../model/testing/check-case'

const a = { EndpointReference: 'a' }
const b = { EndpointReference: 'b' }
const rule = (...items: readonly unknown[]) => ({ RuleType: 'multivalue', Items: items })

/** The checks of a multivalue answer rule (route53.md 3.5, V07, V34). */
export const cases: readonly CheckCase[] = [
  { title: 'values with or without checks are in order', document: documentWith(rule(a, b)), problems: [] },
  {
    title: 'a multivalue answer rule of type CNAME is an error',
    document: documentWith(rule(a, b), {
      endpoints: {
        a: { Type: 'value', Value: 'a.example.com' },
        b: { Type: 'value', Value: 'b.example.com' },
      },
      header: { RecordType: 'CNAME' },
    }),
    problems: [['multivalue/record-type', '/Rules/r/RuleType']],
  },
  {
    title: 'an AWS resource under a multivalue answer rule is an error',
    document: documentWith(rule(a, b), { endpoints: { b: BALANCER } }),
    problems: [['multivalue/alias-target', '/Rules/r/Items/1/EndpointReference']],
  },
  {
    title: 'a rule under a multivalue answer rule is an error',
    document: documentWith(rule(a, { RuleReference: 's' }), { rules: { s: rule(a, b) } }),
    problems: [['multivalue/rule-target', '/Rules/r/Items/1/RuleReference']],
  },
  {
    title: 'evaluating target health has no place here, which is noted',
    document: documentWith(rule({ ...a, EvaluateTargetHealth: true }, b)),
    problems: [['branch/value-target-health', '/Rules/r/Items/0/EvaluateTargetHealth']],
  },
  {
    title: 'more than eight values do not fit one answer, which is noted',
    document: documentWith(
      rule(...Array.from({ length: 9 }, (_, index) => ({ EndpointReference: `v${index}` }))),
    ),
    problems: [['multivalue/many-values', '/Rules/r/Items']],
  },
  {
    title: 'eight values fit one answer',
    document: documentWith(
      rule(...Array.from({ length: 8 }, (_, index) => ({ EndpointReference: `v${index}` }))),
    ),
    problems: [],
  },
  {
    title: 'a value that comes twice is answered once, which is noted',
    document: documentWith(rule(a, b, a)),
    problems: [['multivalue/repeated-value', '/Rules/r/Items/2']],
  },
]
