import { isAlias } from '../model/endpoint'
import type { Problem, Severity } from '../model/problem'
import type { World } from '../model/world'
import { DEFAULT_NAME, DEFAULT_TTL, type Scenario } from '../scenario/scenario'

/** The name that a document on its own answers for, since it says none. */
export const BARE_NAME = 'example.com.'

/**
 * What an AWS document cannot hold of a scenario. A warning is a loss: without it an answer, a TTL or a
 * health state is another; a note is about what has no effect on answers.
 */
export function awsLosses({ policy, record, world, queries }: Scenario): readonly Problem[] {
  const usesTtl = [...policy.endpoints.values()].some((endpoint) => !isAlias(endpoint))
  const named = ![DEFAULT_NAME, BARE_NAME].includes(record.name) || record.hostedZone !== null
  return [
    ...(record.ttl !== DEFAULT_TTL && usesTtl
      ? [loss('ttl', 'warning', `the TTL of ${record.ttl} s, which is set with the policy record`)]
      : []),
    ...(hasEffect(world)
      ? [loss('world', 'warning', 'which endpoints and health checks are down, latencies and bias formula')]
      : []),
    ...(named
      ? [loss('name', 'note', `the DNS name ${record.name}, which is set with the policy record`)]
      : []),
    ...(queries.length > 0 ? [loss('queries', 'note', 'the saved queries')] : []),
  ]
}

/** Whether a simulated world answers otherwise than one where all is up. */
export function hasEffect({ down, checks, latencies, negativeBias }: World): boolean {
  return down.size > 0 || checks.size > 0 || latencies.length > 0 || negativeBias !== 'guide'
}

function loss(what: string, severity: Severity, text: string): Problem {
  return {
    code: `loss/${what}`,
    severity,
    message: `A traffic policy document has no place for ${text}.`,
    path: [],
  }
}
