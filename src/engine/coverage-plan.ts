import { type Client, NOBODY } from '../rules/client'
import type { Choice, CostLine } from '../rules/decision'
import {
  type CompiledEndpoint,
  type CompiledNode,
  type CompiledPolicy,
  type CompiledRule,
  chooseAt,
} from './compile'
import type { CoverageField, PointField } from './coverage-field'
import { remembered, rememberedBySequence } from './coverage-memory'
import type { MixTable } from './coverage-mixes'
import { type Distribution, NO_ANSWER } from './distribution'
import { MOST_PIXELS } from './pixel-block'

/**
 * What is left of a policy for the clients of one country or US state, where only their coordinates are
 * still open. Places with the same plan object are treated alike by the whole policy.
 */
export type Plan<F extends PointField = CoverageField> =
  | { readonly kind: 'mix'; readonly mix: number }
  /** One of `next` (by branch): the one that wins the field. */
  | { readonly kind: 'nearest'; readonly field: F; readonly next: readonly Plan<F>[] }
  /** Several at once, by probabilities or as one answer. */
  | {
      readonly kind: 'blend'
      readonly parts: readonly Plan<F>[]
      /** All that the mix follows from, besides the mixes of the parts: how many of them answer, or how often each. */
      readonly choice: string
      readonly mixOf: BlendMix
      /** Room for the mixes of a block of pixels, by part. */
      readonly scratch: readonly Int32Array[]
    }

/** The mix of a blend from those of its parts; (x, y, z) is the unit vector of any place where they are so. */
export type BlendMix = (partMixes: readonly number[], x: number, y: number, z: number) => number

export interface Planner<F extends PointField = CoverageField> {
  /** The plan of the clients of a country and US state, whatever their coordinates. */
  readonly planFor: (client: Client) => Plan<F>
}

type CreateField<F> = (lines: readonly CostLine[], candidates: readonly number[]) => F

/** What clients get who are sent into a policy: `distributionFor` or `demandFor`. */
export type Distribute = (compiled: CompiledPolicy, client: Client) => Distribution

export function createPlanner<F extends PointField>(
  compiled: CompiledPolicy,
  mixes: MixTable,
  createField: CreateField<F>,
  distribute: Distribute,
): Planner<F> {
  const { start } = compiled
  const planOfMix = remembered((mix: number): Plan<F> => ({ kind: 'mix', mix }))
  const planOfEndpoint = remembered((node: CompiledEndpoint) => planOfMix(mixOf(node, NOBODY)))
  const nothing = planOfMix(mixes.indexOf(NO_ANSWER))
  const plans = new Map<CompiledRule, Variants<Plan<F>>>()
  const fields = new Map<CompiledRule, Variants<F>>()
  // Of rules that treat all clients alike, as all below them do: most of a policy, and planned only once.
  const common = new Map<CompiledNode, Plan<F>>()

  function planFor(client: Client): Plan<F> {
    // Rules may be shared: each is planned once. Those below come first, since rules are ordered so.
    const planned: Plan<F>[] = []

    function planOf(node: CompiledNode | undefined): Plan<F> {
      if (node?.kind === 'endpoint') return planOfEndpoint(node)
      return (node && planned[node.index]) ?? nothing
    }

    function planRule(rule: CompiledRule): Plan<F> {
      const known = common.get(rule)
      if (known) return known
      const plan = planAnew(rule)
      if (rule.constant && rule.targets.every((node) => node.kind === 'endpoint' || common.has(node))) {
        common.set(rule, plan)
      }
      return plan
    }

    function planAnew(rule: CompiledRule): Plan<F> {
      const lines = rule.decision.costLines?.(client)
      if (lines && lines.length > 0) return planNearest(rule, lines)
      const choice = chooseAt(rule, client)
      if (choice.kind === 'none') return nothing
      if (choice.kind === 'one') return planOf(rule.targets[choice.branch])
      const parts = choice.branches.map((branch) => planOf(rule.targets[branch]))
      return variantOf(plans, rule, [...signatureOf(rule, choice), ...parts], () =>
        planBlend(rule, choice, parts),
      )
    }

    function planNearest(rule: CompiledRule, lines: readonly CostLine[]): Plan<F> {
      const all = lines.map((_, branch) => branch)
      const healthy = all.filter((branch) => rule.health.healthy(branch, client))
      const candidates = healthy.length > 0 ? healthy : all
      const next = rule.targets.map(planOf)
      const [first = 0] = candidates
      if (candidates.every((branch) => next[branch] === next[first])) return next[first] ?? nothing
      const field = variantOf(fields, rule, [lines, ...candidates], () => createField(lines, candidates))
      return variantOf(plans, rule, [field, ...next], () => ({ kind: 'nearest', field, next }))
    }

    function planBlend(rule: CompiledRule, choice: SharedChoice, parts: readonly Plan<F>[]): Plan<F> {
      if (parts.every((part) => part.kind === 'mix')) return planOfMix(mixOf(rule, client))
      // One place says it for all others: their clients are treated alike, and its parts are theirs.
      const mixAt = rememberedBySequence((x, y, z) => mixOf(rule, { ...client, vector: { x, y, z } }))
      const scratch = parts.map(() => new Int32Array(MOST_PIXELS))
      return { kind: 'blend', parts, choice: choiceText(choice), mixOf: mixAt, scratch }
    }

    for (const rule of compiled.rules) planned.push(planRule(rule))
    return start ? planOf(start) : nothing
  }

  function mixOf(node: CompiledNode, client: Client): number {
    return mixes.indexOf(distribute({ ...compiled, start: node }, client))
  }

  return { planFor }
}

type Variants<T> = { readonly signature: readonly unknown[]; readonly value: T }[]

/** What was made of a rule before with the same signature, else a new one. */
function variantOf<T>(
  made: Map<CompiledRule, Variants<T>>,
  rule: CompiledRule,
  signature: readonly unknown[],
  make: () => T,
): T {
  const variants = made.get(rule) ?? []
  made.set(rule, variants)
  const known = variants.find((variant) => sameItems(variant.signature, signature))
  if (known) return known.value
  const value = make()
  variants.push({ signature, value })
  return value
}

/** A choice of several branches. */
type SharedChoice = Exclude<Choice, { kind: 'none' | 'one' }>

function signatureOf(rule: CompiledRule, choice: SharedChoice): readonly unknown[] {
  if (choice === rule.constant) return [choice]
  return [choice.kind, ...choice.branches, ...numbersOf(choice)]
}

function numbersOf(choice: SharedChoice): readonly number[] {
  return choice.kind === 'split' ? choice.probabilities : [choice.count]
}

function choiceText(choice: SharedChoice): string {
  return `${choice.kind} ${choice.branches.length} ${numbersOf(choice).join(' ')}`
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
