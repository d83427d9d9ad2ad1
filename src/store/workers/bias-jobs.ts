import type { PreparedDemand } from '../../analysis/demand/prepared-demand'
import { overloadProblemSteps } from '../../analysis/overload-problems'
import { placesText } from '../../analysis/share-words'
import type { DemandShares } from '../../analysis/shares'
import { type BiasField, createBiasField } from '../../analysis/tuning/bias-field'
import { type BiasLoads, createBiasLoads, sharesOf } from '../../analysis/tuning/bias-loads'
import { biasRuleOf } from '../../analysis/tuning/bias-locations'
import type { Ranking } from '../../analysis/tuning/bias-ranking'
import { biasCurve } from '../../analysis/tuning/cliffs'
import { contestedDemand } from '../../analysis/tuning/contested'
import { pullBorder } from '../../analysis/tuning/pull-border'
import { rollout } from '../../analysis/tuning/rollout'
import { tune } from '../../analysis/tuning/tune'
import { type CompiledPolicy, compilePolicy } from '../../engine/compile'
import type { BranchId, RuleId } from '../../model/address'
import type { World } from '../../model/world'
import type { Policy } from '../../policy/policy'
import { toClient } from '../../rules/client'
import type { BiasJob, BiasReply, CurveResult, ShareFigures } from './bias-protocol'

/** What a job is about. Immutable. */
export interface BiasSituation {
  readonly policy: Policy
  readonly world: World
}

/** What a reply says, without the id. */
export type BiasFinding = BiasReply extends infer R ? (R extends BiasReply ? Omit<R, 'id'> : never) : never

/** Says so much of a cliff and of contested demand by name. */
const NAMED = 4

/** Does jobs step by step, so that something more urgent can come between; remembers what jobs on one rule share. */
export function createBiasJobs(now: () => number) {
  let lastField: LastField | null = null

  function fieldOf(situation: BiasSituation, rule: RuleId, prepared: PreparedDemand): FieldOf | null {
    const { policy, world } = situation
    const known = lastField
    const isSame = known?.rule === rule && known.of.policy === policy && known.of.world === world
    if (isSame && known.under === prepared) return known.field
    const compiled = compilePolicy(policy, world)
    const biasRule = biasRuleOf(compiled, rule)
    if (!biasRule) return null
    const field = createBiasField(compiled, prepared, biasRule)
    const endpoints = [...policy.endpoints.keys()]
    let loads: BiasLoads | null = null
    const made: FieldOf = {
      compiled,
      field,
      curves: new Map(),
      loads: () => (loads ??= createBiasLoads(compiled, prepared, field, endpoints)),
    }
    lastField = { of: situation, under: prepared, rule, field: made }
    return made
  }

  /** Yields findings, and null where nothing is found yet but a pause is in order. */
  function* run(
    job: BiasJob,
    situation: BiasSituation,
    prepared: PreparedDemand,
    said: (finding: BiasFinding) => void,
  ): Generator<BiasFinding | null> {
    const { policy, world } = situation
    switch (job.kind) {
      case 'pull': {
        const found = fieldOf(situation, job.rule, prepared)
        const client = toClient(job.place)
        const pull = found && pullBorder(found.field, found.loads(), client, job.branch, world.negativeBias)
        yield { kind: 'pulled', pull }
        return
      }
      case 'tune': {
        const since = now()
        const tuning = tune(policy, world, prepared, job.request, {
          shouldStop: () => false,
          onProgress: (progress) => said({ kind: 'progress', progress }),
        })
        const tuned = tuning && {
          locations: tuning.locations,
          before: figuresOf(tuning.before),
          after: figuresOf(tuning.after),
          targets: tuning.targets,
          maxError: tuning.maxError,
        }
        yield { kind: 'tuned', tuned, tookMs: now() - since }
        return
      }
      case 'rollout': {
        const found = fieldOf(situation, job.rule, prepared)
        if (!found) {
          yield { kind: 'rolled-out', rollout: null }
          return
        }
        const { steps, complete } = rollout(found.field, found.loads(), job.goal, job.mostMoved)
        const shared = steps.map((step) => ({ ...step, shares: sharesWith(policy, found, step.biases) }))
        yield { kind: 'rolled-out', rollout: { steps: shared, complete } }
        return
      }
      case 'contested': {
        const { moves, share } = contestedDemand(policy, world, prepared)
        const lines = moves.map((move) => ({
          guide: move.from,
          map: move.to,
          share: move.share,
          places: placesText(move.places, NAMED),
        }))
        yield { kind: 'contested', lines, share }
        return
      }
      case 'curves': {
        const found = fieldOf(situation, job.rule, prepared)
        if (!found) return
        const { field } = found
        const live = field.biasRule.locations.filter((location) => location.live !== null)
        const ranking = field.rank(field.biases)
        for (const [index, { branch }] of live.entries()) {
          yield null
          const key = `${branch} ${job.leastJump}`
          const curve = found.curves.get(key) ?? curveOf(field, prepared, branch, job.leastJump, ranking)
          if (!curve) continue
          found.curves.set(key, curve)
          yield { kind: 'curve', curve, isLast: index === live.length - 1 }
        }
        return
      }
      case 'overloads': {
        const { capacities } = job
        const problems = yield* overloadProblemSteps({ policy, world, capacities }, prepared)
        yield { kind: 'overloads', problems }
      }
    }
  }

  return run
}

interface LastField {
  readonly of: BiasSituation
  readonly under: PreparedDemand
  readonly rule: RuleId
  readonly field: FieldOf
}

interface FieldOf {
  readonly compiled: CompiledPolicy
  readonly field: BiasField
  /** For all endpoints; made when first asked for. */
  readonly loads: () => BiasLoads
  /** Those that were drawn before, by branch and the least jump of a cliff. */
  readonly curves: Map<string, CurveResult>
}

function curveOf(
  field: BiasField,
  prepared: PreparedDemand,
  branch: BranchId,
  leastJump: number,
  ranking: Ranking,
): CurveResult | null {
  const curve = biasCurve(field, prepared, branch, leastJump, ranking)
  if (!curve) return null
  const cliffs = curve.cliffs.map(({ bias, share, moves }) => ({
    bias,
    share,
    moves: moves.map((move) => ({
      from: move.from.branch,
      share: move.share,
      places: placesText(move.places, NAMED),
    })),
  }))
  return { branch, shares: curve.shares, cliffs }
}

/** The shares of all endpoints with other biases, in the order of the document, from what is known of the rule. */
function sharesWith(policy: Policy, { field, loads }: FieldOf, biases: readonly number[]): ShareFigures {
  const live = field.biasRule.locations.flatMap((location) =>
    location.live === null ? [] : [biases[location.index] ?? location.bias],
  )
  const made = loads()
  const shares = sharesOf(made, made.flowsWith(field.winners(live)))
  const all = shares.reduce((sum, share) => sum + share, 0)
  const byEndpoint = new Map([...policy.endpoints.keys()].map((id, index) => [id, shares[index] ?? 0]))
  return { shares: byEndpoint, nodata: Math.max(0, 1 - all) }
}

function figuresOf({ shares, nodata }: DemandShares): ShareFigures {
  return { shares, nodata }
}
