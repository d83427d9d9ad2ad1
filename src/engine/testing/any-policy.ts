import * as fc from 'fast-check'
import { CONTINENTS, COUNTRY_CODES } from '../../geo/continents'
import { REGIONS } from '../../geo/regions'
import type { EndpointType } from '../../model/endpoint'
import {
  cidr,
  documentOf,
  failover,
  geolocation,
  geoproximity,
  latency,
  multivalue,
  type TestBranch,
  type TestRule,
  to,
  weighted,
  withKeys,
} from '../../policy/testing/policy-of'

const ENDPOINTS = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8']
const ENDPOINT_TYPES: Readonly<Record<string, EndpointType>> = {
  e6: 'application-load-balancer',
  e7: 'cloudfront',
  e8: 's3-website',
}
const CHECKS = ['c1', 'c2', 'c3', 'c4']

const anEndpoint = fc.constantFrom(...ENDPOINTS)
const codes = REGIONS.map(({ code }) => code)

/** Places of a geolocation rule by the key that tells them apart. */
const PLACES: readonly Readonly<Record<string, string>>[] = [
  ...CONTINENTS.map(({ code }) => ({ Continent: code })),
  ...['US', 'FR', 'DE', 'JP', 'CN', 'BR', ...COUNTRY_CODES.slice(0, 5)].map((code) => ({ Country: code })),
  ...['WA', 'TX', 'NY'].map((code) => ({ Country: 'US', Subdivision: code })),
  { Country: '*' },
]

/** Locations of an IP-based rule, some within others. */
const LOCATIONS: readonly (readonly [name: string, blocks: readonly string[]])[] = [
  ['office', ['192.0.2.0/24', '2001:db8:1::/48']],
  ['network', ['192.0.0.0/16', '2001:db8::/32']],
  ['partner', ['198.51.100.0/24']],
  ['*', []],
]

/** A branch with some of a check and target health. */
function aBranch(leadsTo: fc.Arbitrary<string | TestRule>): fc.Arbitrary<TestBranch> {
  return fc
    .tuple(leadsTo, fc.option(fc.constantFrom(...CHECKS)), fc.option(fc.boolean()))
    .map(([target, check, evaluates]) =>
      to(target, {
        ...(check === null ? {} : { HealthCheck: check }),
        ...(evaluates === null ? {} : { EvaluateTargetHealth: evaluates }),
      }),
    )
}

/** Branches, as many as there are distinct things in `items` to tell them apart by. */
function branchesFor<T>(
  items: fc.Arbitrary<readonly T[]>,
  branch: fc.Arbitrary<TestBranch>,
): fc.Arbitrary<readonly (readonly [T, TestBranch])[]> {
  return items.chain((list) => fc.tuple(...list.map((item) => fc.tuple(fc.constant(item), branch))))
}

function aRule(below: fc.Arbitrary<string | TestRule>, multivalues: boolean): fc.Arbitrary<TestRule> {
  const branch = aBranch(below)
  const someCodes = fc.shuffledSubarray(codes, { minLength: 1, maxLength: 4 })
  const somePlaces = fc.shuffledSubarray([...PLACES], { minLength: 1, maxLength: 5 })
  const someLocations = fc.shuffledSubarray([...LOCATIONS], { minLength: 1, maxLength: 4 })
  const someWeights = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 4,
  })
  const someSites = fc
    .tuple(someCodes, fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 4, maxLength: 4 }))
    .map(([sites, biases]) => sites.map((site, index) => [site, biases[index] ?? 0] as const))
  return fc.oneof(
    fc.tuple(branch, branch).map(([primary, secondary]) => failover(primary, secondary)),
    branchesFor(someWeights, branch).map((items) => weighted(...items)),
    branchesFor(somePlaces, branch).map((items) =>
      geolocation(...items.map(([place, each]) => withKeys(each, place))),
    ),
    branchesFor(someLocations, branch).map((items) =>
      cidr(...items.map(([[name, blocks], each]) => [name, blocks, each] as const)),
    ),
    branchesFor(someCodes, branch).map((items) => latency(...items)),
    branchesFor(someSites, branch).map((items) =>
      geoproximity(...items.map(([[site, bias], each]) => [site, bias, each] as const)),
    ),
    ...(multivalues
      ? [fc.array(aBranch(anEndpoint), { minLength: 1, maxLength: 12 }).map((items) => multivalue(...items))]
      : []),
  )
}

/**
 * Documents of sound policies up to three rules deep, without exact ties: no two branches of a rule at the
 * same Region or place. With `multivalues`, an answer may hold several endpoints.
 */
export function aSoundDocument(multivalues: boolean): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const leaf = fc.oneof(
    { weight: 3, arbitrary: anEndpoint },
    { weight: 1, arbitrary: aRule(anEndpoint, multivalues) },
  )
  const middle = fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 1, arbitrary: aRule(leaf, multivalues) })
  return aRule(middle, multivalues).map((start) => documentOf(start, { endpointTypes: ENDPOINT_TYPES }))
}
