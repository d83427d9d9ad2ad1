import { createShapes } from './shapes.mjs'

/** Countries in GeoNames that Route 53 has no code for and whose people are left out. */
const LEFT_OUT = new Set(['CX'])

/** The country of Route 53 or the US state (`US-GA`) that a city of GeoNames counts for; null if there is none. */
export function createUnitOf(topology) {
  const { unitAt } = createShapes(topology)
  return ({ country, adminCode, loc }) => {
    if (LEFT_OUT.has(country)) return null
    if (country === 'US') return `US-${adminCode}`
    // Route 53 has no EH: its towns count where the map, which follows actual control, finds them.
    if (country === 'EH') return unitAt(loc.coordinates)
    return country
  }
}
