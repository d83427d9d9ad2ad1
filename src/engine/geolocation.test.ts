import { describe, expect, it } from 'vitest'
import type { Place } from '../model/query'
import { geolocation, policyOf, to } from '../policy/testing/policy-of'
import { ask } from './testing/ask'
import { expectAnswer } from './testing/expect-odds'

describe('geolocation (route53.md 4.5)', () => {
  const PLACES = {
    'US-WA': { Country: 'US', Subdivision: 'WA' },
    US: { Country: 'US' },
    NA: { Continent: 'NA' },
    FR: { Country: 'FR' },
    EU: { Continent: 'EU' },
    default: { Country: '*' },
  }
  type PlaceName = keyof typeof PLACES
  const everywhere = (marked: readonly string[]) =>
    geolocation(
      // The general places first: only how small a place is counts, not where it stands.
      ...Object.entries(PLACES)
        .toReversed()
        .map(([id, keys]) => to(id, { ...keys, HealthCheck: marked.includes(id) ? `failing-${id}` : id })),
    )

  const CHAINS: readonly {
    readonly who: string
    readonly client: Partial<Place>
    readonly chain: readonly PlaceName[]
  }[] = [
    {
      who: 'US with a known state',
      client: { country: 'US', subdivision: 'WA' },
      chain: ['US-WA', 'US', 'NA', 'default'],
    },
    { who: 'US with an unknown state', client: { country: 'US' }, chain: ['US', 'NA', 'default'] },
    {
      who: 'US with a state that no branch names',
      client: { country: 'US', subdivision: 'TX' },
      chain: ['US', 'NA', 'default'],
    },
    { who: 'another country', client: { country: 'FR' }, chain: ['FR', 'EU', 'default'] },
    { who: 'a country that only its continent covers', client: { country: 'DE' }, chain: ['EU', 'default'] },
    { who: 'a client that is not mapped to a place', client: {}, chain: ['default'] },
    ...['BV', 'CX', 'EH', 'HM'].map((country) => ({
      who: `${country}, for which Route 53 has no data`,
      client: { country },
      chain: ['default' as const],
    })),
  ]
  for (const { who, client, chain } of CHAINS) {
    it(`tries ${chain.join(', ')} in this order for ${who}`, () => {
      chain.forEach((expected, failed) => {
        expectAnswer(everywhere(chain.slice(0, failed)), { client }, expected)
      })
      expectAnswer(everywhere(chain), { client }, chain[0] ?? '')
      const [step] = ask(policyOf(everywhere([])), { client }).steps
      const order = step?.kind === 'rule' ? step.candidates.map(({ target }) => target?.id) : []
      expect(order.slice(0, chain.length)).toEqual(chain)
    })
  }

  it('never takes a country that Route 53 has no data for, even where a branch names it', () => {
    const rule = geolocation(to('bouvet', { Country: 'BV' }), to('default', { Country: '*' }))
    expectAnswer(rule, { client: { country: 'BV' } }, 'default')
  })

  it('never falls back to a sibling place', () => {
    const rule = geolocation(
      to('FR', { Country: 'FR', HealthCheck: 'failing-FR' }),
      to('BE', { Country: 'BE' }),
    )
    expectAnswer(rule, { client: { country: 'FR' } }, 'FR')
  })

  it('does not count territories of the United States as the United States (section 8)', () => {
    const rule = geolocation(
      to('US', { Country: 'US' }),
      to('NA', { Continent: 'NA' }),
      to('OC', { Continent: 'OC' }),
    )
    expectAnswer(rule, { client: { country: 'PR' } }, 'NA')
    expectAnswer(rule, { client: { country: 'GU' } }, 'OC')
  })

  it('keeps the four codes apart that name a continent and a country (section 8)', () => {
    const rule = geolocation(
      ...['AF', 'AS', 'NA', 'SA'].map((code) => to(`continent ${code}`, { Continent: code })),
      ...['AF', 'AS', 'NA', 'SA'].map((code) => to(`country ${code}`, { Country: code })),
    )
    const inhabitants = { EG: 'continent AF', JP: 'continent AS', CA: 'continent NA', BR: 'continent SA' }
    for (const code of ['AF', 'AS', 'NA', 'SA'])
      expectAnswer(rule, { client: { country: code } }, `country ${code}`)
    for (const [country, answer] of Object.entries(inhabitants))
      expectAnswer(rule, { client: { country } }, answer)
  })

  it('reads both spellings of the default', () => {
    expectAnswer(geolocation(to('a', { Country: '*' })), {}, 'a')
    expectAnswer(geolocation(to('a', { IsDefault: true })), {}, 'a')
    expectAnswer(geolocation(to('a', { IsDefault: 'true', Country: null })), {}, 'a')
  })

  it('does not match a state of another country than the United States', () => {
    const rule = geolocation(to('on', { Country: 'CA', Subdivision: 'ON' }), to('default', { Country: '*' }))
    expectAnswer(rule, { client: { country: 'CA', subdivision: 'ON' } }, 'default')
  })
})
