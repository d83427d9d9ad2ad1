import { BALANCER, type CheckCase, checkId, documentWith } from '../../model/testing/check-case'

const failover = (primary: unknown, secondary: unknown) => ({
  RuleType: 'failover',
  Primary: primary,
  Secondary: secondary,
})
const checked = { EndpointReference: 'a', HealthCheck: checkId(1) }
const standby = { EndpointReference: 'b', HealthCheck: checkId(2) }
const below = { RuleReference: 's', EvaluateTargetHealth: true }

/** The checks of a failover rule (route53.md 3.1, V26, 9.16). */
export const cases: readonly CheckCase[] = [
  {
    title: 'two checked sides are in order',
    document: documentWith(failover(checked, standby)),
    problems: [],
  },
  {
    title: 'a missing secondary is an error of the rule',
    document: documentWith({ RuleType: 'failover', Primary: checked }),
    problems: [['failover/no-secondary', '/Rules/r']],
  },
  {
    title: 'a secondary that is null reads as missing',
    document: documentWith({ RuleType: 'failover', Primary: checked, Secondary: null }),
    problems: [
      ['failover/no-secondary', '/Rules/r'],
      ['document/null', '/Rules/r/Secondary'],
    ],
  },
  {
    title: 'a missing primary is an error of the rule',
    document: documentWith({ RuleType: 'failover', Secondary: standby }),
    problems: [['failover/no-primary', '/Rules/r']],
  },
  {
    title: 'an empty secondary leads nowhere',
    document: documentWith(failover(checked, {})),
    problems: [['branch/no-target', '/Rules/r/Secondary']],
  },
  {
    title: 'a primary value without a check never fails over, which is a warning',
    document: documentWith(failover({ EndpointReference: 'a' }, { EndpointReference: 'b' })),
    problems: [['failover/primary-never-fails', '/Rules/r/Primary']],
  },
  {
    title: 'a primary resource whose health is not evaluated never fails over',
    document: documentWith(failover({ EndpointReference: 'a', EvaluateTargetHealth: false }, standby), {
      endpoints: { a: BALANCER },
    }),
    problems: [
      ['rule/partly-checked', '/Rules/r'],
      ['failover/primary-never-fails', '/Rules/r/Primary'],
    ],
  },
  {
    title: 'a primary resource whose health is evaluated can fail over',
    document: documentWith(failover({ EndpointReference: 'a', EvaluateTargetHealth: true }, standby), {
      endpoints: { a: BALANCER },
    }),
    problems: [],
  },
  {
    title: 'a primary rule whose branches are all checked can fail over',
    document: documentWith(failover(below, standby), {
      rules: { s: failover(checked, { EndpointReference: 'c', HealthCheck: checkId(3) }) },
    }),
    problems: [],
  },
  {
    title: 'a primary rule with a branch that is always healthy never fails over',
    document: documentWith(failover(below, standby), {
      rules: { s: failover(checked, { EndpointReference: 'c' }) },
    }),
    problems: [
      ['rule/partly-checked', '/Rules/r'],
      ['failover/primary-never-fails', '/Rules/r/Primary'],
      ['rule/partly-checked', '/Rules/s'],
    ],
  },
  {
    title: 'a primary geolocation rule fails over as its default does',
    document: documentWith(failover(below, standby), {
      rules: {
        s: {
          RuleType: 'geo',
          Locations: [
            { EndpointReference: 'a', Country: 'FR', HealthCheck: checkId(1) },
            { EndpointReference: 'c', Country: '*', HealthCheck: checkId(3) },
          ],
        },
      },
    }),
    problems: [],
  },
  {
    title: 'an S3 website is practically always healthy, so a primary of it never fails over',
    document: documentWith(failover({ EndpointReference: 'a', EvaluateTargetHealth: true }, standby), {
      endpoints: { a: { Type: 's3-website', Region: 'us-east-1', Value: 'www.example.com' } },
    }),
    problems: [
      ['rule/partly-checked', '/Rules/r'],
      ['failover/primary-never-fails', '/Rules/r/Primary'],
    ],
  },
  {
    title:
      'a check on the secondary alone is a warning of the rule too, beside the primary that never fails over',
    document: documentWith(failover({ EndpointReference: 'a' }, standby)),
    problems: [
      ['rule/partly-checked', '/Rules/r'],
      ['failover/primary-never-fails', '/Rules/r/Primary'],
    ],
  },
  {
    title: 'a check on the primary alone is a warning of the rule',
    document: documentWith(failover(checked, { EndpointReference: 'b' })),
    problems: [['rule/partly-checked', '/Rules/r']],
  },
]
