import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EARTH_RADIUS_KM } from '../geo/distance'
import {
  cidr,
  failover,
  geolocation,
  geoproximity,
  latency,
  multivalue,
  policyOf,
  to,
  weighted,
} from '../policy/testing/policy-of'
import type { RuleType } from '../rules'
import { ask, odds } from './testing/ask'

/** The rows of the table in a rule type's guide, cell by cell, without the head. */
function tableOf(type: RuleType): readonly (readonly string[])[] {
  const guide = readFileSync(new URL(`../rules/${type}/guide.md`, import.meta.url), 'utf8')
  const rows = guide.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(2).map((row) => row.slice(2, -2).split(' | '))
}

const percent = (probability = 0) => `${Number((probability * 100).toFixed(2))} %`
const checked = (id: string, keys = {}) => to(id, { ...keys, HealthCheck: id })

describe('the worked example of the guide', () => {
  it('to weighted has the odds of the engine', () => {
    const weights = { blue: 10, green: 20, grey: 20, spare: 0 }
    const rule = weighted(...Object.entries(weights).map(([id, weight]) => [weight, checked(id)] as const))
    const columns = [[], ['grey'], ['blue', 'green', 'grey']].map((unhealthy) =>
      odds(policyOf(rule), { unhealthy }),
    )
    expect(tableOf('weighted')).toEqual(
      Object.entries(weights).map(([id, weight]) => [
        `\`${id}\``,
        `${weight}`,
        ...columns.map((column) => percent(column[id])),
      ]),
    )
  })

  it('to failover has the answers of the engine', () => {
    const policy = policyOf(failover(checked('primary'), checked('secondary')))
    const rows = tableOf('failover').map(([primary, secondary]) => {
      const unhealthy = [primary === 'healthy' ? '' : 'primary', secondary === 'healthy' ? '' : 'secondary']
      return [primary, secondary, `\`${ask(policy, { unhealthy }).endpoints.join()}\``]
    })
    expect(tableOf('failover')).toEqual(rows)
    expect(new Set(rows.map(([primary, secondary]) => `${primary} ${secondary}`)).size).toBe(4)
  })

  it('to geolocation has the answers of the engine', () => {
    const policy = policyOf(
      geolocation(
        checked('california', { Country: 'US', Subdivision: 'CA' }),
        checked('america', { Country: 'US' }),
        checked('europe', { Continent: 'EU' }),
        checked('rest', { Country: '*' }),
      ),
    )
    const clients = {
      California: { country: 'US', subdivision: 'CA' },
      Texas: { country: 'US', subdivision: 'TX' },
      France: { country: 'FR' },
      Japan: { country: 'JP' },
      unknown: {},
    }
    expect(tableOf('geolocation')).toEqual(
      Object.entries(clients).map(([name, client]) => {
        const [answer = ''] = ask(policy, { client }).endpoints
        const [next] = ask(policy, { client, unhealthy: [answer] }).endpoints
        return [name, `\`${answer}\``, `\`${next}\``]
      }),
    )
  })

  it('to latency has the answers of the engine', () => {
    const latencies = { 'eu-central-1': 20, 'eu-west-1': 30, 'us-east-1': 95 }
    const codes = Object.keys(latencies)
    const policy = policyOf(latency(...codes.map((code) => [code, checked(code)] as const)))
    expect(tableOf('latency')).toEqual(
      [0, 1, 2, 3].map((count) => {
        const unhealthy = codes.slice(0, count)
        const names = unhealthy.map((code) => `\`${code}\``).join(', ')
        const { endpoints } = ask(policy, { latencies, unhealthy })
        return [count === 0 ? 'none' : count === 3 ? 'all three' : names, `\`${endpoints.join()}\``]
      }),
    )
  })

  it('to geoproximity has the distances and answers of the engine', () => {
    const north = (km: number) => [(km / EARTH_RADIUS_KM) * (180 / Math.PI), 0] as const
    const client = { coordinates: { latitude: 0, longitude: 0 } }
    expect(tableOf('geoproximity')).toEqual(
      [0, 50, -50].map((bias) => {
        const { endpoints, steps } = ask(
          policyOf(geoproximity([north(150), bias, to('a')], [north(-100), 0, to('b')])),
          {
            client,
          },
        )
        const [step] = steps
        const a = step?.kind === 'rule' ? step.candidates.find(({ branch }) => branch === 'b1') : undefined
        return [`${bias}`, `${a?.measures.biasedDistanceKm?.toFixed(0)} km`, `\`${endpoints.join()}\``]
      }),
    )
  })

  it('to IP-based has the answers of the engine', () => {
    const policy = policyOf(
      cidr(
        ['network', ['198.51.0.0/16'], checked('network')],
        ['office', ['198.51.100.0/24'], checked('office')],
        ['*', [], checked('rest')],
      ),
    )
    const addresses = tableOf('ip-based').map(([address = '']) => address.replaceAll('`', ''))
    expect(tableOf('ip-based')).toEqual(
      addresses.map((address) => {
        const client = address === 'unknown' ? {} : { clientAddress: address }
        const [answer = ''] = ask(policy, client).endpoints
        const [next] = ask(policy, { ...client, unhealthy: [answer] }).endpoints
        return [address === 'unknown' ? address : `\`${address}\``, `\`${answer}\``, `\`${next}\``]
      }),
    )
    expect(addresses).toHaveLength(5)
  })

  it('to multivalue answer has the odds of the engine', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `m${index}`)
    const policy = policyOf(multivalue(...ids.map((id) => checked(id))))
    expect(tableOf('multivalue')).toEqual(
      [12, 8, 3, 0].map((count) => {
        const unhealthy = ids.slice(count)
        const chances = odds(policy, { unhealthy })
        const { endpoints } = ask(policy, { unhealthy })
        return [
          `${count}`,
          `${endpoints.length}`,
          count === 0 ? '–' : percent(chances['m0']),
          count === 12 ? '–' : percent(chances['m11']),
        ]
      }),
    )
  })
})
