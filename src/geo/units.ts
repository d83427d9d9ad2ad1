import { continentOf } from './continents'
import { countryName } from './countries'
import type { Unit } from './territory'
import { subdivisionName } from './us-states'
import type { WorldTopology } from './world-topology'

/** The units of a topology in its order; throws on a shape without a code. */
export function unitsOf(topology: WorldTopology): readonly Unit[] {
  return topology.objects.units.geometries.map(({ id, properties }, index) => {
    if (typeof id !== 'string' || !/^[A-Z]{2}(-.+)?$/.test(id)) throw new Error(`shape ${index} has no code`)
    return unit(index, id, properties?.name ?? '')
  })
}

function unit(index: number, id: string, name: string): Unit {
  const country = id.slice(0, 2)
  const division = id.length > 2 ? id : null
  // Route 53 knows the subdivisions of the US only; the others are shapes without a meaning for rules.
  const subdivision = division !== null && country === 'US' ? id.slice(3) : null
  return {
    index,
    country,
    subdivision,
    division,
    continent: continentOf(country),
    name: name || (subdivision === null ? countryName(country) : subdivisionName(subdivision)),
  }
}
