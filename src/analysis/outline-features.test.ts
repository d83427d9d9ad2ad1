import { beforeAll, describe, expect, it } from 'vitest'
import { compilePolicy } from '../engine/compile'
import { type Outline, outlinesOf } from '../engine/outlines/outlines'
import { worldOf } from '../engine/testing/ask'
import type { Atlas } from '../geo/atlas'
import { loadAtlas } from '../geo/load'
import { geolocation, policyOf, to, weighted } from '../policy/testing/policy-of'
import type { DemandPoint } from './demand/demand'
import { mixDemand } from './demand/mix-demand'
import { prepareDemand } from './demand/prepared-demand'
import { NO_ANSWER_COLOUR, outlineFeatures } from './outline-features'

function town(country: string, latitude: number, longitude: number, weight: number): DemandPoint {
  return { name: null, country, subdivision: null, coordinates: { latitude, longitude }, weight }
}

describe('outline features', () => {
  const policy = policyOf(
    geolocation(
      to(weighted([4, to('stable')], [1, to('canary')]), { Country: 'FR' }),
      to('island', { Country: 'IS' }),
    ),
  )
  const compiled = compilePolicy(policy, worldOf({ down: ['island'] }))
  let atlas: Atlas
  let outlines: readonly Outline[]
  beforeAll(async () => {
    atlas = await loadAtlas()
    outlines = outlinesOf(compiled, atlas)
  })

  const context = {
    title: 'Test',
    colourOf: (id: string) => ({ stable: '#0072b2', canary: '#e69f00', island: '#009e73' })[id] ?? '#808080',
    isDown: (id: string) => id === 'island',
    demand: null,
  }

  it('name every mix, with its chances, colours and what is down', () => {
    const { features } = outlineFeatures(outlines, context)
    expect(features.map(({ properties }) => properties.name)).toEqual([
      'No answer',
      '80 % stable, 20 % canary',
      'island',
    ])
    const [none, france, island] = features
    expect(none?.properties.fill).toBe(NO_ANSWER_COLOUR)
    expect(none?.properties.noAnswerProbability).toBe(1)
    expect(france?.properties.answers).toEqual([
      { endpoint: 'stable', probability: 0.8, colour: '#0072b2', down: false },
      { endpoint: 'canary', probability: 0.2, colour: '#e69f00', down: false },
    ])
    expect(island?.properties.answers[0]?.down).toBe(true)
    // Iceland has 103,000 km² of land; 25 km of sea around it count as well.
    expect(island?.properties.areaKm2).toBeGreaterThan(150_000)
    expect(island?.properties.areaKm2).toBeLessThan(250_000)
  })

  it('say which part of the demand is theirs, what it is a part of, and that it is an estimate', () => {
    const parts = mixDemand(
      compiled,
      prepareDemand({
        source: 'Counted by hand',
        unit: 'internet users',
        points: [town('FR', 48.86, 2.35, 3), town('IS', 64.15, -21.94, 1)],
      }),
    )
    const demand = { parts, unit: 'internet users', source: 'Counted by hand', places: 2, own: false }
    const { features, catchment } = outlineFeatures(outlines, { ...context, demand })
    expect(features.map(({ properties }) => properties.percentOfDemand)).toEqual([0, 75, 25])
    expect(catchment.demand).toBe(
      'percentOfDemand is the percentage of the world’s internet users at these places; an estimate from 2 places. Counted by hand',
    )
    expect(catchment.attribution).toContain('Natural Earth')
  })

  it('do not call the user’s own demand the world’s, nor an estimate', () => {
    const demand = { parts: new Map(), unit: 'queries', source: 'log.csv', places: 2, own: true }
    expect(outlineFeatures(outlines, { ...context, demand }).catchment.demand).toBe(
      'percentOfDemand is the percentage of the user’s own demand (queries) at these places. log.csv',
    )
  })
})
