import { expect, test } from 'vitest'
import { toJsonText } from '../model/json-text'
import { UNMAPPED } from '../model/query'
import { encodePolicy } from '../policy/document'
import { autoLayout } from '../scenario/auto-layout'
import { NO_CAPACITIES } from '../scenario/capacities'
import { emptyScenario, type SavedQuery, type Scenario } from '../scenario/scenario'
import { importAws } from './aws'
import { decodeLink, encodeLink, LINK_VERSION } from './link'

const LYON: SavedQuery = {
  name: 'A reader in Lyon',
  place: 'Lyon, France',
  query: {
    type: null,
    client: { coordinates: { latitude: 45.76, longitude: 4.84 }, country: 'FR', subdivision: null },
    resolver: null,
    clientSubnet: true,
  },
}

const CHECK = '0f8fad5b-d9cb-469f-a165-70867728950e'
/** A document that needs every sort of token that a link of version 1 has. */
const EVERYTHING = [
  '{"AWSPolicyFormatVersion":"2015-10-01","RecordType":"A","StartRule":"geo","Endpoints":{',
  '"a":{"Type":"value","Value":"192.0.2.1"},"b":{"Type":"value","Value":"198.51.100.7"},',
  '"__proto__":{"Type":"value","Value":"203.0.113.99"},"é":{"Value":"lb-1.us-east-1.elb.amazonaws.com","Type":',
  '"elastic-load-balancer","_note":null}},"Rules":{"geo":{"RuleType":"geo","Locations":[{"Country":"*",',
  `"RuleReference":"split","EvaluateTargetHealth":true},{"Country":"FR","EndpointReference":"b","HealthCheck":"${CHECK}"},`,
  `{"EndpointReference":"gone","Continent":"EU","HealthCheck":"${CHECK}","EvaluateTargetHealth":"false"}]},`,
  '"split":{"RuleType":"weighted","Items":[{"EndpointReference":"a","Weight":"3"},{"EndpointReference":"é","Weight":3},',
  '{"RuleReference":"near","Weight":1.50}]},"near":{"RuleType":"geoproximity","GeoproximityLocations":[',
  '{"Region":"aws:route53:eu-west-1","Bias":-10,"EndpointReference":"__proto__"},',
  '{"Latitude":"51.50","Longitude":"-0.16","Bias":"-10","EndpointReference":"a"}]}},',
  '"_usage":{"10":["x",1,[]],"9":[1,-2,300],"half":"\\ud800","bom":"\ufeff","type":"NAPTR"},"_":{}}',
].join('')

function everything(): Scenario {
  const imported = importAws(EVERYTHING)
  if (!imported.ok) throw new Error(imported.problems[0]?.message)
  return {
    name: 'Everything – “frozen”',
    policy: imported.value.policy,
    layout: new Map([
      ['start', { x: -1000, y: 5 }],
      ['endpoint:__proto__', { x: 2000, y: -70 }],
      ['rule:near', { x: 12, y: 0 }],
    ]),
    record: { name: 'api.example.com.', hostedZone: 'example.com', ttl: 300 },
    world: {
      down: new Set(['b', '__proto__']),
      checks: new Map([
        [CHECK, 'unhealthy'],
        ['__proto__', 'healthy'],
      ]),
      latencies: [{ country: null, region: 'eu-west-3', milliseconds: 12.5 }],
      negativeBias: 'map',
    },
    demand: null,
    capacities: NO_CAPACITIES,
    queries: [
      LYON,
      { ...LYON, query: { ...LYON.query, type: 'AAAA', resolver: UNMAPPED, clientSubnet: false } },
    ],
    view: { latitude: 46.5, longitude: 362, zoom: 4.25 },
  }
}

/** The same with what scenarios have had since version 2. */
function everythingSince2(): Scenario {
  const nowhere = { country: null, subdivision: null, city: null, coordinates: null }
  return {
    ...everything(),
    demand: {
      name: 'resolver-log.csv',
      unit: 'queries a day',
      places: [
        { ...nowhere, country: 'PL', weight: 1200 },
        { ...nowhere, country: 'US', subdivision: 'TX', weight: 7.5 },
        { ...nowhere, city: 'Kraków', weight: 80 },
        { ...nowhere, coordinates: { latitude: -33.92, longitude: 18.42 }, weight: 1e-7 },
      ],
      leftOut: { rows: 2, weight: 40 },
    },
    capacities: {
      total: { amount: 120_000, unit: 'requests/s' },
      endpoints: new Map([
        ['a', { amount: 40, in: 'percent' }],
        ['__proto__', { amount: 5000, in: 'load' }],
      ]),
    },
    queries: [
      LYON,
      {
        ...LYON,
        query: {
          ...LYON.query,
          type: 'AAAA',
          resolver: UNMAPPED,
          clientSubnet: false,
          clientAddress: '2001:db8::7',
          resolverAddress: '192.0.2.53',
        },
      },
    ],
  }
}

/** Links made once by each version. They open the same for ever: never change or remove one. */
const FROZEN_LINKS = [
  [
    'c1.6wQdA_BbrTQLD4-tW9nLRp-hZXCGdyiVDgDAxssAMwACZHEBB2NjZP7OyMIBBMymHBys7IpKyqpqHBzqwcJsS3UEIIiVWUuTg',
    '0OfgX2VKTMzK7OHo3OQMCOQdnDiEmLiY2VxcHdy5uDiZwhcacnMvEmImZttkxALD9sFYd41ZsxMrMzarg6igjzCQsysLD6-rg4cH',
    'NzCQqysrNwi3EIcHAXMzDE8TMwMLMxMzDdYODnqWRlY2SMio-IScyt4mDg-sQCl2FiYz_MvkJdgYebqZmRgZY6MT-Dg4LnBwsqSl',
    'JyWxcwkKMjKxM_AkZrCDHRWekYmQw9vDjPTZw6OL1-_8_JyARmsLAWFReUhYK4YI9MPXp4rrLyJ_5P-x8cDQ7QkPz7-_-GV_4uBZ',
    'V7J_7zUxKL_8aWgIuZ__P_4vPyS1P_AjGKIN77dgoCZNvW_a6ihnqnBf1MwqWugZ2j2PyMxJ-1_ElCJUkxpioWBgdL_97v3_3cFR',
    'lVlSQawFFB41DAZiOcAs1pVat6jhrn_gTkVOfno_UdOSwgHGxrpmf53VChKTUxJLVLIzFPwqczP-w8idBTcwOXSfxNTPXOz_yZ6F',
    'iZAB5Kg1MQMaLSJnpHpfwA',
  ].join(''),
  [
    'c2.xgMAVo3AylAatB1DHpTHMz6pjUoIITXpV5XmLV-wv4Bz6n7XIiPy1ngl188RN9F-Vz2gsDycITvu83sVFYhbD6Lp6KdGPxdn5',
    '1-XKc8-Jxjkq2LNYurOgiG-gGNqPloVMVui3mlAmy2LVDj7CEmMeTbdwxyUvcXXRngiyhQ4QwDbU7ryoC6GlOpBaV8jZH0YW9qN7',
    '21uO8zUsX-zZ9izqal3fjReDplE6Qg9lEiEPfpKHSM6IOiBH4-_t6_MrUJzFbJd88GlViw4D3wdbZBi-57JpdP8pJz0RzsqRr7Px',
    '4qcZRmZAA9OXNFPHbCCmvT2K4FOmaI3nHcDHvFyb0rNf4hdG7pvTbAdxOF8hzkf2_dSDfeAAu0PVX5HDbXsUQMgb4CozmXYMgMYW',
    'dMgm8gBBg-8wZsdUZABBAFmd96pcTFJ_LcuUkN3jQensw9FUOJbjHwbjA',
  ].join(''),
]
const FROZEN_SCENARIOS = [everything(), everythingSince2()]

test('links of every version still open', () => {
  expect(FROZEN_LINKS).toHaveLength(LINK_VERSION)
  for (const [index, frozen] of FROZEN_LINKS.entries()) {
    const linked = opened(frozen)
    expect(toJsonText(encodePolicy(linked.policy))).toBe(EVERYTHING)
    expect({ ...linked, policy: null }).toEqual({ ...FROZEN_SCENARIOS[index], policy: null })
  }
})

test('links are made as they always were by this version, bit for bit', () => {
  expect(encodeLink(everythingSince2())).toBe(FROZEN_LINKS.at(-1))
})

// A failure here is no mistake in the expectation: links that were made before would open as something else. Give links a
// new version, and keep what is expected here for the versions before it.
test('what links leave out, because it is ordinary, is what it was', () => {
  const { policy, ...ordinary } = emptyScenario()
  expect(policy.recordType).toBe('A')
  expect(ordinary).toEqual({
    name: 'Untitled scenario',
    layout: new Map(),
    record: { name: 'www.example.com', hostedZone: null, ttl: 60 },
    world: { down: new Set(), checks: new Map(), latencies: [], negativeBias: 'guide' },
    demand: null,
    capacities: { total: null, endpoints: new Map() },
    queries: [],
    view: { latitude: 25, longitude: 10, zoom: 1.5 },
  })
  expect([...autoLayout(everything().policy)].map(([key, { x, y }]) => `${key} ${x} ${y}`)).toEqual([
    'endpoint:b 632 336',
    'endpoint:a 1328 224',
    'endpoint:__proto__ 1328 112',
    'rule:near 980 148',
    'endpoint:é 980 0',
    'rule:split 632 47',
    'rule:geo 284 173',
    'start 0 210',
  ])
})

function opened(payload: string): Scenario {
  const result = decodeLink(payload)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.value
}
