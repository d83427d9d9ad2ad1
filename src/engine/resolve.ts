import type { Target } from '../model/address'
import { readable } from '../model/field'
import { decidingAddress, decidingPlace, type Query } from '../model/query'
import type { Branch } from '../rules'
import { type Client, toClient } from '../rules/client'
import type { Candidate } from '../rules/decision'
import {
  type CompiledEndpoint,
  type CompiledNode,
  type CompiledPolicy,
  type CompiledRule,
  chooseAt,
} from './compile'
import { distributionFor, NO_ANSWER } from './distribution'
import { answersAlong, drawBranches } from './draw'
import type { Random } from './random'
import type { NodataReason, Resolution, Step, StepCandidate } from './resolution'

/** Answers one query with the whole way to the answer. Total: it never throws on a user's policy. */
export function resolve(compiled: CompiledPolicy, query: Query, random: Random): Resolution {
  const recordType = readable(compiled.policy.recordType)
  // Only the policy's own type exists at the name (route53.md 4.6); a CNAME answers every type.
  if (query.type !== null && query.type !== recordType && recordType !== 'CNAME') return nothing('other-type')
  if (!compiled.start) return nothing('no-start')
  const client = toClient(decidingPlace(query), decidingAddress(query) ?? compiled.address)
  const steps = walk(compiled.start, client, random)
  const endpoints = steps.flatMap((step) => (step.kind === 'endpoint' ? [step.endpoint] : []))
  return {
    outcome: endpoints.length > 0 ? 'answer' : 'nodata',
    endpoints,
    distribution: distributionFor(compiled, client),
    steps,
  }
}

function nothing(reason: NodataReason): Resolution {
  return {
    outcome: 'nodata',
    endpoints: [],
    distribution: NO_ANSWER,
    steps: [{ kind: 'nodata', reason }],
  }
}

function walk(start: CompiledNode, client: Client, random: Random): readonly Step[] {
  const steps: Step[] = []
  let node: CompiledNode | undefined = start
  while (node?.kind === 'rule') {
    const choice = chooseAt(node, client)
    const drawn = drawBranches(choice, random)
    steps.push(ruleStep(node, client, drawn))
    if (choice.kind === 'upTo') return [...steps, ...answersAlong(node, drawn).map(endpointStep)]
    const [branch] = drawn
    if (branch === undefined) {
      const reason = node.branches.length > 0 ? 'no-matching-location' : 'no-branch'
      return [...steps, { kind: 'nodata', reason }]
    }
    node = node.targets[branch]
  }
  return node ? [...steps, endpointStep(node)] : steps
}

function endpointStep({ endpoint, down }: CompiledEndpoint): Step {
  return { kind: 'endpoint', endpoint: endpoint.id, blackholed: down }
}

function ruleStep(node: CompiledRule, client: Client, drawn: readonly number[]): Step {
  const candidates = node.decision.explain(client, node.health)
  const live = candidates.flatMap((candidate) => {
    const branch = node.branches[candidate.branch]
    return branch ? [stepCandidate(branch, candidate, drawn.includes(candidate.branch))] : []
  })
  const dead = node.rule.branches
    .filter((branch) => !node.branches.includes(branch))
    .map((branch) => withoutTarget(branch.id, branch.target))
  return {
    kind: 'rule',
    rule: node.id,
    type: node.rule.type,
    candidates: [...live, ...dead],
    lastResort: candidates.some(({ taken, reason }) => taken && reason === 'last-resort'),
    undefinedByAws: node.decision.undefinedFor(client, node.health),
  }
}

// Field by field: spreading the rest of an object takes longer than the whole decision.
function stepCandidate(branch: Branch, candidate: Candidate, taken: boolean): StepCandidate {
  return {
    branch: branch.id,
    target: branch.target,
    taken,
    healthy: candidate.healthy,
    probability: candidate.probability,
    reason: candidate.reason,
    measures: candidate.measures,
  }
}

function withoutTarget(branch: string, target: Target | null): StepCandidate {
  return { branch, target, taken: false, healthy: false, probability: 0, reason: 'no-target', measures: {} }
}
