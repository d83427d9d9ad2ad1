import type { EndpointId } from '../../model/address'
import { type AliasType, bucketOf, typesOfName } from '../../model/dns/aws-names'
import { readable } from '../../model/field'
import type { Policy } from '../policy'
import { setEndpointType, setRecordType, updateEndpoint } from './update-endpoint'

/** What a CNAME policy becomes when it answers with addresses itself (route53.md 2.1). */
export interface AliasWay {
  readonly policy: Policy
  /** Endpoints whose names are those of AWS resources, with the types they get. */
  readonly aliases: ReadonlyMap<EndpointId, AliasType>
  /** Endpoints that no alias can lead to; each needs an address of the new record type. */
  readonly others: readonly EndpointId[]
}

/**
 * The policy as one of type A whose endpoints are aliases wherever their names are those of AWS resources. This is
 * what can stand at a zone's apex, where a CNAME cannot. A name that fits classic and application load balancers alike
 * is taken for the latter.
 */
export function answerAsAliases(policy: Policy): AliasWay {
  const aliases = new Map<EndpointId, AliasType>()
  const others: EndpointId[] = []
  let edited = setRecordType(policy, 'A')
  for (const { id, type, value } of policy.endpoints.values()) {
    if (type !== 'value') continue
    const name = readable(value) ?? ''
    const [alias] = typesOfName(name)
    if (!alias) {
      others.push(id)
      continue
    }
    aliases.set(id, alias)
    edited = setEndpointType(edited, id, alias)
    if (alias === 's3-website') edited = updateEndpoint(edited, id, bucketOfHost(name))
  }
  return { policy: edited, aliases, others }
}

/** A website host name as the bucket and Region that an endpoint keeps apart: `b.s3-website-eu-west-1.amazonaws.com`. */
function bucketOfHost(host: string): { readonly value: string; readonly region?: string } {
  const region = /\.s3-website[-.]([a-z0-9-]+)\.amazonaws\.com/i.exec(host)?.[1]
  return { value: bucketOf(host), ...(region === undefined ? {} : { region: region.toLowerCase() }) }
}
