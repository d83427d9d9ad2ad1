import type { EndpointId, RuleId } from '../../model/address'
import type { EndpointType } from '../../model/endpoint'
import { EMPTY_OBJECT } from '../../model/json'
import type { RuleType } from '../../rules'
import type { Policy } from '../policy'
import { type Edited, refuse } from './edited'
import { freshId, whyNotId } from './fresh-id'
import { withEndpoint, withRule } from './members'
import { newRule } from './new-rule'

/** Adds a rule without branches (a failover rule: with its two sides), connected to nothing. */
export function addRule(policy: Policy, type: RuleType, id?: RuleId): Edited<{ readonly id: RuleId }> {
  const given = id ?? freshId(policy, type)
  const wrong = whyNotId(policy, given)
  if (wrong !== null) return refuse(wrong)
  return { ok: true, policy: withRule(policy, given, newRule(policy, type, [])), id: given }
}

/** What a new endpoint is; without a value it can be filled in later. */
export interface NewEndpoint {
  readonly type: EndpointType
  readonly value?: string
  /** Only `s3-website` needs one. */
  readonly region?: string
}

const STEM: Readonly<Record<EndpointType, string>> = {
  value: 'endpoint',
  cloudfront: 'cloudfront',
  'application-load-balancer': 'load-balancer',
  'elastic-load-balancer': 'load-balancer',
  'network-load-balancer': 'load-balancer',
  'elastic-beanstalk': 'beanstalk',
  's3-website': 's3-website',
}

/** Adds an endpoint, connected to nothing. */
export function addEndpoint(
  policy: Policy,
  { type, value, region }: NewEndpoint,
  id?: EndpointId,
): Edited<{ readonly id: EndpointId }> {
  const given = id ?? freshId(policy, STEM[type])
  const wrong = whyNotId(policy, given)
  if (wrong !== null) return refuse(wrong)
  const endpoint = { id: given, type, value, region, source: EMPTY_OBJECT }
  return { ok: true, policy: withEndpoint(policy, endpoint), id: given }
}
