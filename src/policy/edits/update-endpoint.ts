import type { EndpointId, Target } from '../../model/address'
import type { Endpoint, EndpointType } from '../../model/endpoint'
import type { Policy } from '../policy'
import { mapBranches, mapRules, withEndpoint } from './members'
import { followed, newTargetHealth } from './target-health'

/** What can be changed of an endpoint beside its id. */
export interface EndpointChanges {
  readonly value?: string | undefined
  readonly region?: string | undefined
}

/** Changes an endpoint's value or Region; undefined takes the key away. */
export function updateEndpoint(policy: Policy, id: EndpointId, changes: EndpointChanges): Policy {
  const endpoint = policy.endpoints.get(id)
  if (!endpoint) return policy
  const updated: Endpoint = { ...endpoint, ...changes }
  const same = updated.value === endpoint.value && updated.region === endpoint.region
  return same ? policy : withEndpoint(policy, updated)
}

/**
 * Changes an endpoint's type. Its value stays to be edited; a Region goes where only `s3-website` has one,
 * and the target-health flags of its branches follow as for new branches, unless they were set otherwise.
 */
export function setEndpointType(policy: Policy, id: EndpointId, type: EndpointType): Policy {
  const endpoint = policy.endpoints.get(id)
  if (!endpoint || endpoint.type === type) return policy
  const leavesBucket = endpoint.type === 's3-website'
  const retyped = withEndpoint(policy, {
    ...endpoint,
    type,
    region: leavesBucket ? undefined : endpoint.region,
  })
  const target: Target = { kind: 'endpoint', id }
  return mapRules(retyped, (rule) =>
    mapBranches(rule, (branch) => {
      if (branch.target?.kind !== 'endpoint' || branch.target.id !== id) return branch
      const before = newTargetHealth(policy, rule.type, target)
      const flag = followed(retyped, branch, target, before, newTargetHealth(retyped, rule.type, target))
      return flag === branch.evaluateTargetHealth ? branch : { ...branch, evaluateTargetHealth: flag }
    }),
  )
}

/** Changes the one record type of the policy; values of the old type are then reported, not changed. */
export function setRecordType(policy: Policy, recordType: string): Policy {
  return policy.recordType === recordType ? policy : { ...policy, recordType }
}
