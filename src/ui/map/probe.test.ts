import { beforeAll, describe, expect, it } from 'vitest'
import { compilePolicy } from '../../engine/compile'
import type { Atlas } from '../../geo/atlas'
import type { Gazetteer } from '../../geo/gazetteer'
import { loadAtlas, loadGazetteer } from '../../geo/load'
import { ALL_UP, type World } from '../../model/world'
import { geolocation, geoproximity, policyOf, to, weighted, withKeys } from '../../policy/testing/policy-of'
import { probe } from './probe'

const LYON = { latitude: 45.76, longitude: 4.84 }

describe('the probe', () => {
  let atlas: Atlas
  let gazetteer: Gazetteer
  beforeAll(async () => {
    atlas = await loadAtlas()
    gazetteer = await loadGazetteer()
  })

  const policy = policyOf(
    geolocation(
      withKeys(to(geoproximity(['eu-west-3', 35, to('paris')], ['eu-central-1', 0, to('frankfurt')])), {
        Country: 'FR',
      }),
      withKeys(to(weighted([1, to('blue')], [3, to('green')])), { Continent: 'EU' }),
    ),
  )

  function ask(coordinates: typeof LYON, world: World = ALL_UP) {
    return probe(compilePolicy(policy, world), coordinates, atlas, gazetteer)
  }

  it('names the place, what it gets and the rules that decided', () => {
    const { place, distribution, reasons } = ask(LYON)
    expect(place).toBe('near Lyon, France')
    expect(distribution.endpoints).toEqual([{ endpoint: 'paris', probability: 1 }])
    expect(reasons[0]).toMatch(/^France: the smallest place/)
    expect(reasons[1]).toMatch(/^eu-west-3: nearest after bias, \d+ km × 0\.65 \(bias \+35\) = \d+ km$/)
  })

  it('leaves chances to the percentages', () => {
    const { distribution, reasons } = ask({ latitude: 52.5, longitude: 13.4 })
    expect(distribution.endpoints.map(({ probability }) => probability)).toEqual([0.75, 0.25])
    expect(reasons).toHaveLength(1)
  })

  it('says why there is no answer, on land and at sea', () => {
    expect(ask({ latitude: -10, longitude: -52 }).reasons.join()).toContain('no default')
    const atSea = ask({ latitude: 0, longitude: -25 })
    expect(atSea.place).toBe('0.00, -25.00, at sea')
    expect(atSea.distribution.nodata).toBe(1)
  })

  it('says that the endpoint is down', () => {
    expect(ask(LYON, { ...ALL_UP, down: new Set(['paris']) }).reasons).toContain('paris is down: black-holed')
  })
})
