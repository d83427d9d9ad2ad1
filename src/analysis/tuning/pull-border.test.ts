import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../../engine/compile'
import { worldOf } from '../../engine/testing/ask'
import { failing } from '../../engine/testing/marked'
import type { Coordinates } from '../../geo/coordinates'
import { UNMAPPED } from '../../model/query'
import { ALL_UP, type World } from '../../model/world'
import type { Policy } from '../../policy/policy'
import { geoproximity, policyOf, type TestSite, to } from '../../policy/testing/policy-of'
import { type Client, toClient } from '../../rules/client'
import { anyCoordinates } from '../../rules/testing/any-client'
import { smallDemand } from '../testing/small-demand'
import { createBiasField } from './bias-field'
import { createBiasLoads } from './bias-loads'
import { biasRuleOf, withBiases } from './bias-locations'
import { type BorderPull, pullBorder } from './pull-border'

const SEED = 20261124
const prepared = smallDemand()
const clientAt = (coordinates: Coordinates) => toClient({ ...UNMAPPED, coordinates })

function pull(policy: Policy, client: Client, index: number, world: World = ALL_UP): BorderPull | null {
  const compiled = compilePolicy(policy, world)
  const rule = biasRuleOf(compiled, 'geoproximity-1')
  if (!rule) throw new Error('the policy has no geoproximity rule')
  const field = createBiasField(compiled, prepared, rule)
  const loads = createBiasLoads(compiled, prepared, field, [...policy.endpoints.keys()])
  return pullBorder(field, loads, client, rule.locations[index]?.branch ?? '', world.negativeBias)
}

/** The number of the location that a client gets. */
function locationFor(policy: Policy, client: Client, world: World = ALL_UP): number {
  const [rule] = compilePolicy(policy, world).rules
  const choice = rule?.decision.choose(client, rule.health)
  return choice?.kind === 'one' ? choice.branch : -1
}

describe('pulling a border', () => {
  const policy = policyOf(
    geoproximity(
      ['us-east-1', 0, to('east')],
      ['eu-central-1', 0, to('europe')],
      ['ap-south-1', 0, to('asia')],
    ),
  )
  const LAGOS = clientAt({ latitude: 6.45, longitude: 3.39 })

  it(`takes a place to the location asked for, with whole biases, by either formula (seed ${SEED})`, () => {
    const aSite = anyCoordinates.map(({ latitude, longitude }): TestSite => [latitude, longitude])
    const sites = fc.array(fc.tuple(aSite, fc.integer({ min: -60, max: 60 })), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(
        sites,
        anyCoordinates,
        fc.nat({ max: 4 }),
        fc.constantFrom('guide' as const, 'map' as const),
        (list, from, at, negativeBias) => {
          const any = policyOf(
            geoproximity(...list.map(([site, bias], number) => [site, bias, to(`e${number}`)] as const)),
          )
          const world = worldOf({ negativeBias })
          const index = at % list.length
          const found = pull(any, clientAt(from), index, world)
          const changed = withBiases(any, 'geoproximity-1', found?.biases ?? [])
          expect(locationFor(changed, clientAt(from), world) === index).toBe(found?.reached)
          for (const bias of found?.biases ?? []) {
            expect(Number.isInteger(bias)).toBe(true)
            expect(Math.abs(bias)).toBeLessThanOrEqual(99)
          }
        },
      ),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('changes nothing for a place that goes there already', () => {
    expect(pull(policy, LAGOS, 1)).toEqual({ biases: [0, 0, 0], changed: [], reached: true, moved: 0 })
  })

  it('changes no bias by more than it needs, and says what moves', () => {
    const found = pull(policy, LAGOS, 0)
    expect(found?.reached).toBe(true)
    const biases = found?.biases ?? []
    // A step less of any change, and Lagos stays.
    biases.forEach((bias, index) => {
      if (bias === 0) return
      const less = biases.map((each, other) => (other === index ? each - Math.sign(bias) : each))
      expect(locationFor(withBiases(policy, 'geoproximity-1', less), LAGOS)).not.toBe(0)
    })
    expect(found?.moved).toBeGreaterThanOrEqual(0.07)
    expect(found?.moved).toBeLessThan(0.3)
  })

  it('cannot pull a border over another location, and comes as near as it can', () => {
    const onTheSpot = policyOf(geoproximity([[0, 0], 0, to('a')], [[0, 90], 0, to('b')]))
    const found = pull(onTheSpot, clientAt({ latitude: 0, longitude: 0 }), 1)
    expect(found).toMatchObject({ reached: false })
  })

  it('has nothing to pull to a location that is down, whose place is unknown, or that is not there', () => {
    const odd = policyOf(
      geoproximity(
        ['us-east-1', 0, failing('down')],
        ['nowhere-9', 0, to('lost')],
        ['eu-central-1', 0, to('europe')],
      ),
    )
    const world = worldOf({ unhealthy: ['failing-down'] })
    expect([0, 1, 7].map((index) => pull(odd, LAGOS, index, world))).toEqual([null, null, null])
    expect(pull(policy, toClient(UNMAPPED), 0)).toBeNull()
  })
})
