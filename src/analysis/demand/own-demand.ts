import { failure, type Result, success } from '../../model/result'
import { type DemandModel, type DemandPlace, MOST_DEMAND_PLACES } from '../../scenario/demand-model'
import type { Demand } from './demand'
import { type MatchedDemand, matchDemand } from './match-demand'
import type { Geography, WrittenDemand } from './place-matcher'

/**
 * What a scenario keeps of a table that was matched: its places, and what was left out. Of more places than a scenario
 * keeps, the smallest are left out.
 */
export function demandModelOf(
  { places, unmatched }: MatchedDemand,
  { name, unit }: Pick<DemandModel, 'name' | 'unit'>,
): DemandModel {
  const kept = places.length > MOST_DEMAND_PLACES ? largest(places, MOST_DEMAND_PLACES) : places
  const isKept = new Set(kept)
  const lost = [...unmatched, ...places.filter((place) => !isKept.has(place))]
  return {
    name,
    unit,
    places: kept,
    leftOut: { rows: lost.length, weight: lost.reduce((sum, { weight }) => sum + weight, 0) },
  }
}

/** The demand that a scenario's own model amounts to; a place that is known no more is an error only when all are. */
export function demandOfModel(model: DemandModel, geography: Geography): Result<Demand> {
  const matched = matchDemand(rowsOf(model), model.name, geography)
  if (!matched.ok) return failure(...matched.problems)
  const { demand, unmatched } = matched.value
  return success({
    ...demand,
    source: sourceOf(model, model.places.length - unmatched.length),
    unit: model.unit,
  })
}

/** Whether finding a model's places takes the shapes of countries, which are large. */
export function needsAtlas(rows: readonly Pick<WrittenDemand, 'coordinates' | 'country'>[]): boolean {
  return rows.some(({ coordinates, country }) => coordinates !== null && country === null)
}

function rowsOf({ places }: DemandModel): readonly WrittenDemand[] {
  return places.map((place, index) => ({ ...place, line: index + 1 }))
}

function sourceOf({ name, places, leftOut }: DemandModel, found: number): string {
  const count = found === 1 ? 'one place' : `${found.toLocaleString('en')} places`
  const missing = leftOut.rows + places.length - found
  const rows = missing === 1 ? 'one row' : `${missing.toLocaleString('en')} rows`
  const without = missing === 0 ? '' : `, without ${rows} that no place is known for`
  const spread = places.some(({ city, coordinates }) => city === null && coordinates === null)
    ? '; countries and states divided among their towns by inhabitants (GeoNames, CC BY 4.0)'
    : ''
  return `Your own demand, ${name === '' ? 'pasted' : name}: ${count}${without}${spread}`
}

function largest(places: readonly DemandPlace[], count: number): readonly DemandPlace[] {
  const least = places.map(({ weight }) => weight).sort((a, b) => b - a)[count - 1] ?? 0
  return places.filter(({ weight }) => weight >= least).slice(0, count)
}
