import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Json, toJson } from '../model/json'
import { UNMAPPED } from '../model/query'
import { deepFreeze } from '../model/testing/deep-freeze'
import { ALL_UP, type World } from '../model/world'
import { decodePolicy, encodePolicy } from '../policy/document'
import { aDocument } from '../policy/documents.fixtures'
import { reachable } from '../policy/graph'
import type { Policy } from '../policy/policy'
import { policyFrom } from '../policy/testing/policy-of'
import type { Rule } from '../rules'
import { toClient } from '../rules/client'
import { aMappedPlace, anyPlace } from '../rules/testing/any-client'
import { compilePolicy } from './compile'
import { type Distribution, distributionFor } from './distribution'
import { drawEndpoints } from './draw'
import { seededRandom } from './random'
import { resolve } from './resolve'
import { aSoundDocument } from './testing/any-policy'
import { anyQuery, aWorldOf } from './testing/any-world'
import { mutated, reordered, withEach } from './testing/document-changes'
import { expectOdds, ROUNDING } from './testing/expect-odds'

const SEED = 20261123
const RUNS = 1000

function total({ endpoints, nodata }: Distribution): number {
  return endpoints.reduce((sum, { probability }) => sum + probability, nodata)
}

function oddsOf(policy: Policy, world: World, place: Parameters<typeof toClient>[0]): Record<string, number> {
  const { endpoints, nodata } = distributionFor(compilePolicy(policy, world), toClient(place))
  const certain = endpoints.map(({ endpoint, probability }) => [endpoint, probability] as const)
  return Object.fromEntries([...certain, ['NODATA', nodata]])
}

const aSoundPolicy = (multivalues: boolean) => aSoundDocument(multivalues).map(policyFrom)
const inSomeWorld = (policies: fc.Arbitrary<Policy>) =>
  policies.chain((policy) => fc.tuple(fc.constant(policy), aWorldOf(policy)))

describe('any policy', () => {
  it(`of single answers has probabilities that sum to 1, no answer included (seed ${SEED})`, () => {
    fc.assert(
      fc.property(inSomeWorld(aSoundPolicy(false)), anyPlace, ([policy, world], place) => {
        const distribution = distributionFor(compilePolicy(policy, world), toClient(place))
        expect(Math.abs(total(distribution) - 1)).toBeLessThan(ROUNDING)
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it(`answers alike when all weights are multiplied by one number (seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        inSomeWorld(aSoundPolicy(true)),
        anyPlace,
        fc.integer({ min: 2, max: 1000 }),
        ([policy, world], place, factor) => {
          const heavier = decoded(
            withEach(encodePolicy(policy), 'Weight', (weight) => String(Number(weight) * factor)),
          )
          expectOdds(oddsOf(heavier, world, place), oddsOf(policy, world, place))
        },
      ),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it(`answers a mapped client alike when keys and branches are reordered (seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        aSoundDocument(true).chain((document) =>
          fc.tuple(fc.constant(toJson(document)), reordered(toJson(document))),
        ),
        aMappedPlace,
        fc.subarray(['c1', 'c2', 'c3', 'c4']),
        ([one, other], place, unhealthy) => {
          const world: World = {
            ...ALL_UP,
            checks: new Map(unhealthy.map((check) => [check, 'unhealthy'] as const)),
          }
          expectOdds(oddsOf(decoded(other), world, place), oddsOf(decoded(one), world, place))
        },
      ),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it(`does not care what is down as long as it has no checks and no target health (seed ${SEED})`, () => {
    fc.assert(
      fc.property(inSomeWorld(aSoundPolicy(true)), anyPlace, ([policy, world], place) => {
        const unchecked = withEach(encodePolicy(policy), 'HealthCheck', () => undefined)
        const careless = decoded(withEach(unchecked, 'EvaluateTargetHealth', () => undefined))
        const calm = { ...world, down: new Set<string>(), checks: new Map() }
        expect(oddsOf(careless, world, place)).toEqual(oddsOf(careless, calm, place))
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it(`that a start leads somewhere in answers always, unless it holds a rule that some clients do not match (seed ${SEED})`, () => {
    fc.assert(
      fc.property(inSomeWorld(aMutatedPolicy()), anyPlace, ([policy, world], place) => {
        fc.pre([...policy.rules.values()].every(({ type }) => !['geolocation', 'ip-based'].includes(type)))
        const { nodata } = distributionFor(compilePolicy(policy, world), toClient(place))
        expect(nodata).toBe(leadsSomewhere(policy) ? 0 : 1)
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it(`that opens, however malformed, is answered without throwing, and consistently (seed ${SEED})`, () => {
    fc.assert(
      fc.property(inSomeWorld(aMutatedPolicy()), anyQuery, fc.nat(), ([policy, world], query, seed) => {
        const compiled = compilePolicy(policy, world)
        const { outcome, endpoints, distribution, steps } = resolve(compiled, query, seededRandom(seed))
        expect(outcome).toBe(endpoints.length > 0 ? 'answer' : 'nodata')
        expect(new Set(endpoints).size).toBe(endpoints.length)
        const likely = new Map(
          distribution.endpoints.map(({ endpoint, probability }) => [endpoint, probability]),
        )
        for (const endpoint of endpoints) {
          expect(policy.endpoints.has(endpoint)).toBe(true)
          expect(likely.get(endpoint)).toBeGreaterThan(0)
        }
        for (const probability of [...likely.values(), distribution.nodata]) {
          expect(probability).toBeGreaterThanOrEqual(0)
          expect(probability).toBeLessThanOrEqual(1 + ROUNDING)
        }
        if (outcome === 'nodata') expect(distribution.nodata).toBeGreaterThan(0)
        for (const step of steps) {
          if (step.kind !== 'rule') continue
          const rule = policy.rules.get(step.rule)
          expect(step.candidates.map(({ branch }) => branch).toSorted()).toEqual(
            rule?.branches.map(({ id }) => id).toSorted(),
          )
        }
      }),
      { seed: SEED, numRuns: 2 * RUNS },
    )
  })

  it(`gives the same answer for the same seed, with a trace or without (seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        inSomeWorld(aSoundPolicy(true)),
        anyPlace,
        fc.integer(),
        ([policy, world], client, seed) => {
          const compiled = compilePolicy(policy, world)
          const query = { type: null, client, resolver: null, clientSubnet: true }
          const resolution = resolve(compiled, query, seededRandom(seed))
          expect(resolve(compilePolicy(policy, world), query, seededRandom(seed))).toEqual(resolution)
          const drawn = drawEndpoints(compiled, toClient(client), seededRandom(seed))
          expect(drawn.map(({ endpoint }) => endpoint.id)).toEqual(resolution.endpoints)
        },
      ),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it(`is left as it was by every question (seed ${SEED})`, () => {
    fc.assert(
      fc.property(inSomeWorld(aSoundPolicy(true)), anyPlace, ([policy, world], client) => {
        // Both are frozen: whatever would change them throws.
        const compiled = compilePolicy(deepFreeze(policy), deepFreeze(world))
        const query = { type: null, client: deepFreeze(client), resolver: UNMAPPED, clientSubnet: true }
        expect(resolve(compiled, query, seededRandom(1)).steps.length).toBeGreaterThan(0)
      }),
      { seed: SEED, numRuns: 100 },
    )
  })
})

function decoded(document: Json): Policy {
  const result = decodePolicy(document, null)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.value
}

/** Policies of documents that were tampered with and still open. */
function aMutatedPolicy(): fc.Arbitrary<Policy> {
  return fc
    .oneof(aDocument, aSoundDocument(true).map(toJson))
    .chain(mutated)
    .map((document) => decodePolicy(document, null))
    .filter((result) => result.ok)
    .map((result) => result.value)
}

/** Whether a path leads from the start to an endpoint; a multivalue answer has no path to a rule (3.5). */
function leadsSomewhere(policy: Policy): boolean {
  const rules = [...policy.rules].map(([id, rule]): [string, Rule] => {
    if (rule.type !== 'multivalue') return [id, rule]
    return [id, { ...rule, branches: rule.branches.filter(({ target }) => target?.kind !== 'rule') }]
  })
  return reachable({ ...policy, rules: new Map(rules) }, policy.start).some(({ kind }) => kind === 'endpoint')
}
