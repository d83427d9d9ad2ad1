import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../../engine/compile'
import { distributionFor } from '../../engine/distribution'
import { UNMAPPED } from '../../model/query'
import { ALL_UP } from '../../model/world'
import { geolocation, geoproximity, policyOf, to, weighted } from '../../policy/testing/policy-of'
import { toClient } from '../../rules/client'
import { anyCoordinates } from '../../rules/testing/any-client'
import { borderBetween } from './border-at'

const SEED = 20261127

function clientAt(latitude: number, longitude: number, country: string | null = null) {
  return toClient({ ...UNMAPPED, coordinates: { latitude, longitude }, country })
}

const sites = geoproximity(['us-east-1', 0, to('east')], ['eu-central-1', 0, to('europe')])
const PARIS = clientAt(48.86, 2.35, 'FR')
const BERLIN = clientAt(52.52, 13.4, 'DE')
const NEW_YORK = clientAt(40.71, -74.01, 'US')

describe('the border between two places', () => {
  it('is that of the geoproximity rule that sends them to different locations', () => {
    const compiled = compilePolicy(policyOf(sites), ALL_UP)
    expect(borderBetween(compiled, NEW_YORK, PARIS)).toEqual({
      rule: 'geoproximity-1',
      branches: ['b1', 'b2'],
    })
    expect(borderBetween(compiled, PARIS, NEW_YORK)?.branches).toEqual(['b2', 'b1'])
    expect(borderBetween(compiled, PARIS, BERLIN)).toBeNull()
  })

  it('is none where a country ends, and found below rules that part of the clients pass', () => {
    const byCountry = geolocation(to(sites, { IsDefault: true }), to('alone', { Country: 'US' }))
    expect(borderBetween(compilePolicy(policyOf(byCountry), ALL_UP), NEW_YORK, PARIS)).toBeNull()
    const split = policyOf(weighted([9, to('canary')], [1, to(sites)]))
    expect(borderBetween(compilePolicy(split, ALL_UP), NEW_YORK, PARIS)?.rule).toBe('geoproximity-2')
    const unused = policyOf(weighted([9, to('canary')], [0, to(sites)]))
    expect(borderBetween(compilePolicy(unused, ALL_UP), NEW_YORK, PARIS)).toBeNull()
  })

  it('is none between locations that lead to the same target', () => {
    const same = policyOf(geoproximity(['us-east-1', 0, to('one')], ['eu-central-1', 0, to('one')]))
    expect(borderBetween(compilePolicy(same, ALL_UP), NEW_YORK, PARIS)).toBeNull()
  })

  it(`lies exactly between places with different answers, for one rule and any sites (seed ${SEED})`, () => {
    const aSite = fc.tuple(anyCoordinates, fc.integer({ min: -99, max: 99 }))
    fc.assert(
      fc.property(
        fc.array(aSite, { minLength: 2, maxLength: 5 }),
        anyCoordinates,
        anyCoordinates,
        (list, a, b) => {
          const branches = list.map(
            ([{ latitude, longitude }, bias], at) => [[latitude, longitude], bias, to(`e${at}`)] as const,
          )
          const compiled = compilePolicy(policyOf(geoproximity(...branches)), ALL_UP)
          const [first, second] = [a, b].map((at) => toClient({ ...UNMAPPED, coordinates: at }))
          if (!first || !second) throw new Error('two places make two clients')
          const differs =
            distributionFor(compiled, first).endpoints[0]?.endpoint !==
            distributionFor(compiled, second).endpoints[0]?.endpoint
          expect(borderBetween(compiled, first, second) !== null).toBe(differs)
        },
      ),
      { seed: SEED, numRuns: 300 },
    )
  })
})
