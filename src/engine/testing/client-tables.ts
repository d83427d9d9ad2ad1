import { type ClientTable, createClientTable, type LocatedPlace, territoryKey } from '../client-table'
import { seededRandom } from '../random'
import { anyPlaces } from './three-levels'

const STATES = ['WA', 'TX', 'NY', null]

/** So many clients anywhere, in some countries that rules tell apart, in the order of a client table. */
export function someClients(count: number, seed: number): readonly LocatedPlace[] {
  const random = seededRandom(seed)
  const oneOf = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] ?? null
  return anyPlaces(count, seed)
    .map(({ coordinates }): LocatedPlace => {
      const country = oneOf(['US', 'FR', 'DE', 'JP', 'CN', 'BR', 'EH', null])
      const subdivision = country === 'US' ? oneOf(STATES) : null
      return { coordinates: coordinates ?? { latitude: 0, longitude: 0 }, country, subdivision }
    })
    .sort((a, b) => (territoryKey(a) < territoryKey(b) ? -1 : territoryKey(a) > territoryKey(b) ? 1 : 0))
}

/** A table of so many clients, and the clients in its order. */
export function someTable(
  count: number,
  seed: number,
): { readonly clients: readonly LocatedPlace[]; readonly table: ClientTable } {
  const clients = someClients(count, seed)
  return { clients, table: createClientTable(clients) }
}
