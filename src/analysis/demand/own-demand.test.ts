import { beforeAll, describe, expect, it } from 'vitest'
import { loadAtlas, loadGazetteer } from '../../geo/load'
import { MOST_DEMAND_PLACES } from '../../scenario/demand-model'
import type { Demand } from './demand'
import { matchDemand } from './match-demand'
import { demandModelOf, demandOfModel, needsAtlas } from './own-demand'
import type { Geography, WrittenDemand } from './place-matcher'

const NAMED = { name: 'log.csv', unit: 'queries' }

describe('the user’s own demand', () => {
  let geography: Geography
  beforeAll(async () => {
    const atlas = await loadAtlas()
    geography = { gazetteer: await loadGazetteer(), locate: (coordinates) => atlas.locate(coordinates) }
  })

  function row(line: number, weight: number, where: Partial<WrittenDemand>): WrittenDemand {
    return { line, weight, country: null, subdivision: null, city: null, coordinates: null, ...where }
  }
  function matched(rows: readonly WrittenDemand[]) {
    const result = matchDemand(rows, NAMED.name, geography)
    if (!result.ok) throw new Error(result.problems[0]?.message)
    return result.value
  }
  function byPlace({ points }: Demand): ReadonlyMap<string, number> {
    return new Map(
      points.map(({ name, country, subdivision, coordinates: { latitude, longitude }, weight }) => [
        JSON.stringify([name, country, subdivision, latitude, longitude]),
        weight,
      ]),
    )
  }

  const rows = [
    row(2, 300, { country: 'France' }),
    row(3, 7, { country: 'US', subdivision: 'Texas' }),
    row(4, 5, { city: 'Portland', subdivision: 'Maine' }),
    row(5, 11, { city: 'sao paulo' }),
    row(6, 2, { coordinates: { latitude: 52.23, longitude: 21.01 } }),
    row(7, 40, { country: 'Atlantis' }),
    row(8, 30, { country: 'fr' }),
  ]

  it('is kept as coarse as it was written, each place once', () => {
    const { places, leftOut } = demandModelOf(matched(rows), NAMED)
    expect(places).toEqual([
      { country: 'FR', subdivision: null, city: null, coordinates: null, weight: 330 },
      { country: 'US', subdivision: 'TX', city: null, coordinates: null, weight: 7 },
      { country: 'US', subdivision: 'ME', city: 'Portland', coordinates: null, weight: 5 },
      { country: 'BR', subdivision: null, city: 'São Paulo', coordinates: null, weight: 11 },
      {
        country: 'PL',
        subdivision: null,
        city: null,
        coordinates: { latitude: 52.23, longitude: 21.01 },
        weight: 2,
      },
    ])
    expect(leftOut).toEqual({ rows: 1, weight: 40 })
    expect(needsAtlas(places)).toBe(false)
  })

  it('comes back from what was kept as the very demand that was matched', () => {
    const first = matched(rows)
    const again = demandOfModel(demandModelOf(first, NAMED), geography)
    if (!again.ok) throw new Error('not matched')
    const [before, after] = [byPlace(first.demand), byPlace(again.value)]
    expect(after.size).toBe(before.size)
    for (const [place, weight] of before) expect(after.get(place)).toBeCloseTo(weight, 9)
    expect(again.value.unit).toBe('queries')
    expect(again.value.source).toBe(
      'Your own demand, log.csv: 5 places, without one row that no place is known for; countries and states divided among their towns by inhabitants (GeoNames, CC BY 4.0)',
    )
  })

  it('is refused when none of its places is known', () => {
    const nowhere = { country: 'XX', subdivision: null, city: null, coordinates: null, weight: 1 }
    const again = demandOfModel({ ...NAMED, places: [nowhere], leftOut: { rows: 0, weight: 0 } }, geography)
    expect(again.ok ? '' : again.problems[0]?.message).toContain('There is no country “XX”')
  })

  it('keeps the largest of too many places, and counts the others as left out', () => {
    const many = Array.from({ length: MOST_DEMAND_PLACES + 3 }, (_, index) =>
      row(index + 1, index + 1, {
        country: 'FR',
        coordinates: { latitude: 45 + index / 100_000, longitude: 2 },
      }),
    )
    const model = demandModelOf(matched(many), NAMED)
    expect(model.places).toHaveLength(MOST_DEMAND_PLACES)
    expect(model.leftOut).toEqual({ rows: 3, weight: 6 })
  })
})
