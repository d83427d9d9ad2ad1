import { type BiasField, createBiasField } from '../analysis/bias-field'
import { type BiasLoads, createBiasLoads } from '../analysis/bias-loads'
import { biasRuleOf, withBiases } from '../analysis/bias-locations'
import { biasCurve } from '../analysis/cliffs'
import { contestedDemand } from '../analysis/contested'
import type { PreparedDemand } from '../analysis/prepared-demand'
import { pullBorder } from '../analysis/pull-border'
import { rollout } from '../analysis/rollout'
import { placesText } from '../analysis/share-words'
import { type DemandShares, demandShares } from '../analysis/shares'
import { tune } from '../analysis/tune'
import { type CompiledPolicy, compilePolicy } from '../engine/compile'
import type { RuleId } from '../model/address'
import type { World } from '../model/world'
import type { Policy } from '../policy/policy'
import { toClient } from '../rules/client'
import type { BiasJob, BiasReply, RolloutResult, ShareFigures } from './bias-protocol'

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
        const path = rollout(found.field, found.loads(), job.goal, job.mostMoved)
        const steps: RolloutResult['steps'][number][] = []
        for (const step of path.steps) {
          yield null
          const version = compilePolicy(withBiases(policy, job.rule, step.biases), world)
          steps.push({ ...step, shares: figuresOf(demandShares(version, prepared)) })
        }
        yield { kind: 'rolled-out', rollout: { steps, complete: path.complete } }
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
          const curve = biasCurve(field, prepared, branch, job.leastJump, ranking)
          if (!curve) continue
          const cliffs = curve.cliffs.map(({ bias, share, places }) => ({
            bias,
            share,
            places: placesText(places, NAMED),
          }))
          yield {
            kind: 'curve',
            curve: { branch, shares: curve.shares, cliffs },
            isLast: index === live.length - 1,
          }
        }
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
}

function figuresOf({ shares, nodata }: DemandShares): ShareFigures {
  return { shares, nodata }
}
