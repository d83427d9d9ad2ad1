import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALL_UP } from '../model/world'
import {
  geolocation,
  geoproximity,
  multivalue,
  policyFrom,
  policyOf,
  to,
  weighted,
  withKeys,
} from '../policy/testing/policy-of'
import { toClient } from '../rules/client'
import { coverClients } from './client-coverage'
import { type ClientFlow, clientFlow } from './client-flow'
import { createClientTable } from './client-table'
import { compilePolicy } from './compile'
import { demandFor, distributionFor } from './distribution'
import { aSoundDocument } from './testing/any-policy'
import { aWorldOf } from './testing/any-world'
import { someTable } from './testing/client-tables'
import { COVERAGE_CASES } from './testing/coverage-cases'

const SEED = 20261124
const RUNS = 150

const { clients, table } = someTable(120, SEED)
const amounts = Float64Array.from(clients, (_, client) => 1 + (client % 7))

const anyPolicyInWorld = aSoundDocument(true)
  .map(policyFrom)
  .chain((policy) => aWorldOf(policy).map((world) => ({ policy, world })))

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

function totals({ endpoints, nodata }: ClientFlow): Readonly<Record<string, number>> {
  const sums = [...endpoints].map(([id, values]) => [id, sum(values)] as const)
  return Object.fromEntries([...sums, ['NODATA', sum(nodata)]])
}

describe('the flow of many clients', () => {
  it(`is the sum of what demandFor gives each of them (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyPolicyInWorld, ({ policy, world }) => {
        const compiled = compilePolicy(policy, world)
        const expected: Record<string, number> = { NODATA: 0 }
        clients.forEach((place, client) => {
          const { endpoints, nodata } = demandFor(compiled, toClient(place))
          const amount = amounts[client] ?? 0
          expected.NODATA = (expected.NODATA ?? 0) + amount * nodata
          for (const { endpoint, probability } of endpoints) {
            expected[endpoint] = (expected[endpoint] ?? 0) + amount * probability
          }
        })
        const found = totals(clientFlow(compiled, table, amounts))
        expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort())
        for (const [id, amount] of Object.entries(expected)) expect(found[id]).toBeCloseTo(amount, 9)
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it(`loses nothing: what arrives at a rule leaves it along its branches or gets no answer (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyPolicyInWorld, ({ policy, world }) => {
        const compiled = compilePolicy(policy, world)
        const flow = clientFlow(compiled, table, amounts)
        let unanswered = 0
        for (const { arriving, branches, byClient } of flow.rules) {
          unanswered += sum(arriving) - sum(branches)
          if (byClient) expect(sum(byClient)).toBeCloseTo(sum(arriving), 9)
        }
        expect(unanswered).toBeCloseTo(sum(flow.nodata), 9)
        expect(sum(Object.values(totals(flow)))).toBeCloseTo(sum(amounts), 9)
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it('says what arrives along each branch of a rule', () => {
    const split = weighted([1, to('a')], [3, to(multivalue(to('b'), to('c')))])
    const compiled = compilePolicy(policyOf(split), ALL_UP)
    const { rules } = clientFlow(compiled, table, amounts)
    const all = sum(amounts)
    expect(rules.map(({ branches }) => [...branches])).toEqual([
      [(all * 3) / 8, (all * 3) / 8],
      [all / 4, (all * 3) / 4],
    ])
  })

  it('stops at a rule when asked, so that only what goes around it arrives', () => {
    const near = geoproximity(['us-east-1', 0, to('east')], ['eu-central-1', 0, to('europe')])
    const policy = policyOf(
      geolocation(withKeys(to('france'), { Country: 'FR' }), withKeys(to(near), { Country: '*' })),
    )
    const compiled = compilePolicy(policy, ALL_UP)
    const rule = compiled.rules.find(({ rule: { type } }) => type === 'geoproximity') ?? null
    const flow = clientFlow(compiled, table, amounts, rule)
    expect([...flow.endpoints.keys()]).toEqual(['france'])
    const reach = flow.rules[rule?.index ?? -1]?.byClient ?? new Float64Array(0)
    expect([...reach]).toEqual(clients.map(({ country }, client) => (country === 'FR' ? 0 : amounts[client])))
  })

  it('gives no answer to anybody where the policy has no start', () => {
    const policy = { ...policyOf('only'), start: null }
    expect(totals(clientFlow(compilePolicy(policy, ALL_UP), table, amounts))).toEqual({
      NODATA: sum(amounts),
    })
  })
})

describe('the coverage of many clients', () => {
  it(`is for each the very distribution that the engine gives it (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyPolicyInWorld, fc.boolean(), ({ policy, world }, divides) => {
        const compiled = compilePolicy(policy, world)
        const distribute = divides ? demandFor : distributionFor
        const { mixes, points } = coverClients(compiled, table, distribute)
        clients.forEach((place, client) => {
          expect(mixes[points[client] ?? -1]).toEqual(distribute(compiled, toClient(place)))
        })
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it.each(COVERAGE_CASES)('holds also for $title', ({ policy, world }) => {
    const compiled = compilePolicy(policy, world)
    const { mixes, points } = coverClients(compiled, table, distributionFor)
    clients.forEach((place, client) => {
      expect(mixes[points[client] ?? -1]).toEqual(distributionFor(compiled, toClient(place)))
    })
  })
})

describe('a client table', () => {
  const far = { coordinates: { latitude: 0, longitude: 0 }, country: 'FR', subdivision: null }
  const apart = { ...far, country: 'DE' }

  it('refuses clients of one territory that do not stand together', () => {
    expect(() => createClientTable([far, apart, far])).toThrow('do not stand together')
  })

  it('keeps the distances of a site, and forgets the site that was not asked for the longest time', () => {
    const { table: own } = someTable(3, SEED)
    const site = (x: number) => ({ x, y: 0, z: Math.sqrt(1 - x * x) })
    const first = own.distancesFrom(site(0))
    const second = own.distancesFrom(site(0.5))
    expect(own.distancesFrom(site(0))).toBe(first)
    for (let other = 1; other < 64; other++) own.distancesFrom(site(other / 1000))
    expect(own.distancesFrom(site(0))).toBe(first)
    expect(own.distancesFrom(site(0.5))).not.toBe(second)
    expect(own.distancesFrom(site(0.5))).toEqual(second)
  })

  it('knows no client beyond its last', () => {
    expect(() => table.vectorOf(table.count)).toThrow('no client 120')
  })
})
