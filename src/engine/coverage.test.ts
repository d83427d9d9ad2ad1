import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Atlas } from '../geo/atlas'
import { loadAtlas } from '../geo/load'
import { pixelCentre, type RasterView, worldPixels } from '../geo/raster-view'
import type { Territory } from '../geo/territory'
import { updateBranch } from '../policy/edits/branches'
import type { Policy } from '../policy/policy'
import {
  geolocation,
  geoproximity,
  policyOf,
  type TestRule,
  to,
  weighted,
  withKeys,
} from '../policy/testing/policy-of'
import { toClient } from '../rules/client'
import { type CompiledPolicy, compilePolicy } from './compile'
import { type Coverage, type CoverageSteps, coverageNow, coverageOf, createCoverage } from './coverage'
import { prepareFrame } from './coverage-frame'
import { mixKey } from './coverage-mixes'
import { distributionFor } from './distribution'
import { worldOf } from './testing/ask'
import { COVERAGE_CASES, near, nested } from './testing/coverage-cases'

const SEED = 20_261_124

function viewAt(
  zoom: number,
  latitude: number,
  longitude: number,
  width: number,
  height: number,
): RasterView {
  const world = worldPixels(zoom)
  const y = (1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2
  return {
    zoom,
    left: Math.round(((longitude + 180) / 360) * world - width / 2),
    top: Math.round(y * world - height / 2),
    width,
    height,
  }
}

/** The number of pixels whose mix is not the distribution of their centre. */
function wrongPixels(
  compiled: CompiledPolicy,
  units: readonly Territory[],
  view: RasterView,
  raster: Int16Array,
): number {
  const { mixes, pixels } = coverageOf(compiled, units, prepareFrame(view, raster))
  const keys = mixes.map(mixKey)
  let wrong = 0
  pixels.forEach((mix, index) => {
    const coordinates = pixelCentre(view, index % view.width, Math.floor(index / view.width))
    const { country = null, subdivision = null } = units[raster[index] ?? -1] ?? {}
    const exact = distributionFor(compiled, toClient({ coordinates, country, subdivision }))
    if (keys[mix] !== mixKey(exact)) wrong++
  })
  return wrong
}

describe('coverage', () => {
  let atlas: Atlas
  beforeAll(async () => {
    atlas = await loadAtlas()
  })

  describe.each([
    ['the world, once and a half, beyond both poles', viewAt(0.4, 0, 20, 330, 230)],
    ['Europe at a fractional zoom', viewAt(3.3, 50, 10, 220, 150)],
    ['the antimeridian', viewAt(4, 10, 180, 220, 150)],
    ['the Alps', viewAt(7, 46.5, 8, 220, 150)],
  ] as const)('of %s', (_, view) => {
    let raster: Int16Array
    beforeAll(() => {
      raster = atlas.rasterise(view)
    })

    it.each(COVERAGE_CASES)('has no wrong pixel for $title', ({ policy, world }) => {
      expect(wrongPixels(compilePolicy(policy, world), atlas.units, view, raster)).toBe(0)
    })
  })

  it('has no wrong pixel wherever the locations are and however the land lies', () => {
    const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true })
    const site = fc.tuple(degrees(90), degrees(180))
    const sites = fc.array(fc.tuple(site, fc.integer({ min: -99, max: 99 })), { minLength: 1, maxLength: 7 })
    const views = fc
      .tuple(fc.double({ min: 0, max: 9, noNaN: true }), degrees(80), degrees(400))
      .map(([zoom, latitude, longitude]) => viewAt(zoom, latitude, longitude, 70, 50))
    const units: readonly Territory[] = [
      { country: 'FR', subdivision: null, continent: 'EU' },
      { country: 'US', subdivision: 'CA', continent: 'NA' },
    ]
    const lands = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(
        sites,
        sites,
        views,
        lands,
        fc.constantFrom('guide', 'map'),
        (a, b, view, land, negativeBias) => {
          const rule = (all: typeof a, name: string) =>
            geoproximity(...all.map(([where, bias], index) => [where, bias, to(`${name}-${index}`)] as const))
          const shared = rule(a, 'a')
          const policy = policyOf(
            geolocation(
              withKeys(to(shared), { Country: 'FR' }),
              withKeys(to(weighted([1, to(shared)], [2, to(rule(b, 'b'))])), { Country: '*' }),
            ),
          )
          const raster = Int16Array.from(
            { length: view.width * view.height },
            (_, index) => land[(index >> 4) % 7] ?? -1,
          )
          expect(wrongPixels(compilePolicy(policy, worldOf({ negativeBias })), units, view, raster)).toBe(0)
        },
      ),
      { seed: SEED, numRuns: 60 },
    )
  })

  it('is the same after other policies, and says which blocks have changed', () => {
    const view = viewAt(3.3, 50, 10, 220, 150)
    const frame = prepareFrame(view, atlas.rasterise(view))
    const stepsOf = createCoverage(atlas.units, frame)
    const keysOf = ({ mixes, pixels }: Coverage) => {
      const keys = mixes.map(mixKey)
      return Array.from(pixels, (mix) => keys[mix])
    }
    let before: readonly (string | undefined)[] = []
    const biases = fc.sample(fc.integer({ min: -99, max: 99 }), { seed: SEED, numRuns: 15 })
    const policies = biases.flatMap((bias, index) => {
      const { policy, world } = COVERAGE_CASES[(index * 5) % COVERAGE_CASES.length] ?? NOTHING
      const [rule] = [...policy.rules].find(([, { type }]) => type === 'geoproximity') ?? []
      const moves =
        rule === undefined ? [] : [bias, bias - 1, -bias, 0].map((to) => withBias(policy, rule, to))
      return [policy, ...moves, policy].map((each) => compilePolicy(each, world))
    })
    for (const compiled of policies) {
      const coverage = coverageNow(stepsOf, compiled)
      const keys = keysOf(coverage)
      expect(keys).toEqual(keysOf(coverageOf(compiled, atlas.units, frame)))
      const { columns, blocks } = coverage.changes
      const unmarked = keys.filter((key, index) => {
        const [column, row] = [index % view.width, Math.floor(index / view.width)]
        return key !== before[index] && blocks[Math.floor(row / 16) * columns + Math.floor(column / 16)] === 0
      })
      expect(unmarked).toEqual([])
      blocks.fill(0)
      before = keys
    }
  })

  it.each([
    ['one rule', nested(20)],
    ['one of two rules by weights', bothOf(1)],
  ])('looks closely only where a moved location of %s wins before or now', (_, start) => {
    const policy = policyOf(start)
    const rule = [...policy.rules].findLast(([, { type }]) => type === 'geoproximity')?.[0] ?? ''
    const view = viewAt(2, 30, 0, 640, 480)
    const frame = prepareFrame(view, atlas.rasterise(view))
    let looks = 0
    const levels = frame.levels.map((level) => ({
      ...level,
      discAt: (column: number, row: number) => {
        looks++
        return level.discAt(column, row)
      },
    }))
    const looksOf = (stepsOf: CoverageSteps, bias: number) => {
      looks = 0
      coverageNow(stepsOf, compilePolicy(withBias(policy, rule, bias), NOTHING.world))
      return looks
    }
    const stepsOf = createCoverage(atlas.units, { ...frame, levels })
    const anew = looksOf(stepsOf, 0)
    const moved = looksOf(stepsOf, 5)
    expect(moved).toBeLessThan(anew / 4)
    expect(looksOf(stepsOf, 5)).toBeLessThan(moved / 2)
  })

  it('heeds the weights of rules whose locations have not moved', () => {
    const view = viewAt(2, 30, 0, 320, 240)
    const frame = prepareFrame(view, atlas.rasterise(view))
    const stepsOf = createCoverage(atlas.units, frame)
    const mixesUsed = (weight: number) => {
      const { mixes, pixels } = coverageNow(stepsOf, compilePolicy(policyOf(bothOf(weight)), NOTHING.world))
      return Array.from(pixels, (mix) => mixes[mix]?.endpoints[0]?.probability)
    }
    expect(new Set(mixesUsed(1))).toEqual(new Set([0.5]))
    expect(new Set(mixesUsed(3))).toEqual(new Set([0.75]))
  })

  it('says no answer everywhere for a policy without a start', () => {
    const view = viewAt(1, 0, 0, 40, 30)
    const compiled = compilePolicy({ ...policyOf('site'), start: null }, worldOf({}))
    const { mixes, pixels } = coverageOf(compiled, [], prepareFrame(view, new Int16Array(1200).fill(-1)))
    expect(new Set(Array.from(pixels, (mix) => mixes[mix]))).toEqual(new Set([{ endpoints: [], nodata: 1 }]))
  })

  it('stops between its steps when nobody asks for the next', () => {
    const view = viewAt(1, 0, 0, 64, 640)
    const compiled = compilePolicy(policyOf('site'), worldOf({}))
    const steps = createCoverage([], prepareFrame(view, new Int16Array(64 * 640).fill(-1)))(compiled)
    const done = Array.from({ length: 11 }, () => steps.next().done)
    expect(done).toEqual([...Array.from({ length: 10 }, () => false), true])
  })
})

/** Half of the answers by one rule and half by another, or the first rule's by another weight. */
function bothOf(weight: number): TestRule {
  const rule = (name: string, count: number) => to(near(count, 60, (index) => `${name}-${index}`))
  return weighted([weight, rule('a', 5)], [1, rule('b', 20)])
}

const NOTHING = { policy: policyOf('site'), world: worldOf({}) }

function withBias(policy: Policy, rule: string, bias: number): Policy {
  const branch = policy.rules.get(rule)?.branches[0]?.id ?? ''
  return updateBranch(policy, 'geoproximity', { rule, branch }, { bias })
}
