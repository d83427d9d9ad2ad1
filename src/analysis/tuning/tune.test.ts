import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { compilePolicy } from '../../engine/compile'
import { aSoundDocument } from '../../engine/testing/any-policy'
import { aWorldOf } from '../../engine/testing/any-world'
import { worldOf } from '../../engine/testing/ask'
import { failing } from '../../engine/testing/marked'
import { REGIONS } from '../../geo/regions'
import { ALL_UP } from '../../model/world'
import type { Policy } from '../../policy/policy'
import {
  geolocation,
  geoproximity,
  multivalue,
  policyFrom,
  policyOf,
  to,
  weighted,
  withKeys,
} from '../../policy/testing/policy-of'
import type { PreparedDemand } from '../demand/prepared-demand'
import { demandShares } from '../shares'
import { smallDemand } from '../testing/small-demand'
import { TEN_REGIONS, worldDemand } from '../testing/world-demand'
import { biasRuleOf } from './bias-locations'
import { missOf, type ShareTarget } from './share-targets'
import type { BiasRequest, Progress } from './solve-biases'
import { type Tuning, tune } from './tune'

const SEED = 20261124
const ANY: BiasRequest['limits'] = new Map()

function exactly(endpoint: string, percent: number): ShareTarget {
  return { endpoint, least: percent / 100, most: percent / 100 }
}

/** The tuning, which there must be. */
function done(tuning: Tuning | null): Tuning {
  if (!tuning) throw new Error('there was nothing to tune')
  return tuning
}

function points(share: number | undefined): number {
  return Number(((share ?? 0) * 100).toFixed(6))
}

describe('tuning', () => {
  let world: PreparedDemand
  beforeAll(async () => {
    world = await worldDemand()
  })

  const ten = policyOf(geoproximity(...TEN_REGIONS.map((code) => [code, 0, to(code)] as const)))

  describe.each(['guide', 'map'] as const)('by the formula of the %s', (negativeBias) => {
    it('gives ten endpoints a tenth of the world each, to less than 0.6 points', () => {
      const targets = TEN_REGIONS.map((code) => exactly(code, 10))
      const request = { rule: 'geoproximity-1', targets, limits: ANY }
      const tuning = done(tune(ten, worldOf({ negativeBias }), world, request))
      expect(tuning.maxError).toBeLessThan(0.006)
      expect(tuning.targets.map(({ reason }) => reason)).toEqual(targets.map(() => null))
      for (const { bias } of tuning.locations) {
        expect(Number.isInteger(bias)).toBe(true)
        expect(Math.abs(bias)).toBeLessThanOrEqual(99)
      }
    })

    it('gives ten endpoints shares of different size', () => {
      const shares = [15, 8, 12, 14, 16, 8, 10, 7, 4, 6]
      const targets = TEN_REGIONS.map((code, index) => exactly(code, shares[index] ?? 0))
      const request = { rule: 'geoproximity-1', targets, limits: ANY }
      expect(done(tune(ten, worldOf({ negativeBias }), world, request)).maxError).toBeLessThan(0.006)
    })
  })

  it(`meets whatever some biases of any ten Regions come to, to less than 0.6 points (seed ${SEED})`, () => {
    const codes = REGIONS.filter(({ usable }) => usable).map(({ code }) => code)
    const aSet = fc.record({
      of: fc.shuffledSubarray(codes, { minLength: 10, maxLength: 10 }),
      biases: fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 10, maxLength: 10 }),
      negativeBias: fc.constantFrom('guide', 'map'),
    })
    const withBiases = (of: readonly string[], biases: readonly number[]) =>
      policyOf(geoproximity(...of.map((code, index) => [code, biases[index] ?? 0, to(code)] as const)))
    fc.assert(
      fc.property(aSet, ({ of, biases, negativeBias }) => {
        const asked = worldOf({ negativeBias })
        const { shares } = demandShares(compilePolicy(withBiases(of, biases), asked), world)
        const targets = of.map((code) => exactly(code, 100 * (shares.get(code) ?? 0)))
        const request = { rule: 'geoproximity-1', targets, limits: ANY }
        expect(done(tune(withBiases(of, []), asked, world, request)).maxError).toBeLessThan(0.006)
      }),
      { seed: SEED, numRuns: 20 },
    )
  })

  it('gives Frankfurt 35 % and leaves what has no target as it is', () => {
    const request = { rule: 'geoproximity-1', targets: [exactly('eu-central-1', 35)], limits: ANY }
    const { locations, maxError } = done(tune(ten, ALL_UP, world, request))
    expect(maxError).toBeLessThan(0.005)
    const changed = locations.filter(({ bias, before }) => bias !== before)
    expect(changed.map(({ target }) => target?.id)).toEqual(['eu-central-1'])
  })

  it('moves what has no target by a little where a step of the bias alone would move too much', () => {
    const three = policyOf(
      geoproximity(
        ['eu-central-1', 25, to('fra')],
        ['eu-west-1', 0, to('dub')],
        [[52.17, 20.97], -10, to('waw')],
      ),
    )
    const requestFor = (percent: number) => {
      return { rule: 'geoproximity-1', targets: [exactly('fra', percent)], limits: ANY }
    }
    for (const percent of [40, 44, 45, 50]) {
      const { maxError, locations } = done(tune(three, ALL_UP, world, requestFor(percent)))
      expect(maxError).toBeLessThan(0.006)
      expect(locations.every(({ before, bias }, at) => at === 0 || Math.abs(bias - before) <= 10)).toBe(true)
    }
    const request = requestFor(45)
    const { locations } = done(tune(three, ALL_UP, world, request))
    const limits = new Map(
      locations.slice(1).map(({ branch, before }) => [branch, { least: before, most: before }]),
    )
    expect(done(tune(three, ALL_UP, world, { ...request, limits })).targets[0]?.reason).toBe('whole-biases')
  })

  it('says what the engine gives with the biases it found', () => {
    const request = { rule: 'geoproximity-1', targets: [exactly('sa-east-1', 9)], limits: ANY }
    const { policy, before, after, targets } = done(tune(ten, ALL_UP, world, request))
    expect(after).toEqual(demandShares(compilePolicy(policy, ALL_UP), world))
    expect(before).toEqual(demandShares(compilePolicy(ten, ALL_UP), world))
    expect(targets[0]?.share).toBe(after.shares.get('sa-east-1'))
    expect(targets[0]?.before).toBe(before.shares.get('sa-east-1'))
  })

  it('works on a rule deep inside a policy, for endpoints below its locations, in percent of the world', () => {
    const pair = (code: string) => weighted([3, to(code)], [1, to(`${code}-canary`)])
    const near = geoproximity(
      ['us-east-1', 0, to(pair('us-east-1'))],
      ['eu-central-1', 0, to(multivalue(to('fra-1'), to('fra-2')))],
      ['ap-south-1', 0, to(geolocation(to('india', { Country: 'IN' }), to('asia', { Country: '*' })))],
      ['sa-east-1', 0, to('sa-east-1')],
    )
    const policy = policyOf(
      geolocation(withKeys(to('china'), { Country: 'CN' }), withKeys(to(near), { Country: '*' })),
    )
    const rule = [...policy.rules.keys()].find((id) => id.startsWith('geoproximity')) ?? ''
    const targets = [exactly('us-east-1', 15), exactly('fra-2', 15), exactly('sa-east-1', 10)]
    const tuning = done(tune(policy, ALL_UP, world, { rule, targets, limits: ANY }))
    expect(tuning.maxError).toBeLessThan(0.006)
    expect(tuning.after.shares.get('fra-1')).toBeCloseTo(tuning.after.shares.get('fra-2') ?? 0, 12)
    // The rest of the policy is as it was.
    expect(tuning.after.shares.get('china')).toBe(tuning.before.shares.get('china'))
  })

  it('keeps to pins and ranges of locations', () => {
    const rule = biasRuleOf(compilePolicy(ten, ALL_UP), 'geoproximity-1')
    const branchOf = (code: string) => rule?.locations.find(({ target }) => target?.id === code)?.branch ?? ''
    const limits = new Map([
      [branchOf('us-east-1'), { least: 0, most: 0 }],
      [branchOf('eu-central-1'), { least: -10.5, most: 20.5 }],
    ])
    const targets = ['us-east-1', 'eu-central-1', 'eu-west-1'].map((code) => exactly(code, 15))
    const { locations } = done(tune(ten, ALL_UP, world, { rule: 'geoproximity-1', targets, limits }))
    const biasOf = (code: string) => locations.find(({ target }) => target?.id === code)?.bias ?? 0
    expect(biasOf('us-east-1')).toBe(0)
    expect(biasOf('eu-central-1')).toBeGreaterThanOrEqual(-10)
    expect(biasOf('eu-central-1')).toBeLessThanOrEqual(20)
  })

  it('keeps a share within a range, and changes nothing when all targets are met', () => {
    const { shares } = demandShares(compilePolicy(ten, ALL_UP), world)
    const about = (endpoint: string, more: number) => {
      const share = (shares.get(endpoint) ?? 0) + more
      return { endpoint, least: share - 0.01, most: share + 0.01 }
    }
    const met = done(
      tune(ten, ALL_UP, world, { rule: 'geoproximity-1', targets: [about('us-east-1', 0)], limits: ANY }),
    )
    expect(met.policy).toBe(ten)
    expect(met.maxError).toBe(0)
    const moved = done(
      tune(ten, ALL_UP, world, { rule: 'geoproximity-1', targets: [about('us-east-1', 0.05)], limits: ANY }),
    )
    expect(moved.maxError).toBeLessThanOrEqual(0.001)
    expect(moved.policy).not.toBe(ten)
  })
})

describe('a target that cannot be met', () => {
  const prepared = smallDemand()
  const near = geoproximity(
    ['us-east-1', 0, to('east')],
    ['eu-central-1', 0, to('europe')],
    ['ap-south-1', 0, to('asia')],
  )

  function tuned(policy: Policy, targets: readonly ShareTarget[], world = ALL_UP): Tuning {
    const rule = [...policy.rules.keys()].find((id) => id.startsWith('geoproximity')) ?? ''
    return done(tune(policy, world, prepared, { rule, targets, limits: ANY }))
  }

  it('may name an endpoint that the rule does not lead to', () => {
    const policy = policyOf(
      geolocation(withKeys(to('brazil'), { Country: 'BR' }), withKeys(to(near), { Country: '*' })),
    )
    const [outcome] = tuned(policy, [exactly('brazil', 20)]).targets
    expect(outcome).toMatchObject({ reason: 'not-below-rule' })
    expect(points(outcome?.attainable.least)).toBe(10)
    expect(points(outcome?.attainable.most)).toBe(10)
  })

  it('may ask for more than arrives at the rule', () => {
    const policy = policyOf(
      geolocation(withKeys(to(near), { Continent: 'EU' }), withKeys(to('rest'), { Country: '*' })),
    )
    const { targets, maxError } = tuned(policy, [exactly('europe', 30)])
    // Europe has 21 points.
    expect(targets[0]).toMatchObject({ reason: 'out-of-reach' })
    expect(points(targets[0]?.share)).toBe(21)
    expect(points(targets[0]?.attainable.most)).toBe(21)
    expect(points(targets[0]?.error)).toBe(-9)
    expect(points(maxError)).toBe(9)
  })

  it('may ask for less than goes to the endpoint anyway', () => {
    const policy = policyOf(
      geolocation(withKeys(to('east'), { Country: 'US' }), withKeys(to(near), { Country: '*' })),
    )
    const [outcome] = tuned(policy, [exactly('east', 10)]).targets
    expect(outcome?.reason).toBe('out-of-reach')
    expect(points(outcome?.share)).toBe(22)
  })

  it('may want what other targets want', () => {
    const { targets } = tuned(
      policyOf(near),
      ['east', 'europe', 'asia'].map((id) => exactly(id, 50)),
    )
    expect(targets.map(({ reason }) => reason)).toEqual(['other-targets', 'other-targets', 'other-targets'])
  })

  it('may fall between two cities', () => {
    const two = policyOf(geoproximity(['eu-central-1', 0, to('europe')], ['ap-northeast-1', 0, to('tokyo')]))
    const { targets, maxError } = tuned(two, [exactly('tokyo', 17)])
    expect(maxError).toBeLessThan(0.05)
    expect(targets[0]?.reason).toBe(maxError > 0.005 ? 'other-targets' : null)
  })

  it('leaves the bias of a location that is down, or stands nowhere, as it is', () => {
    const policy = policyOf(
      geoproximity(
        ['us-east-1', 7, failing('east')],
        ['nowhere-9', 8, to('lost')],
        ['eu-central-1', 0, to('europe')],
        ['ap-south-1', 0, to('asia')],
      ),
    )
    const { locations, after } = tuned(
      policy,
      [exactly('europe', 50), exactly('east', 10), exactly('lost', 10)],
      worldOf({ unhealthy: ['failing-east'] }),
    )
    expect(locations.slice(0, 2).map(({ bias }) => bias)).toEqual([7, 8])
    expect(points(after.shares.get('europe'))).toBeGreaterThan(40)
  })
})

describe('the search for biases', () => {
  const prepared = smallDemand()
  const aCase = aSoundDocument(true)
    .map(policyFrom)
    .chain((policy) =>
      fc.record({
        policy: fc.constant(policy),
        world: aWorldOf(policy),
        endpoints: fc.subarray([...policy.endpoints.keys()], { minLength: 1 }),
        percents: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 12, maxLength: 12 }),
      }),
    )

  it(`is never worse than the biases it began with, for any policy, world and targets (seed ${SEED})`, () => {
    fc.assert(
      fc.property(aCase, ({ policy, world, endpoints, percents }) => {
        const compiled = compilePolicy(policy, world)
        const rule = [...policy.rules.keys()].find((id) => biasRuleOf(compiled, id))
        const targets = endpoints.map((id, index) => exactly(id, percents[index] ?? 0))
        const tuning = tune(policy, world, prepared, { rule: rule ?? '', targets, limits: ANY })
        expect(tuning === null).toBe(rule === undefined)
        if (!tuning) return
        const missBefore = Math.max(
          ...targets.map((target) =>
            Math.abs(missOf(tuning.before.shares.get(target.endpoint) ?? 0, target)),
          ),
        )
        expect(tuning.maxError).toBeLessThanOrEqual(missBefore + 1e-9)
        for (const { bias, before } of tuning.locations) {
          expect(bias === before || Number.isInteger(bias) ? 'whole' : bias).toBe('whole')
        }
      }),
      { seed: SEED, numRuns: 100 },
    )
  })

  const near = policyOf(
    geoproximity(
      ['us-east-1', 0, to('east')],
      ['eu-central-1', 0, to('europe')],
      ['ap-south-1', 0, to('asia')],
    ),
  )
  const request = { rule: 'geoproximity-1', targets: [exactly('east', 40), exactly('asia', 20)], limits: ANY }

  it('is the same every time', () => {
    const [one, two] = [1, 2].map(() => done(tune(near, ALL_UP, prepared, request)).locations)
    expect(one).toEqual(two)
  })

  it('tells its progress, and stops when told with the best it has', () => {
    const progress: Progress[] = []
    let asked = 0
    const watch = { shouldStop: () => ++asked > 10, onProgress: (each: Progress) => void progress.push(each) }
    const stopped = done(tune(near, ALL_UP, prepared, request, watch))
    expect(stopped.stopped).toBe(true)
    expect(progress[0]).toMatchObject({ attempt: 1 })
    const through = done(tune(near, ALL_UP, prepared, request))
    expect(through.stopped).toBe(false)
    expect(through.maxError).toBeLessThanOrEqual(stopped.maxError)
  })

  it('finds nothing to tune where the rule is of another type or does not exist', () => {
    expect(
      tune(policyOf(weighted([1, to('a')])), ALL_UP, prepared, { ...request, rule: 'weighted-1' }),
    ).toBeNull()
    expect(tune(near, ALL_UP, prepared, { ...request, rule: 'no such rule' })).toBeNull()
  })
})
