import { beforeAll, describe, expect, it } from 'vitest'
import { toJsonText } from '../model/json-text'
import { encodePolicy } from '../policy/document'
import {
  failover,
  geolocation,
  geoproximity,
  multivalue,
  policyOf,
  type TestRule,
  to,
} from '../policy/testing/policy-of'
import { jsonOf, memberOf, type Ran, runCli } from './testing/run-cli'

const text = (start: TestRule) => toJsonText(encodePolicy(policyOf(start)), 2)

const FILES = {
  'near.json': text(
    geoproximity(
      ['us-east-1', 0, to('east', { HealthCheck: 'east-up' })],
      ['eu-central-1', -40, to('europe')],
      ['ap-south-1', 0, to(multivalue(to('asia-1'), to('asia-2')))],
    ),
  ),
  'france.json': text(geolocation(to('france', { Country: 'FR' }))),
  'pair.json': text(failover(to('main'), to('spare'))),
  'demand.csv': 'country,city,hits,comment\nFR,Paris,30,x\nDE,,60,\nZZ,,10,\n',
  'points.csv': 'lat,lon,weight\n40.7,-74,3\n48.86,2.35,1\n',
  'own.scenario.json': `{"catchment":2,"policy":${text(geolocation(to('france', { Country: 'FR' })))},"demand":{"name":"log.csv","unit":"queries","places":[
    {"country":"FR","city":"Paris","weight":1},{"country":"DE","weight":3}]}}`,
  'broken.csv': 'country,colour\nFR,red\n',
}

const shares = (...words: readonly string[]) => runCli(['shares', ...words], FILES)

/** Shares by endpoint. */
function byEndpoint(ran: Ran): Readonly<Record<string, number>> {
  const list = memberOf(jsonOf(ran), 'shares')
  if (!Array.isArray(list)) throw new Error('There is no list of shares.')
  return Object.fromEntries(
    list.map((item: unknown) => [String(memberOf(item, 'endpoint')), Number(memberOf(item, 'share'))]),
  )
}

function numberIn(ran: Ran, key: string): number {
  return Number(memberOf(jsonOf(ran), key))
}

function total(ran: Ran): number {
  return Object.values(byEndpoint(ran)).reduce((sum, share) => sum + share, numberIn(ran, 'nodata'))
}

describe('shares --json', () => {
  let near: Ran
  beforeAll(async () => {
    near = await shares('near.json', '--json')
  })

  it('lists every endpoint, in parts that sum to 1 with those without an answer', async () => {
    expect(near).toMatchObject({ code: 0, err: '' })
    expect(Object.keys(byEndpoint(near))).toEqual(['east', 'europe', 'asia-1', 'asia-2'])
    expect(total(near)).toBeCloseTo(1, 12)
    expect(numberIn(near, 'blackholed')).toBe(0)
    const pair = await shares('pair.json', '--json')
    expect(byEndpoint(pair)).toMatchObject({ spare: 0 })
    expect(byEndpoint(pair)['main']).toBeCloseTo(1, 12)
  })

  it('divides the demand of a multivalue answer equally', () => {
    const { 'asia-1': one = 0, 'asia-2': two = 1 } = byEndpoint(near)
    expect(one).toBeCloseTo(two, 12)
    expect(one).toBeGreaterThan(0.1)
  })

  it('says what rules and countries get, and what the demand is', () => {
    const value = jsonOf(near)
    expect(value).toMatchObject({
      rules: [{ rule: 'geoproximity-1', branches: [{ index: 0, label: 'us-east-1' }, {}, {}] }, {}],
      demand: { unit: 'internet users' },
    })
    expect(String(memberOf(memberOf(value, 'demand'), 'source'))).toContain('CIA World Factbook')
    const countries = memberOf(value, 'countries')
    expect(Array.isArray(countries) ? countries[0] : null).toMatchObject({ country: 'CN', nodata: 0 })
  })

  it('leaves what no location of a geolocation rule matches without an answer', async () => {
    const ran = await shares('france.json', '--json')
    expect(byEndpoint(ran).france).toBeCloseTo(0.02, 2)
    expect(numberIn(ran, 'nodata')).toBeCloseTo(0.98, 2)
    expect(total(ran)).toBeCloseTo(1, 12)
  })

  it('takes the world from the options', async () => {
    const down = await shares('near.json', '--json', '--down', 'east')
    // Its check fails with it, so that nobody is sent there any more.
    expect(byEndpoint(down).east).toBe(0)
    const held = await shares('near.json', '--json', '--down', 'east', '--healthy', 'east-up')
    expect(byEndpoint(held).east).toBe(byEndpoint(near).east)
    expect(numberIn(held, 'blackholed')).toBe(byEndpoint(near).east)
    const failing = await shares('near.json', '--json', '--unhealthy', 'east-up')
    expect(byEndpoint(failing)).toEqual(byEndpoint(down))
    const map = await shares('near.json', '--json', '--negative-bias', 'map')
    expect(byEndpoint(map).europe).toBeLessThan(byEndpoint(near).europe ?? 0)
  })

  it('takes demand from a table, and says what was matched and what was not', async () => {
    const ran = await shares('near.json', '--json', '--demand', 'demand.csv')
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(byEndpoint(ran).europe).toBeCloseTo(1, 12)
    expect(memberOf(jsonOf(ran), 'demand')).toMatchObject({
      columns: { country: 'country', city: 'city', weight: 'hits' },
      matched: { city: { rows: 1, part: 0.3 }, country: { rows: 1, part: 0.6 } },
      unmatchedPart: 0.1,
      unmatched: [{ line: 4, weight: 10, reason: 'There is no country “ZZ”.' }],
      problems: [{ code: 'demand/column-ignored' }],
    })
    const points = await shares('near.json', '--json', '--demand=points.csv')
    expect(byEndpoint(points)).toMatchObject({ east: 0.75, europe: 0.25 })
  })
})

describe('shares of a scenario with its own demand', () => {
  it('are of that demand, unless a table is given', async () => {
    const own = await shares('own.scenario.json', '--json')
    expect(byEndpoint(own).france).toBeCloseTo(0.25, 12)
    expect(memberOf(jsonOf(own), 'demand')).toMatchObject({ unit: 'queries' })
    const table = await shares('own.scenario.json', '--json', '--demand', 'demand.csv')
    expect(byEndpoint(table).france).toBeCloseTo(1 / 3, 12)
  })

  it('name it as their source', async () => {
    const { out } = await shares('own.scenario.json')
    expect(out).toContain('Demand: Your own demand, log.csv: 2 places; countries and states divided')
  })
})

describe('shares for people', () => {
  it('shows endpoints with their largest countries, rules, and the source of the demand', async () => {
    const { out, err, code } = await shares('near.json', '--down', 'europe')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^ {2}east +\d+\.\d % {2}United States, Brazil, \w+/m)
    expect(out).toMatch(/^ {2}europe .*down, black-holed$/m)
    expect(out).toMatch(/^Black-holed {2}\d+\.\d %$/m)
    expect(out).toMatch(/^ {4}us-east-1 +\d+\.\d %$/m)
    expect(out).toContain('Demand: Internet users per country, estimates of 2014 (CIA World Factbook)')
  })

  it('says on standard error what was not used of a table', async () => {
    const { err, out } = await shares('france.json', '--demand', 'demand.csv')
    expect(err).toBe(
      'catchment shares: The column “comment” is not used.\ncatchment shares: Line 4 is left out: There is no country “ZZ”.\n',
    )
    expect(out).toContain('No answer (NODATA)  66.7 %')
    expect(out).toContain('Demand: demand.csv: 2 of 3 rows, without 10.0 % of the weight')
  })

  it('names the first of many rows that are left out, and counts the others', async () => {
    const rows = ['country,hits', 'FR,1', ...Array.from({ length: 1500 }, () => 'Narnia,1')].join('\n')
    const files = { ...FILES, 'long.csv': rows }
    const { err } = await runCli(['shares', 'france.json', '--demand', 'long.csv'], files)
    const lines = err.trimEnd().split('\n')
    expect(lines).toHaveLength(21)
    expect(lines[0]).toBe('catchment shares: Line 3 is left out: There is no country “Narnia”.')
    expect(lines[20]).toBe('catchment shares: … and 1,480 more of the kind; --json lists them all.')
  })
})

describe('shares refuses', () => {
  it.each([
    [['near.json', '--down', 'nobody'], 'no endpoint “nobody”'],
    [['near.json', '--demand', 'none.csv'], '--demand: “none.csv” cannot be read'],
    [['near.json', '--demand', 'broken.csv'], 'No column of this table holds a weight'],
    [['-', '--demand', '-'], 'cannot both be standard input'],
    [['near.json', '--weight'], 'no option --weight'],
    [[], 'There is no FILE'],
  ])('%j', async (words, message) => {
    const { code, err, out } = await runCli(['shares', ...words], { ...FILES, '-': FILES['near.json'] })
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})
