import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../../engine/compile'
import { ALL_UP, type World } from '../../model/world'
import type { Policy } from '../../policy/policy'
import { geoproximity, policyOf, to } from '../../policy/testing/policy-of'
import { placeAnswers } from '../demand/place-answers'
import { biggestMovers, movedShare } from '../movers'
import { aBiasedCase } from '../testing/biased-case'
import { smallDemand } from '../testing/small-demand'
import { type BiasField, createBiasField } from './bias-field'
import { type BiasLoads, createBiasLoads } from './bias-loads'
import { biasRuleOf, withBiases } from './bias-locations'
import { rollout } from './rollout'

const SEED = 20261124
const prepared = smallDemand()

function prepare(policy: Policy, id: string, world: World = ALL_UP): { field: BiasField; loads: BiasLoads } {
  const compiled = compilePolicy(policy, world)
  const rule = biasRuleOf(compiled, id)
  if (!rule) throw new Error('the policy has no such rule')
  const field = createBiasField(compiled, prepared, rule)
  return { field, loads: createBiasLoads(compiled, prepared, field, [...policy.endpoints.keys()]) }
}

function moved(before: Policy, after: Policy, world: World): number {
  const [old, now] = [before, after].map((policy) => placeAnswers(compilePolicy(policy, world), prepared))
  return old && now ? movedShare(biggestMovers(old, now, prepared)) : 0
}

describe('a rollout', () => {
  it(`moves at most what is allowed in every step that is not a single step of one bias (seed ${SEED})`, () => {
    const aLimit = fc.constantFrom(0.01, 0.05, 0.13, 0.4)
    fc.assert(
      fc.property(aBiasedCase, aLimit, ({ policy, world, rule, biases }, limit) => {
        const { field, loads } = prepare(policy, rule.id, world)
        const { steps, complete } = rollout(field, loads, biases, limit)
        expect(complete).toBe(true)
        let before: readonly number[] = rule.locations.map(({ bias }) => bias)
        for (const { biases: after, moved: share, tooSteep } of steps) {
          const [old, now] = [before, after].map((each) => withBiases(policy, rule.id, each))
          // What the engine says moves between the two versions.
          expect(share).toBeCloseTo(moved(old ?? policy, now ?? policy, world), 10)
          const changes = after.map((bias, index) => Math.abs(bias - (before[index] ?? 0)))
          if (tooSteep) expect(changes.reduce((sum, change) => sum + change, 0)).toBe(1)
          else expect(share).toBeLessThanOrEqual(limit)
          // No bias goes back or too far.
          rule.locations.forEach(({ index, live }) => {
            const goal = live === null ? (before[index] ?? 0) : (biases[index] ?? 0)
            const was = Math.abs(goal - (before[index] ?? 0))
            expect(Math.abs(goal - (after[index] ?? 0)) + (changes[index] ?? 0)).toBeCloseTo(was, 12)
          })
          before = after
        }
        const goal = rule.locations.map(({ live, index, bias }) => (live === null ? bias : biases[index]))
        expect(before).toEqual(goal)
      }),
      { seed: SEED, numRuns: 100 },
    )
  })

  const policy = policyOf(geoproximity(['us-east-1', 0, to('east')], ['eu-central-1', 0, to('europe')]))
  const { field, loads } = prepare(policy, 'geoproximity-1')

  it('is one step where all may move at once, and none where there is nothing to change', () => {
    expect(rollout(field, loads, [40, -20], 1).steps.map(({ biases }) => biases)).toEqual([[40, -20]])
    expect(rollout(field, loads, [0, 0], 0.01)).toEqual({ steps: [], complete: true })
  })

  it('takes more steps for smaller ones, and says where a city is too large for any', () => {
    const counts = [0.5, 0.2, 0.08].map((limit) => rollout(field, loads, [90, 0], limit).steps.length)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    const fine = rollout(field, loads, [90, 0], 0.05)
    // São Paulo, Mumbai, Delhi and Tokyo weigh more than 5 points each.
    const steep = fine.steps.filter(({ tooSteep }) => tooSteep)
    expect(steep.length).toBeGreaterThan(0)
    for (const step of steep) expect(step.moved).toBeGreaterThan(0.05)
  })

  it('says when there would be too many steps', () => {
    const nothing = rollout(field, loads, [99, -99], -1)
    expect(nothing.complete).toBe(true)
    expect(nothing.steps).toHaveLength(198)
    const spread = policyOf(
      geoproximity(['us-east-1', -99, to('a')], ['eu-central-1', -99, to('b')], ['ap-south-1', -99, to('c')]),
    )
    const many = prepare(spread, 'geoproximity-1')
    expect(rollout(many.field, many.loads, [99, 99, 99], -1)).toMatchObject({ complete: false })
  })
})
