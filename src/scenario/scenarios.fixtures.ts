import * as fc from 'fast-check'
import type { Place } from '../model/query'
import type { World } from '../model/world'
import { aPolicy } from '../policy/documents.fixtures'
import type { Capacities } from './capacities'
import type { DemandModel } from './demand-model'
import {
  LEGEND_MEASURES,
  MAP_LAYERS,
  nodeKey,
  type Position,
  type SavedQuery,
  type Scenario,
} from './scenario'

const aCode = fc.constantFrom('FR', 'DE', 'US', 'JP')
const aDegree = (most: number) =>
  fc.integer({ min: -most * 100, max: most * 100 }).map((value) => value / 100)
const aPlace: fc.Arbitrary<Place> = fc.record({
  coordinates: fc.option(fc.record({ latitude: aDegree(90), longitude: aDegree(180) })),
  country: fc.option(aCode),
  subdivision: fc.option(fc.constantFrom('WA', 'TX')),
})
const aQuery: fc.Arbitrary<SavedQuery> = fc.record({
  name: fc.string({ maxLength: 12 }),
  place: fc.constantFrom('', 'Lyon, France', 'Zürich'),
  query: fc.record(
    {
      type: fc.option(fc.constantFrom('A', 'AAAA')),
      client: aPlace,
      resolver: fc.option(aPlace),
      clientSubnet: fc.boolean(),
      clientAddress: fc.constantFrom('192.0.2.7', '192.0.2.0/20', '2001:db8::/48'),
      resolverAddress: fc.constantFrom('198.51.100.53', '2001:db8::53'),
    },
    { requiredKeys: ['type', 'client', 'resolver', 'clientSubnet'] },
  ),
})
const aPosition: fc.Arbitrary<Position> = fc.record({
  x: fc.integer({ min: -5_000, max: 5_000 }),
  y: fc.integer({ min: -5_000, max: 5_000 }),
})
const aDemand: fc.Arbitrary<DemandModel> = fc.record({
  name: fc.constantFrom('resolver-log.csv', ''),
  unit: fc.constantFrom('queries a day', 'units'),
  places: fc.array(
    fc.record({
      country: fc.option(aCode),
      subdivision: fc.option(fc.constantFrom('WA', 'TX')),
      city: fc.option(fc.constantFrom('Lyon', 'São Paulo')),
      coordinates: fc.option(fc.record({ latitude: aDegree(90), longitude: aDegree(180) })),
      weight: fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(0.5, 12.25)),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  leftOut: fc.record({ rows: fc.integer({ min: 0, max: 9 }), weight: fc.integer({ min: 0, max: 900 }) }),
})
const aCheck = fc.oneof(fc.uuid(), fc.constantFrom('__proto__', 'constructor', 'toString', '1', ''))

/** Scenarios around generated policies; some say nothing but the policy. */
export const aScenario: fc.Arbitrary<Scenario> = aPolicy.chain((policy) => {
  const targets = [
    null,
    ...[...policy.rules.keys()].map((id) => ({ kind: 'rule', id }) as const),
    ...[...policy.endpoints.keys()].map((id) => ({ kind: 'endpoint', id }) as const),
  ]
  const aWorld: fc.Arbitrary<World> = fc.record({
    down: fc.subarray([...policy.endpoints.keys()]).map((ids) => new Set(ids)),
    checks: fc
      .uniqueArray(fc.tuple(aCheck, fc.constantFrom('healthy', 'unhealthy')), {
        maxLength: 3,
        selector: ([id]) => id,
      })
      .map((entries) => new Map(entries)),
    latencies: fc.array(
      fc.record({
        country: fc.option(aCode),
        region: fc.constantFrom('eu-west-1', 'us-east-1'),
        milliseconds: fc.integer({ min: 0, max: 400 }),
      }),
      { maxLength: 2 },
    ),
    negativeBias: fc.constantFrom('guide', 'map'),
  })
  const someCapacities: fc.Arbitrary<Capacities> = fc.record({
    total: fc.option(fc.constant({ amount: 120_000, unit: 'requests/s' })),
    endpoints: fc
      .tuple(
        fc.subarray([...policy.endpoints.keys()]),
        fc.integer({ min: 0, max: 90 }),
        fc.constantFrom('percent', 'load'),
      )
      .map(([ids, amount, unit]) => new Map(ids.map((id) => [id, { amount, in: unit }]))),
  })
  return fc.record({
    name: fc.oneof(fc.constant('Untitled scenario'), fc.string({ maxLength: 20 })),
    policy: fc.constant(policy),
    layout: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...targets.map(nodeKey)), aPosition), {
        selector: ([key]) => key,
      })
      .map((entries) => new Map(entries)),
    record: fc.record({
      name: fc.constantFrom('www.example.com', 'api.example.org.'),
      hostedZone: fc.option(fc.constant('example.com')),
      ttl: fc.constantFrom(0, 60, 86_400),
    }),
    world: aWorld,
    demand: fc.option(aDemand),
    capacities: someCapacities,
    queries: fc.array(aQuery, { maxLength: 3 }),
    view: fc.record(
      {
        latitude: aDegree(85),
        longitude: aDegree(400),
        zoom: fc.constantFrom(1.5, 2, 7.25),
        layers: fc.subarray([...MAP_LAYERS], { minLength: 1 }),
        legend: fc.constantFrom(...LEGEND_MEASURES),
      },
      { requiredKeys: ['latitude', 'longitude', 'zoom'] },
    ),
  })
})
