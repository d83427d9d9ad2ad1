import { describe, expect, it } from 'vitest'
import {
  geoproximity,
  policyFrom,
  policyOf,
  type TestRule,
  type TestSite,
  to,
} from '../policy/testing/policy-of'
import { ask, odds, type Situation } from './testing/ask'
import { expectAnswer, expectOdds } from './testing/expect-odds'
import { failing, type Mark, passing } from './testing/marked'

describe('geoproximity (route53.md 4.5)', () => {
  const JOHANNESBURG: TestSite = [-26.2, 28.05]
  const CITIES = {
    'Sao Paulo': [-23.55, -46.63],
    'Buenos Aires': [-34.6, -58.38],
    Ushuaia: [-54.8, -68.3],
    Recife: [-8.05, -34.9],
    Santiago: [-33.45, -70.67],
    Fortaleza: [-3.73, -38.52],
    Lima: [-12.05, -77.04],
    Caracas: [10.49, -66.88],
  } as const

  function expectCities(
    rule: TestRule,
    answers: Partial<Record<keyof typeof CITIES, string>>,
    asked: Situation = {},
  ) {
    const policy = policyOf(rule)
    const actual = Object.entries(CITIES).flatMap(([city, [latitude, longitude]]) => {
      const client = { coordinates: { latitude, longitude } }
      return city in answers ? [[city, Object.keys(odds(policy, { ...asked, client })).join()]] : []
    })
    expect(Object.fromEntries(actual)).toEqual(answers)
  }

  const FACTORS: readonly (readonly [bias: number, guide: number, map: number])[] = [
    [99, 0.01, 0.01],
    [50, 0.5, 0.5],
    [25, 0.75, 0.75],
    [0, 1, 1],
    [-25, 1.25, 4 / 3],
    [-50, 1.5, 2],
    [-99, 1.99, 100],
  ]
  for (const [bias, guide, map] of FACTORS) {
    it(`multiplies the distance by ${guide} at bias ${bias}, or by ${map.toFixed(2)} by the older formula`, () => {
      const policy = policyOf(geoproximity(['eu-west-1', bias, to('a')]))
      for (const [negativeBias, factor] of [
        ['guide', guide],
        ['map', map],
      ] as const) {
        const client = { coordinates: { latitude: 12, longitude: 34 } }
        const [step] = ask(policy, { client, negativeBias }).steps
        const measures = step?.kind === 'rule' ? step.candidates[0]?.measures : undefined
        expect(measures).toMatchObject({ bias })
        expect((measures?.biasedDistanceKm ?? 0) / (measures?.distanceKm ?? 0)).toBeCloseTo(factor, 12)
      }
    })
  }

  it('counts the great circle on a sphere of 6371.0088 km', () => {
    const quarter = policyOf(
      geoproximity([[0, 90], 0, to('a')], [[90, 0], 0, to('b')], [[0, 180], 0, to('c')]),
    )
    const [step] = ask(quarter, { client: { coordinates: { latitude: 0, longitude: 0 } } }).steps
    const distances =
      step?.kind === 'rule' ? step.candidates.map(({ measures }) => measures.distanceKm ?? 0) : []
    const expected = [0.5, 0.5, 1].map((turns) => turns * Math.PI * 6371.0088)
    expect(distances.map((km) => km.toFixed(6))).toEqual(expected.map((km) => km.toFixed(6)))
  })

  it('takes the closest healthy member, and the closest of all when none is healthy', () => {
    const client = { coordinates: { latitude: 0, longitude: 0 } }
    const marked = (near: Mark, middle: Mark) =>
      geoproximity(
        [[0, 3], 0, to('far', { HealthCheck: 'failing-far' })],
        [[0, 2], 0, middle('middle')],
        [[0, 1], 0, near('near')],
      )
    expectAnswer(marked(passing, passing), { client }, 'near')
    expectAnswer(marked(failing, passing), { client }, 'middle')
    expectAnswer(marked(failing, failing), { client }, 'near')
  })

  it('breaks a tie by document order (9.7)', () => {
    const client = { coordinates: { latitude: 0, longitude: 0 } }
    expectAnswer(geoproximity([[0, 1], 0, to('east')], [[0, -1], 0, to('west')]), { client }, 'east')
    expectAnswer(geoproximity([[0, -1], 0, to('west')], [[0, 1], 0, to('east')]), { client }, 'west')
  })

  it('answers alike in the older document format', () => {
    const policy = policyFrom({
      AWSPolicyFormatVersion: '2015-10-01',
      StartRule: 'r',
      Endpoints: { a: { Type: 'value', Value: '192.0.2.1' }, b: { Type: 'value', Value: '192.0.2.2' } },
      Rules: {
        r: {
          RuleType: 'geoproximity',
          GeoproximityLocations: [
            { EndpointReference: 'a', Region: 'aws:route53:eu-west-1', Bias: '-10' },
            { EndpointReference: 'b', Latitude: '-26.20', Longitude: '28.05', Bias: 10 },
          ],
        },
      },
    })
    expectOdds(odds(policy, { client: { coordinates: { latitude: 48, longitude: 2 } } }), { a: 1 })
    expectOdds(odds(policy, { client: { coordinates: { latitude: -20, longitude: 20 } } }), { b: 1 })
  })

  it('knows where Local Zones are', () => {
    const zone = { Location: { Type: 'LocalZone', LocationName: 'aws:route53:us-east-1-atl-1a' } }
    const policy = policyOf({
      type: 'geoproximity',
      branches: [
        to('chicago', { Location: { Type: 'Coordinate', Latitude: '41.88', Longitude: '-87.63' } }),
        to('atlanta', zone),
      ],
    })
    expectOdds(odds(policy, { client: { coordinates: { latitude: 33.5, longitude: -84 } } }), { atlanta: 1 })
  })

  describe('in AWS’s map example of Oregon, N. Virginia, Paris, Tokyo and Johannesburg', () => {
    const example = (bias: number) =>
      geoproximity(
        ['us-west-2', 0, to('Oregon')],
        ['us-east-1', bias, to('Virginia')],
        ['eu-west-3', 0, to('Paris')],
        ['ap-northeast-1', 0, to('Tokyo')],
        [JOHANNESBURG, 0, to('Johannesburg')],
      )

    it('N. Virginia takes all of South America at bias 25', () => {
      const answers = {
        'Sao Paulo': 'Virginia',
        'Buenos Aires': 'Virginia',
        Ushuaia: 'Virginia',
        Recife: 'Virginia',
        Santiago: 'Virginia',
      }
      expectCities(example(25), answers)
      const amarillo = { client: { coordinates: { latitude: 35.22, longitude: -101.83 } } }
      expectAnswer(example(0), amarillo, 'Oregon')
      expectAnswer(example(25), amarillo, 'Virginia')
    })

    it('N. Virginia loses area to Oregon, Paris and Johannesburg at bias -25', () => {
      const answers = { Recife: 'Johannesburg', Fortaleza: 'Paris' }
      for (const negativeBias of ['guide', 'map'] as const)
        expectCities(example(-25), answers, { negativeBias })
      const hays = { client: { coordinates: { latitude: 38.88, longitude: -99.33 } } }
      expectAnswer(example(0), hays, 'Virginia')
      expectAnswer(example(-25), hays, 'Oregon')
    })
  })

  describe('in AWS’s map example of Oregon, Frankfurt, Tokyo, Cape Town and Bahrain', () => {
    const example = (bias: number) =>
      geoproximity(
        ['us-west-2', bias, to('Oregon')],
        ['eu-central-1', 0, to('Frankfurt')],
        ['ap-northeast-1', 0, to('Tokyo')],
        ['af-south-1', 0, to('Cape Town')],
        ['me-south-1', 0, to('Bahrain')],
      )

    it('Oregon loses area to Frankfurt, Tokyo and Cape Town at bias -25', () => {
      const answers = { Santiago: 'Cape Town', Lima: 'Cape Town', Caracas: 'Frankfurt' }
      expectCities(example(0), { Lima: 'Oregon', Caracas: 'Oregon' })
      expectCities(example(-25), answers)
    })
  })
})
