import type { EndpointId } from '../../model/address'
import type { Endpoint } from '../../model/endpoint'
import type { Policy } from '../../policy/policy'
import type { Branch, Rule } from '../../rules'

/** What an endpoint answers with, as one text: two endpoints with the same text cannot be told apart by answers. */
export type AnswerOf = (endpoint: Endpoint) => string

/**
 * The policy with every endpoint under what it answers with in place of its id, so that two policies can be
 * compared by answers; endpoints that answer alike become one.
 */
export function withAnswersAsIds(policy: Policy, answerOf: AnswerOf): Policy {
  const names = new Map<EndpointId, string>()
  const endpoints = new Map<EndpointId, Endpoint>()
  for (const endpoint of policy.endpoints.values()) {
    const id = answerOf(endpoint)
    names.set(endpoint.id, id)
    if (!endpoints.has(id)) endpoints.set(id, { ...endpoint, id })
  }

  function renamed<B extends Branch>(branch: B): B {
    const { target } = branch
    const id = target?.kind === 'endpoint' ? names.get(target.id) : undefined
    return id === undefined ? branch : { ...branch, target: { kind: 'endpoint', id } }
  }

  const start = policy.start?.kind === 'endpoint' ? names.get(policy.start.id) : undefined
  return {
    ...policy,
    endpoints,
    start: start === undefined ? policy.start : { kind: 'endpoint', id: start },
    rules: new Map([...policy.rules].map(([id, rule]) => [id, withBranches(rule, renamed)])),
  }
}

function withBranches(rule: Rule, change: <B extends Branch>(branch: B) => B): Rule {
  // A spread forgets which type of rule goes with which branches; the change keeps every branch's own type.
  return { ...rule, branches: rule.branches.map((branch) => change(branch)) } as Rule
}
