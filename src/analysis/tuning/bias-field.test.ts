import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../../engine/compile'
import { worldOf } from '../../engine/testing/ask'
import { failing, passing } from '../../engine/testing/marked'
import { ALL_UP } from '../../model/world'
import { geolocation, geoproximity, policyOf, to, weighted, withKeys } from '../../policy/testing/policy-of'
import { demandShares } from '../shares'
import { branchShares, fieldOf } from '../testing/bias-fields'
import { aBias, aBiasedCase } from '../testing/biased-case'
import { smallDemand } from '../testing/small-demand'
import { createBiasField } from './bias-field'
import { createBiasLoads, sharesOf } from './bias-loads'
import { biasRuleOf, withBiases } from './bias-locations'
import { biasCurve, biasCurves } from './cliffs'

const SEED = 20261124
const prepared = smallDemand()
describe('a bias field', () => {
  it(`gives every endpoint what the engine gives it with other biases (seed ${SEED})`, () => {
    fc.assert(
      fc.property(aBiasedCase, ({ policy, world, biases, compiled, rule }) => {
        const field = createBiasField(compiled, prepared, rule)
        const ids = [...policy.endpoints.keys()]
        const loads = createBiasLoads(compiled, prepared, field, ids)
        const live = rule.locations.filter(({ live: position }) => position !== null)
        const found = sharesOf(
          loads,
          loads.flowsWith(field.winners(live.map(({ index }) => biases[index] ?? 0))),
        )
        const changed = compilePolicy(withBiases(policy, rule.id, biases), world)
        const { shares } = demandShares(changed, prepared)
        ids.forEach((id, position) => expect(found[position]).toBeCloseTo(shares.get(id) ?? 0, 10))
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it(`knows the share of a location at every bias: it never falls, and is what the engine finds (seed ${SEED})`, () => {
    fc.assert(
      fc.property(aBiasedCase, aBias, fc.nat({ max: 3 }), ({ policy, world, compiled, rule }, bias, at) => {
        const index = at % rule.locations.length
        const branch = rule.locations[index]?.branch ?? ''
        const curve = biasCurve(createBiasField(compiled, prepared, rule), prepared, branch, 0.01)
        const biases = rule.locations.map((location) => (location.index === index ? bias : location.bias))
        const expected = branchShares(withBiases(policy, rule.id, biases), rule.id, prepared, world)[index]
        expect(curve?.shares[bias + 99] ?? 0).toBeCloseTo(expected ?? 0, 10)
        const shares = curve?.shares ?? []
        expect(shares.every((share, step) => step === 0 || share >= (shares[step - 1] ?? 0))).toBe(true)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})

describe('cliffs', () => {
  const rule = geoproximity(
    ['us-east-1', 0, to('east')],
    ['eu-central-1', 0, to('europe')],
    ['ap-south-1', 0, to('asia')],
  )

  it('are the steps that move more than asked, with the cities behind them and whom they leave', () => {
    const [, europe] = biasCurves(fieldOf(policyOf(rule), prepared), prepared, 0.07)
    const found = europe?.cliffs.map(({ bias, moves }) => [
      bias,
      moves.map(({ from, places }) => [from.target?.id, places.map(({ point: { name } }) => name)]),
    ])
    expect(found).toEqual([
      [28, [['asia', ['Tokyo']]]],
      [81, [['asia', ['Delhi']]]],
      [95, [['east', ['New York']]]],
      [23, [['east', ['São Paulo']]]],
    ])
    for (const { share, moves } of europe?.cliffs ?? []) {
      expect(share).toBeGreaterThan(0.07)
      const moved = moves.flatMap(({ places }) => places)
      expect(moved.reduce((sum, place) => sum + place.share, 0)).toBeCloseTo(share, 12)
    }
    // Mumbai and Ashburn, beside the other two locations, are out of reach of any bias.
    expect(europe?.shares[198]).toBeCloseTo(0.8, 12)
  })

  it('name every location that loses by a step, the one that loses most first', () => {
    // Cities are few, so that both others lose by the same step with some biases only.
    const shared = Array.from({ length: 40 }, (_, bias) => {
      const three = geoproximity(
        ['us-east-1', bias, to('east')],
        ['eu-central-1', 0, to('europe')],
        ['ap-south-1', 0, to('asia')],
      )
      const [, europe] = biasCurves(fieldOf(policyOf(three), prepared), prepared, 0)
      return europe?.cliffs.filter(({ moves }) => moves.length > 1) ?? []
    }).flat()
    expect(shared.length).toBeGreaterThan(0)
    for (const { share, moves } of shared) {
      expect(new Set(moves.map(({ from }) => from.branch)).size).toBe(moves.length)
      expect(moves.map((move) => move.share)).toEqual(
        moves.map((move) => move.share).toSorted((a, b) => b - a),
      )
      expect(moves.reduce((sum, move) => sum + move.share, 0)).toBeCloseTo(share, 12)
      expect(moves.map(({ from }) => from.target?.id)).not.toContain('europe')
    }
  })

  it('are measured in the demand of the world, also deep inside a policy', () => {
    const inside = policyOf(
      geolocation(
        withKeys(to(weighted([1, to(rule)], [1, to('other')])), { Continent: 'EU' }),
        to('rest', { Country: '*' }),
      ),
    )
    const curves = biasCurves(fieldOf(inside, prepared), prepared, 0.02)
    // Half of the 21 points of Europe arrive at the rule.
    expect(curves.map(({ shares }) => shares[198])).toEqual([
      expect.closeTo(0.105, 12),
      expect.closeTo(0.105, 12),
      expect.closeTo(0.105, 12),
    ])
    expect(curves.flatMap(({ cliffs }) => cliffs).length).toBeGreaterThan(0)
  })

  it('has a flat curve for a location that is unhealthy or has no known place, and none for one that leads nowhere', () => {
    const policy = policyOf(
      geoproximity(
        ['us-east-1', 0, failing('down')],
        ['nowhere-9', 0, to('unknown')],
        ['eu-central-1', 0, passing('up')],
      ),
    )
    const field = fieldOf(policy, prepared, worldOf({ unhealthy: ['failing-down'] }))
    expect(field.adjustable).toEqual([false, false, true])
    const curves = biasCurves(field, prepared, 0.01)
    expect(curves.map(({ shares }) => [shares[0], shares[198]])).toEqual([
      [0, 0],
      [0, 0],
      [expect.closeTo(1, 12), expect.closeTo(1, 12)],
    ])
    expect(biasCurve(field, prepared, 'no such branch', 0.01)).toBeNull()
  })

  it('gives everything to the first location where no place is known, whatever its bias', () => {
    const lost = policyOf(geoproximity(['nowhere-8', 0, to('a')], ['nowhere-9', 0, to('b')]))
    expect(biasCurves(fieldOf(lost, prepared), prepared, 0.01).map(({ shares }) => shares[50])).toEqual([
      expect.closeTo(1, 12),
      0,
    ])
  })
})

describe('withBiases', () => {
  const policy = policyOf(geoproximity(['us-east-1', 5, to('east')], ['eu-central-1', 0, to('europe')]))

  it('changes the biases that differ, and gives the very policy back where none does', () => {
    const changed = withBiases(policy, 'geoproximity-1', [5, -20])
    expect(fieldOf(changed, prepared).biases).toEqual([5, -20])
    expect(withBiases(policy, 'geoproximity-1', [5, 0])).toBe(policy)
  })

  it('finds no rule that is of another type or that the start does not lead to', () => {
    const compiled = compilePolicy({ ...policy, start: null }, ALL_UP)
    expect(biasRuleOf(compiled, 'geoproximity-1')).toBeNull()
    const split = compilePolicy(policyOf(weighted([1, to('a')])), ALL_UP)
    expect(biasRuleOf(split, 'weighted-1')).toBeNull()
  })
})
