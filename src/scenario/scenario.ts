import type { EndpointId, Target } from '../model/address'
import type { Query } from '../model/query'
import { ALL_UP, type World } from '../model/world'
import { emptyPolicy, type Policy } from '../policy/policy'
import { type Capacities, NO_CAPACITIES } from './capacities'
import type { DemandModel } from './demand-model'

/**
 * The unit that is saved, versioned, shared and undone: a policy with all that belongs to it.
 *
 * To add a field: here and in `scenarioOf`; `formats/scenario-schema.ts` and `scenario-json.ts`;
 * `scenarios.fixtures.ts`, so that every property test has it; where it names endpoints, `endpoint-facts.ts`.
 */
export interface Scenario {
  readonly name: string
  readonly policy: Policy
  readonly layout: Layout
  readonly record: PolicyRecord
  readonly world: World
  /** Where queries come from; null for the bundled estimate of the world's internet users. */
  readonly demand: DemandModel | null
  readonly capacities: Capacities
  readonly queries: readonly SavedQuery[]
  readonly view: MapView
}

/** Where nodes stand on the canvas, by `nodeKey`; those not listed stand where the automatic layout puts them. */
export type Layout = ReadonlyMap<string, Position>

/** Top left corner of a node in canvas units (pixels at zoom 1). */
export interface Position {
  readonly x: number
  readonly y: number
}

/** Route 53's policy record: the DNS name that answers by the policy (route53.md 5). */
export interface PolicyRecord {
  /** Owner name, as typed; a trailing dot is optional. */
  readonly name: string
  /** Name of the hosted zone, which is its apex; null while only proposed from the public suffix list. */
  readonly hostedZone: string | null
  /** Seconds, 0…2,147,483,647; used by `value` endpoints only. */
  readonly ttl: number
}

/** A query kept with the scenario, with what its author wants to show by it. */
export interface SavedQuery {
  readonly name: string
  /** What the place is called, as found by search: "Lyon, France". */
  readonly place: string
  readonly query: Query
}

/** What the map shows: degrees and Leaflet zoom, and what is drawn besides the catchments. */
export interface MapView {
  readonly latitude: number
  readonly longitude: number
  readonly zoom: number
  /** Left out: none. */
  readonly layers?: readonly MapLayer[] | undefined
  /** What the shares of the legend are parts of. Left out: area. */
  readonly legend?: LegendMeasure | undefined
}

/** Land area, or the demand that comes from it. */
export const LEGEND_MEASURES = ['area', 'demand'] as const
export type LegendMeasure = (typeof LEGEND_MEASURES)[number]

/** Drawn on the map on request: where it is night, and where people live. */
export const MAP_LAYERS = ['night', 'population'] as const
export type MapLayer = (typeof MAP_LAYERS)[number]

// Share links leave out what is ordinary: another default here, in `ALL_UP` or in `formats/scenario-schema.ts` changes what
// the links there are open as, unless `formats/link` gets a new version (`link-frozen.test.ts` says so).
export const WHOLE_WORLD: MapView = { latitude: 25, longitude: 10, zoom: 1.5 }
/** The TTL that AWS advises at most where health is checked (route53.md 4.6), in seconds. */
export const DEFAULT_TTL = 60
export const DEFAULT_NAME = 'www.example.com'

/** The key of a node in a layout. Rules and endpoints are two name spaces, so the kind is part of it. */
export function nodeKey(target: Target | null): string {
  return target === null ? 'start' : `${target.kind}:${target.id}`
}

/** A scenario around a policy with nothing else said. */
export function scenarioOf(policy: Policy, name = 'Untitled scenario'): Scenario {
  return {
    name,
    policy,
    layout: new Map(),
    record: { name: DEFAULT_NAME, hostedZone: null, ttl: DEFAULT_TTL },
    world: ALL_UP,
    demand: null,
    capacities: NO_CAPACITIES,
    queries: [],
    view: WHOLE_WORLD,
  }
}

/** A new, empty scenario. */
export function emptyScenario(): Scenario {
  return scenarioOf(emptyPolicy())
}

/** A scenario with one endpoint marked up or down. */
export function withEndpointDown(scenario: Scenario, endpoint: EndpointId, down: boolean): Scenario {
  const next = new Set(scenario.world.down)
  if (down) next.add(endpoint)
  else next.delete(endpoint)
  return { ...scenario, world: { ...scenario.world, down: next } }
}
