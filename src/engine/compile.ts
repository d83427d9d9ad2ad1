import type { EndpointId, RuleId, Target } from '../model/address'
import type { IpPrefix } from '../model/dns/ip-prefix'
import type { Endpoint } from '../model/endpoint'
import type { World } from '../model/world'
import type { Policy } from '../policy/policy'
import { childrenFirst } from '../policy/rule-order'
import { type Branch, type BranchByType, definitionOf, type Rule, type RuleType } from '../rules'
import { type Client, NOBODY } from '../rules/client'
import type { BranchHealth, Choice, Decision } from '../rules/decision'
import type { RuleDefinition, RuleOf } from '../rules/definition'
import { type VaryingHealth, varyingHealth } from './group-health'
import { evaluatesTarget, type HealthInputs, healthInputs } from './health'

/** A policy in a world, made ready for many queries. Make a new one after a change of either. */
export interface CompiledPolicy {
  readonly policy: Policy
  readonly world: World
  /** The address of clients who are asked about without one of their own, as all those of a map are. */
  readonly address: IpPrefix | null
  /** Where every query begins; null when the policy's start names nothing that exists. */
  readonly start: CompiledNode | null
  /** The rules that the start leads to, each after every rule below it. */
  readonly rules: readonly CompiledRule[]
  readonly health: HealthInputs
}

export type CompiledNode = CompiledEndpoint | CompiledRule

export interface CompiledEndpoint {
  readonly kind: 'endpoint'
  readonly endpoint: Endpoint
  /** Down, so that whatever reaches it is black-holed. */
  readonly down: boolean
  /** The answer that this endpoint alone makes, made once. */
  readonly alone: readonly CompiledEndpoint[]
}

export interface CompiledRule {
  readonly kind: 'rule'
  readonly id: RuleId
  /** Position in `CompiledPolicy.rules`. */
  readonly index: number
  readonly rule: Rule
  readonly decision: Decision
  readonly health: BranchHealth
  /** The branches that lead somewhere, in document order; decisions speak of them by index. */
  readonly branches: readonly Branch[]
  /** What each of `branches` leads to. */
  readonly targets: readonly CompiledNode[]
  /** The choice when it is the same for every client, made once; else null. */
  readonly constant: Choice | null
  /** Whether the group's health depends on who asks, as below a geolocation rule; then its number. */
  readonly varyingGroup: number | null
}

/** Makes a policy ready. Branches that lead nowhere are left out: no client can be sent along them. */
export function compilePolicy(policy: Policy, world: World, address: IpPrefix | null = null): CompiledPolicy {
  const inputs = healthInputs(policy, world)
  const varying = varyingHealth()
  const endpoints = new Map<EndpointId, CompiledEndpoint>()
  const rules = new Map<RuleId, CompiledRule>()

  function endpointNode(id: EndpointId): CompiledEndpoint | null {
    const endpoint = policy.endpoints.get(id)
    if (!endpoint) return null
    const known = endpoints.get(id)
    if (known) return known
    const alone: CompiledEndpoint[] = []
    const node: CompiledEndpoint = { kind: 'endpoint', endpoint, down: inputs.isDown(id), alone }
    alone.push(node)
    endpoints.set(id, node)
    return node
  }

  function nodeOf(target: Target): CompiledNode | null {
    return target.kind === 'rule' ? (rules.get(target.id) ?? null) : endpointNode(target.id)
  }

  function compileRule(id: RuleId, rule: Rule, index: number): CompiledRule {
    const definition = definitionOf(rule)
    const live = rule.branches.flatMap((branch) => {
      const target = branch.target && nodeOf(branch.target)
      return target && canAnswer(target, definition.endpointsOnly) ? [{ branch, target }] : []
    })
    const branches = live.map(({ branch }) => branch)
    const targets = live.map(({ target }) => target)
    const { health, varies } = branchHealth(rule, branches, targets, inputs, varying)
    const decision = prepare(definition, rule, new Set(branches.map((branch) => branch.id)), world)
    return {
      kind: 'rule',
      id,
      index,
      rule,
      decision,
      health,
      branches,
      targets,
      constant: definition.usesClient || varies ? null : decision.choose(NOBODY, health),
      varyingGroup: varies || decision.groupHealthVaries ? varying.add({ decision, health }) : null,
    }
  }

  for (const id of childrenFirst(policy, policy.start)) {
    const rule = policy.rules.get(id)
    if (rule) rules.set(id, compileRule(id, rule, rules.size))
  }
  const start = policy.start && nodeOf(policy.start)
  return { policy, world, address, start, rules: [...rules.values()], health: inputs }
}

/** Whether any answer lies below a branch's target; a multivalue answer takes endpoints only (3.5). */
function canAnswer(target: CompiledNode, endpointsOnly: boolean): boolean {
  return target.kind === 'endpoint' || (!endpointsOnly && target.branches.length > 0)
}

function prepare<T extends RuleType>(
  definition: RuleDefinition<T, BranchByType[T]>,
  rule: RuleOf<T, BranchByType[T]>,
  live: ReadonlySet<string>,
  world: World,
): Decision {
  return definition.prepare(
    { ...rule, branches: rule.branches.filter((branch) => live.has(branch.id)) },
    world,
  )
}

/** Own check and target of each branch (route53.md 4.2), as constants wherever no client can change them. */
function branchHealth(
  rule: Rule,
  branches: readonly Branch[],
  targets: readonly CompiledNode[],
  inputs: HealthInputs,
  varying: VaryingHealth,
): { readonly health: BranchHealth; readonly varies: boolean } {
  // Either the branch's health, or the number of the varying group that it is the health of.
  const fixed = branches.map((branch, index): boolean | number => {
    if (!inputs.ownHealth(branch)) return false
    const target = targets[index]
    if (!target || !evaluatesTarget(rule, branch)) return true
    if (target.kind === 'endpoint') return inputs.targetHealth(target.endpoint)
    return target.varyingGroup ?? target.decision.groupHealthy(NOBODY, target.health)
  })
  return {
    varies: fixed.some((each) => typeof each === 'number'),
    health: {
      healthy(branch, client) {
        const each = fixed[branch] ?? false
        return typeof each === 'number' ? varying.healthy(each, client) : each
      },
    },
  }
}

/** What a rule chooses for a client. */
export function chooseAt(node: CompiledRule, client: Client): Choice {
  return node.constant ?? node.decision.choose(client, node.health)
}
