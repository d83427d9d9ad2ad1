import { isAlias } from '../model/endpoint'
import type { Problem, Severity } from '../model/problem'
import { quote, quoteSome } from '../model/problem-kind'
import type { Policy } from '../policy/policy'
import { definitionOf } from '../rules'
import { DEFAULT_NAME, DEFAULT_TTL, type Scenario } from '../scenario/scenario'

/** The name that a document on its own answers for, since it says none. */
export const BARE_NAME = 'example.com.'

/**
 * What an AWS document cannot hold of a scenario. A warning is a loss: without it an answer, a TTL or a
 * health state is another; a note is about what has no effect on answers. An error is a rule of a type that Traffic Flow
 * does not have: a document with it would be none of AWS's.
 */
export function awsLosses(scenario: Scenario): readonly Problem[] {
  const { policy, record } = scenario
  const loss = lossOf('A traffic policy document')
  const usesTtl = [...policy.endpoints.values()].some((endpoint) => !isAlias(endpoint))
  const named = ![DEFAULT_NAME, BARE_NAME].includes(record.name) || record.hostedZone !== null
  return [
    ...inexpressible(policy),
    ...(record.ttl !== DEFAULT_TTL && usesTtl
      ? [loss('ttl', 'warning', `the TTL of ${record.ttl} s, which is set with the policy record`)]
      : []),
    ...worldLosses('A traffic policy document', scenario),
    ...(named
      ? [loss('name', 'note', `the DNS name ${record.name}, which is set with the policy record`)]
      : []),
    ...unusedLosses('A traffic policy document', scenario),
  ]
}

/** The rules that no document of AWS's can hold. */
function inexpressible({ rules }: Policy): readonly Problem[] {
  return [...rules].flatMap(([id, rule]): Problem[] => {
    const { inTrafficFlow, title } = definitionOf(rule)
    if (inTrafficFlow) return []
    const message = `Traffic Flow has no rule of the type ${title}, which rule ${quote(id)} has, and AWS would refuse a document with it. Write plain record sets instead.`
    return [
      { code: 'loss/rule-type', severity: 'error', message, path: ['Rules', id], at: { kind: 'rule', id } },
    ]
  })
}

/** What a file that makes the policy and its record cannot hold; `file` begins a sentence: `A script`. */
export function lossesWithRecord(file: string): (scenario: Scenario) => readonly Problem[] {
  return (scenario) => [
    ...inexpressible(scenario.policy),
    ...worldLosses(file, scenario),
    ...unusedLosses(file, scenario),
  ]
}

/** The loss of what the scenario assumes of the world, where that changes an answer. */
export function worldLosses(file: string, { world }: Pick<Scenario, 'world'>): readonly Problem[] {
  const { down, checks, latencies, negativeBias } = world
  const assumed = [
    ...(down.size > 0 ? [`that ${quoteSome([...down])} ${down.size === 1 ? 'is' : 'are'} down`] : []),
    ...(checks.size > 0 ? [`the states given to ${quoteSome([...checks.keys()])}`] : []),
    ...(latencies.length > 0 ? ['the latencies given'] : []),
    ...(negativeBias === 'guide' ? [] : ['the formula of AWS’s map for negative biases']),
  ]
  if (assumed.length === 0) return []
  return [lossOf(file)('world', 'warning', `what is only assumed here: ${assumed.join(', ')}`)]
}

/** The loss of what only Catchment works with, in one line: no answer depends on it. */
export function unusedLosses(
  file: string,
  { queries, capacities, demand }: Pick<Scenario, 'queries' | 'capacities' | 'demand'>,
): readonly Problem[] {
  const unused = [
    ...(queries.length > 0 ? ['the saved queries'] : []),
    ...(demand === null ? [] : ['the demand table']),
    ...(capacities.endpoints.size > 0 || capacities.total !== null ? ['the capacities'] : []),
  ]
  return unused.length > 0 ? [lossOf(file)('unused', 'note', listed(unused))] : []
}

/** `a`, `a and b`, `a, b and c`. */
function listed(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' and ')
}

function lossOf(file: string): (what: string, severity: Severity, text: string) => Problem {
  return (what, severity, text) => ({
    code: `loss/${what}`,
    severity,
    message: `${file} has no place for ${text}.`,
    path: [],
  })
}
