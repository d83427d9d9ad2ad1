import { bench, describe } from 'vitest'
import { compilePolicy } from '../../engine/compile'
import { demandFor } from '../../engine/distribution'
import { seededRandom } from '../../engine/random'
import { REGIONS } from '../../geo/regions'
import { ALL_UP, type World } from '../../model/world'
import { geoproximity, policyOf, to } from '../../policy/testing/policy-of'
import { toClient } from '../../rules/client'
import { demandShares } from '../shares'
import { TEN_REGIONS, worldDemand } from '../testing/world-demand'
import { createBiasField } from './bias-field'
import { createBiasLoads, sharesOf } from './bias-loads'
import { biasRuleOf } from './bias-locations'
import { tune } from './tune'

// Budget (design section 6): ten endpoints in half a second, with a largest error of 0.6 points.
const prepared = await worldDemand()
const CODES = REGIONS.filter(({ usable }) => usable).map(({ code }) => code)
const SEED = 20261124

interface TuneCase {
  readonly title: string
  readonly codes: readonly string[]
  readonly percents: readonly number[]
}

function anyCodes(count: number, set = 0): readonly string[] {
  const random = seededRandom(SEED + count + 1000 * set)
  return CODES.map((code) => ({ code, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ code }) => code)
}

const CASES: readonly TuneCase[] = [
  { title: 'ten Regions, 10 % each', codes: TEN_REGIONS, percents: TEN_REGIONS.map(() => 10) },
  {
    title: 'ten Regions, shares of different size',
    codes: TEN_REGIONS,
    percents: [15, 8, 12, 14, 16, 8, 10, 7, 4, 6],
  },
  {
    title: 'ten Regions drawn at random, 10 % each',
    codes: anyCodes(10),
    percents: TEN_REGIONS.map(() => 10),
  },
  { title: 'one of ten Regions, 20 %', codes: TEN_REGIONS, percents: [20] },
  {
    title: 'twenty Regions drawn at random, 5 % each',
    codes: anyCodes(20),
    percents: anyCodes(20).map(() => 5),
  },
]

/** A location for each Region, all without bias, and what each shall get. */
function asked(codes: readonly string[], percents: readonly number[]) {
  const policy = policyOf(geoproximity(...codes.map((code) => [code, 0, to(code)] as const)))
  const targets = percents.map((percent, index) => ({
    endpoint: codes[index] ?? '',
    least: percent / 100,
    most: percent / 100,
  }))
  return { policy, request: { rule: 'geoproximity-1', targets, limits: new Map() } }
}

for (const { title, codes, percents } of CASES) {
  for (const negativeBias of ['guide', 'map'] as const) {
    const world: World = { ...ALL_UP, negativeBias }
    const { policy, request } = asked(codes, percents)
    const error = ((tune(policy, world, prepared, request)?.maxError ?? 1) * 100).toFixed(2)
    describe(`tune ${title}, by the formula of the ${negativeBias}: largest error ${error} points`, () => {
      bench('solve', () => {
        tune(policy, world, prepared, request)
      })
    })
  }
}

/** How many sets of ten Regions are drawn for each formula and each kind of target. */
const SETS = 10

/** Parts of 100 that differ by up to four times. */
function drawnPercents(random: () => number): readonly number[] {
  const weights = TEN_REGIONS.map(() => 0.4 + 1.2 * random())
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (100 * weight) / all)
}

function percentsOfBiases(random: () => number, codes: readonly string[], world: World): readonly number[] {
  const biased = codes.map((code) => [code, Math.round(198 * random()) - 99, to(code)] as const)
  const { shares } = demandShares(compilePolicy(policyOf(geoproximity(...biased)), world), prepared)
  return codes.map((code) => 100 * (shares.get(code) ?? 0))
}

/** What targets are drawn: shares that some biases come to, or any, which perhaps no whole biases do. */
const DRAWN = [
  { wanted: 'what drawn biases come to', percents: percentsOfBiases },
  { wanted: '10 % each', percents: () => TEN_REGIONS.map(() => 10) },
  { wanted: 'shares drawn at random', percents: drawnPercents },
]

for (const { wanted, percents } of DRAWN) {
  for (const negativeBias of ['guide', 'map'] as const) {
    const world: World = { ...ALL_UP, negativeBias }
    const sets = Array.from({ length: SETS }, (_, set) => {
      const codes = anyCodes(10, set)
      return asked(codes, percents(seededRandom(SEED + set), codes, world))
    })
    const errors = sets
      .map(({ policy, request }) => (tune(policy, world, prepared, request)?.maxError ?? 1) * 100)
      .sort((a, b) => a - b)
    const within = errors.filter((error) => error <= 0.6).length
    const figures = `largest error: median ${errors[SETS / 2]?.toFixed(2)}, worst ${errors.at(-1)?.toFixed(2)} points; ${within} of ${SETS} within 0.6`
    let next = 0
    describe(`tune ${SETS} sets of ten Regions drawn at random, ${wanted}, by the formula of the ${negativeBias}: ${figures}`, () => {
      bench('solve the next set', () => {
        const set = sets[next++ % SETS]
        if (set) tune(set.policy, world, prepared, set.request)
      })
    })
  }
}

describe('one evaluation of ten endpoints by other biases', () => {
  const policy = policyOf(geoproximity(...TEN_REGIONS.map((code) => [code, 0, to(code)] as const)))
  const compiled = compilePolicy(policy, ALL_UP)
  const rule = biasRuleOf(compiled, 'geoproximity-1')
  if (!rule) throw new Error('the policy has no geoproximity rule')
  const field = createBiasField(compiled, prepared, rule)
  const loads = createBiasLoads(compiled, prepared, field, TEN_REGIONS)

  bench('every place by itself', () => {
    const changed = compilePolicy(policy, ALL_UP)
    for (const point of prepared.points) demandFor(changed, toClient(point))
  })
  bench('as the search does', () => {
    sharesOf(loads, loads.flowsWith(field.winners(field.biases)))
  })
})
