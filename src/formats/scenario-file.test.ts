import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toPointer } from '../model/problem'
import { policyOf } from '../policy/documents.fixtures'
import { NO_CAPACITIES } from '../scenario/capacities'
import { MIGRATIONS, SCENARIO_VERSION } from '../scenario/migrations'
import { emptyScenario, type Scenario, scenarioOf } from '../scenario/scenario'
import { aScenario } from '../scenario/scenarios.fixtures'
import { exportAws, importAws } from './aws'
import { HANDS, written } from './json-texts.fixtures'
import { decodeScenarioFile, encodeScenarioFile, encodeScenarioLine, openScenarioFile } from './scenario-file'

const SEED = 530_005

/** One file of each version that ever was: opening the oldest runs every migration. Never change one. */
const FROZEN_FILES = [
  `{
  "catchment": 1,
  "name": "Frozen",
  "policy": {
    "AWSPolicyFormatVersion": "2015-10-01",
    "RecordType": "A",
    "StartEndpoint": "site",
    "Endpoints": { "site": { "Type": "value", "Value": "192.0.2.1" } }
  },
  "layout": { "start": { "x": 10, "y": -20.5 }, "endpoint:site": { "x": 400, "y": 0 } },
  "record": { "name": "www.example.com", "hostedZone": "example.com", "ttl": 300 },
  "world": {
    "down": ["site"],
    "checks": { "11111111-1111-1111-1111-111111111111": "unhealthy", "__proto__": "healthy" },
    "latencies": [{ "country": "FR", "region": "eu-west-3", "milliseconds": 12.5 }],
    "negativeBias": "map"
  },
  "queries": [
    {
      "name": "Lyon",
      "place": "Lyon, France",
      "query": {
        "type": "AAAA",
        "client": { "coordinates": { "latitude": 45.76, "longitude": 4.84 }, "country": "FR", "subdivision": null },
        "resolver": null,
        "clientSubnet": false
      }
    }
  ],
  "view": { "latitude": 46, "longitude": 2, "zoom": 4 }
}`,
  `{
  "catchment": 2,
  "name": "Frozen",
  "policy": {
    "AWSPolicyFormatVersion": "2015-10-01",
    "RecordType": "A",
    "StartEndpoint": "site",
    "Endpoints": { "site": { "Type": "value", "Value": "192.0.2.1" } }
  },
  "layout": { "start": { "x": 10, "y": -20.5 }, "endpoint:site": { "x": 400, "y": 0 } },
  "record": { "name": "www.example.com", "hostedZone": "example.com", "ttl": 300 },
  "world": {
    "down": ["site"],
    "checks": { "11111111-1111-1111-1111-111111111111": "unhealthy", "__proto__": "healthy" },
    "latencies": [{ "country": "FR", "region": "eu-west-3", "milliseconds": 12.5 }],
    "negativeBias": "map"
  },
  "demand": {
    "name": "resolver-log.csv",
    "unit": "queries a day",
    "places": [
      { "country": "PL", "weight": 1200 },
      { "country": "US", "subdivision": "TX", "weight": 7.5 },
      { "city": "Lyon", "weight": 80 },
      { "coordinates": { "latitude": 52.23, "longitude": 21.01 }, "weight": 3 }
    ],
    "leftOut": { "rows": 2, "weight": 40 }
  },
  "capacities": {
    "total": { "amount": 120000, "unit": "requests/s" },
    "endpoints": { "site": { "amount": 40, "in": "percent" } }
  },
  "queries": [
    {
      "name": "Lyon",
      "place": "Lyon, France",
      "query": {
        "type": "AAAA",
        "client": { "coordinates": { "latitude": 45.76, "longitude": 4.84 }, "country": "FR", "subdivision": null },
        "resolver": null,
        "clientSubnet": false
      }
    }
  ],
  "view": { "latitude": 46, "longitude": 2, "zoom": 4 }
}`,
]

/** What files of version 1 had no room for, and files of version 2 say. */
const FROZEN_DEMANDS = [
  { demand: null, capacities: NO_CAPACITIES },
  {
    demand: {
      name: 'resolver-log.csv',
      unit: 'queries a day',
      places: [
        { country: 'PL', subdivision: null, city: null, coordinates: null, weight: 1200 },
        { country: 'US', subdivision: 'TX', city: null, coordinates: null, weight: 7.5 },
        { country: null, subdivision: null, city: 'Lyon', coordinates: null, weight: 80 },
        {
          country: null,
          subdivision: null,
          city: null,
          coordinates: { latitude: 52.23, longitude: 21.01 },
          weight: 3,
        },
      ],
      leftOut: { rows: 2, weight: 40 },
    },
    capacities: {
      total: { amount: 120_000, unit: 'requests/s' },
      endpoints: new Map([['site', { amount: 40, in: 'percent' }]]),
    },
  },
]

function opened(text: string): Scenario {
  const result = decodeScenarioFile(text)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.value
}

/** Where and what the problems of a text are. */
function problemsOf(text: string): readonly string[] {
  const result = openScenarioFile(text)
  const problems = result.ok ? result.value.problems : result.problems
  return problems.map(({ severity, path, message }) => `${severity} ${toPointer(path)} ${message}`)
}

const withPolicy = (members: string) => `{"catchment":1,"policy":{"RecordType":"A"},${members}}`

describe('scenario files', () => {
  test('open as the scenario that was saved', () => {
    fc.assert(
      fc.property(aScenario, (scenario) => {
        const text = encodeScenarioFile(scenario)
        expect(opened(text)).toEqual(scenario)
        expect(encodeScenarioFile(opened(text))).toBe(text)
        expect(problemsOf(text)).toEqual([])
      }),
      { seed: SEED, numRuns: 200 },
    )
  })

  test('keep the policy byte for byte, however it was spaced', () => {
    fc.assert(
      fc.property(aScenario, fc.constantFrom(...HANDS), fc.constantFrom('', '\n'), (scenario, hand, end) => {
        const text = written(scenario.policy.source, hand) + end
        const imported = importAws(text)
        const policy = imported.ok ? imported.value.policy : scenario.policy
        expect(exportAws(opened(encodeScenarioFile({ ...scenario, policy })).policy)).toBe(text)
      }),
      { seed: SEED, numRuns: 100 },
    )
  })

  test('hold the policy as an object where that loses nothing, to be read in version control', () => {
    const scenario = scenarioOf(policyOf({ RecordType: 'A', Endpoints: {}, Rules: {} }))
    expect(encodeScenarioFile(scenario)).toContain('  "policy": {\n    "RecordType": "A",')
  })

  test('give what they leave out its ordinary value', () => {
    const text = '{"catchment":1,"policy":{"AWSPolicyFormatVersion":"2023-05-09","RecordType":"A"}}'
    const { policy, ...rest } = opened(text)
    const { policy: _, ...ordinary } = emptyScenario()
    expect(rest).toEqual(ordinary)
    expect(policy.recordType).toBe('A')
  })

  test('of every version still open', () => {
    expect(FROZEN_FILES).toHaveLength(SCENARIO_VERSION)
    expect(MIGRATIONS).toHaveLength(SCENARIO_VERSION - 1)
    for (const [index, text] of FROZEN_FILES.entries()) {
      const scenario = opened(text)
      const { demand, capacities } = scenario
      expect({ demand, capacities }).toEqual(FROZEN_DEMANDS[index])
      expect(scenario.name).toBe('Frozen')
      expect(scenario.policy.start).toEqual({ kind: 'endpoint', id: 'site' })
      expect([...scenario.layout]).toEqual([
        ['start', { x: 10, y: -20.5 }],
        ['endpoint:site', { x: 400, y: 0 }],
      ])
      expect(scenario.record).toEqual({ name: 'www.example.com', hostedZone: 'example.com', ttl: 300 })
      expect([...scenario.world.down]).toEqual(['site'])
      expect([...scenario.world.checks]).toEqual([
        ['11111111-1111-1111-1111-111111111111', 'unhealthy'],
        ['__proto__', 'healthy'],
      ])
      expect(scenario.world.latencies).toEqual([{ country: 'FR', region: 'eu-west-3', milliseconds: 12.5 }])
      expect(scenario.world.negativeBias).toBe('map')
      expect(scenario.queries[0]?.query).toEqual({
        type: 'AAAA',
        client: { coordinates: { latitude: 45.76, longitude: 4.84 }, country: 'FR', subdivision: null },
        resolver: null,
        clientSubnet: false,
      })
      expect(scenario.view).toEqual({ latitude: 46, longitude: 2, zoom: 4 })
    }
  })

  test.each([
    ['[]', 'error  A scenario is an object, but this is a list.'],
    ['{"policy":{}}', 'error  A scenario says its version as "catchment": 2; this one does not.'],
    ['{"catchment":"1"}', 'error  A scenario says its version as "catchment": 2; this one does not.'],
    ['{"catchment":99}', 'error  This scenario has version 99, which is newer than this Catchment (2).'],
    [
      '{"catchment":1}',
      'error  A scenario holds a traffic policy document under “policy”, which is missing.',
    ],
    [
      '{"catchment":1,"policy":[]}',
      'error /policy A traffic policy document is an object, but this is a list.',
    ],
    [
      '{"catchment":1,"policy":"{"}',
      'error /policy Inside policy: At line 1, column 2: the text ends too early',
    ],
    [
      '{"catchment":1,"policy":{"Rules":{"r":{"RuleType":"x"}}}}',
      'error /policy/Rules/r/RuleType “x” is no rule type.',
    ],
    [withPolicy('"name":5'), 'error /name name: Invalid input: expected string, received number.'],
    [
      withPolicy('"record":{"ttl":-1}'),
      'error /record/ttl record.ttl: Too small: expected number to be >=0.',
    ],
    [
      withPolicy('"layout":{"rule:a":{"x":"1","y":2}}'),
      'error /layout/rule:a/x layout.rule:a.x: Invalid input: expected number, received string.',
    ],
    [withPolicy('"layout":[]'), 'error /layout layout: Invalid input: expected object, received a list.'],
    [
      withPolicy('"world":{"checks":{"__proto__":"sick"}}'),
      'error /world/checks/__proto__ world.checks.__proto__: Invalid option: expected one of "healthy"|"unhealthy".',
    ],
    [withPolicy('"world":7'), 'error /world world: Invalid input: expected object, received number.'],
    [
      withPolicy('"queries":[{},{"query":{"client":{"coordinates":{"latitude":91,"longitude":0}}}}]'),
      'error /queries/1/query/client/coordinates/latitude queries.1.query.client.coordinates.latitude: Too big',
    ],
    [
      withPolicy('"queries":[{"x":1}]'),
      'warning /queries/0/x Catchment does not know “x” here and left it out.',
    ],
    [withPolicy('"demands":{}'), 'warning /demands Catchment does not know “demands” here and left it out.'],
    [
      withPolicy('"demand":{}'),
      'error /demand/places demand.places: Invalid input: expected array, received undefined.',
    ],
    [
      withPolicy('"demand":{"places":[{"country":"PL","weight":0}]}'),
      'error /demand/places/0/weight demand.places.0.weight: Too small: expected number to be >0.',
    ],
    [
      withPolicy('"capacities":{"endpoints":{"__proto__":{"amount":-1}}}'),
      'error /capacities/endpoints/__proto__/amount capacities.endpoints.__proto__.amount: Too small: expected number to be >=0.',
    ],
    [
      withPolicy('"capacities":[]'),
      'error /capacities capacities: Invalid input: expected object, received array.',
    ],
    [
      withPolicy('"queries":[{"query":{"clientAddress":"192.0.2"}}]'),
      'error /queries/0/query/clientAddress queries.0.query.clientAddress: Invalid input: expected an IP address',
    ],
    [
      '{"catchment":1,"policy":{},"policy":{}}',
      'warning /policy The key “policy” at line 1, column 16 is repeated',
    ],
  ])('say of %s what is wrong and where', (text, expected) => {
    expect(problemsOf(text)[0]).toContain(expected)
  })

  test('report every fault at once', () => {
    expect(problemsOf(withPolicy('"name":1,"record":{"ttl":0.5,"name":2},"view":3'))).toHaveLength(4)
  })
})

test('on one line a scenario is the same', () => {
  fc.assert(
    fc.property(aScenario, (scenario) => {
      const line = encodeScenarioLine(scenario)
      expect(line).not.toContain('\n')
      expect(decodeScenarioFile(line)).toEqual(decodeScenarioFile(encodeScenarioFile(scenario)))
    }),
    { seed: SEED, numRuns: 100 },
  )
})
