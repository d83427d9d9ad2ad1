import type { EndpointId } from '../model/address'
import type { Scenario } from './scenario'

/*
 * All that a scenario says of endpoints by their ids, beside the policy and the layout. A new fact of that kind is
 * added to both functions, and follows its endpoint through every edit.
 */

/** The scenario in which everything said of an endpoint is said of its new id. */
export function withEndpointRenamed(scenario: Scenario, before: EndpointId, after: EndpointId): Scenario {
  const { world, capacities } = scenario
  return {
    ...scenario,
    world: world.down.has(before)
      ? { ...world, down: new Set([...world.down].map((id) => (id === before ? after : id))) }
      : world,
    capacities: capacities.endpoints.has(before)
      ? { ...capacities, endpoints: renamedKey(capacities.endpoints, before, after) }
      : capacities,
  }
}

/** The scenario without what it says of endpoints that are gone. */
export function withEndpointsOnly(scenario: Scenario, exists: (endpoint: EndpointId) => boolean): Scenario {
  const { world, capacities } = scenario
  const down = [...world.down].filter(exists)
  const endpoints = [...capacities.endpoints].filter(([id]) => exists(id))
  return {
    ...scenario,
    world: down.length === world.down.size ? world : { ...world, down: new Set(down) },
    capacities:
      endpoints.length === capacities.endpoints.size
        ? capacities
        : { ...capacities, endpoints: new Map(endpoints) },
  }
}

function renamedKey<V>(map: ReadonlyMap<string, V>, before: string, after: string): ReadonlyMap<string, V> {
  return new Map([...map].map(([key, value]) => [key === before ? after : key, value]))
}
