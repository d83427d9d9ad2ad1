import type { RuleId, Target } from '../model/address'
import type { Endpoint } from '../model/endpoint'
import type { World } from '../model/world'
import { type Policy, targetExists } from '../policy/policy'
import { type Branch, type BranchByType, definitionOf, type Rule, type RuleType } from '../rules'
import type { Client } from '../rules/client'
import type { BranchHealth, Choice, Decision } from '../rules/decision'
import type { RuleDefinition, RuleOf } from '../rules/definition'
import { evaluatesTarget, type HealthInputs, healthInputs } from './health'

/** A policy in a world, made ready for many queries. Immutable; make a new one after a change of either. */
export interface CompiledPolicy {
  readonly policy: Policy
  readonly world: World
  /** Where every query begins; null when the policy has no start that leads somewhere. */
  readonly start: CompiledNode | null
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
  readonly rule: Rule
  readonly decision: Decision
  readonly health: BranchHealth
  /** The branches that lead somewhere, in document order; decisions speak of them by index. */
  readonly branches: readonly Branch[]
  /** What each of `branches` leads to. */
  readonly targets: readonly CompiledNode[]
  /** The choice when it is the same for every client, made once; else null. */
  readonly constant: Choice | null
  /** Whether the group's health depends on who asks, as below a geolocation rule. */
  readonly healthVaries: boolean
}

const NOBODY: Client = { vector: null, country: null, subdivision: null, continent: null }

/** Makes a policy ready. Branches that lead nowhere are left out: no client can be sent along them. */
export function compilePolicy(policy: Policy, world: World): CompiledPolicy {
  const inputs = healthInputs(policy, world)
  const nodes = new Map<string, CompiledNode>()

  function compileTarget(target: Target): CompiledNode | null {
    const key = `${target.kind} ${target.id}`
    const known = nodes.get(key)
    if (known) return known
    const node = target.kind === 'rule' ? compileRule(target.id) : compileEndpoint(target.id)
    if (node) nodes.set(key, node)
    return node
  }

  function compileEndpoint(id: string): CompiledEndpoint | null {
    const endpoint = policy.endpoints.get(id)
    if (!endpoint) return null
    const alone: CompiledEndpoint[] = []
    const node: CompiledEndpoint = { kind: 'endpoint', endpoint, down: inputs.isDown(id), alone }
    alone.push(node)
    return node
  }

  function compileRule(id: RuleId): CompiledRule | null {
    const rule = policy.rules.get(id)
    if (!rule) return null
    const live = rule.branches.flatMap((branch) => {
      const target =
        branch.target && targetExists(policy, branch.target) ? compileTarget(branch.target) : null
      return target ? [{ branch, target }] : []
    })
    const branches = live.map(({ branch }) => branch)
    const targets = live.map(({ target }) => target)
    const { health, varies } = branchHealth(branches, targets, inputs)
    const definition = definitionOf(rule)
    const decision = prepare(definition, rule, new Set(branches.map((branch) => branch.id)), world)
    return {
      kind: 'rule',
      id,
      rule,
      decision,
      health,
      branches,
      targets,
      constant: definition.usesClient || varies ? null : decision.choose(NOBODY, health),
      healthVaries: varies || decision.groupHealthVaries,
    }
  }

  const start = policy.start ? compileTarget(policy.start) : null
  return { policy, world, start, health: inputs }
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
  branches: readonly Branch[],
  targets: readonly CompiledNode[],
  inputs: HealthInputs,
): { readonly health: BranchHealth; readonly varies: boolean } {
  const fixed = branches.map((branch, index): boolean | CompiledRule => {
    if (!inputs.ownHealth(branch)) return false
    const target = targets[index]
    if (!target || !evaluatesTarget(branch)) return true
    if (target.kind === 'endpoint') return inputs.targetHealth(target.endpoint)
    return target.healthVaries ? target : target.decision.groupHealthy(NOBODY, target.health)
  })
  const varies = fixed.some((each) => typeof each === 'object')
  return {
    varies,
    health: {
      healthy(branch, client) {
        const each = fixed[branch] ?? false
        return typeof each === 'boolean' ? each : each.decision.groupHealthy(client, each.health)
      },
    },
  }
}

/** What a rule chooses for a client. */
export function chooseAt(node: CompiledRule, client: Client): Choice {
  return node.constant ?? node.decision.choose(client, node.health)
}
