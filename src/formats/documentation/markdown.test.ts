import { describe, expect, it } from 'vitest'
import { cidr, geoproximity, policyOf, to } from '../../policy/testing/policy-of'
import { scenarioOf } from '../../scenario/scenario'
import { AWKWARD_SCENARIO } from '../testing/awkward.fixtures'
import { exampleScenarios } from '../testing/examples.fixtures'
import { exportMarkdown } from './markdown'
import { code, plain } from './markdown-words'

const ofKind = (kind: RegExp, text: string) => text.split('\n').filter((line) => kind.test(line))

const barsIn = (line: string) => line.replaceAll(/\\./g, '').split('|').length

describe('the Markdown report', () => {
  it('has tables of equally many cells in every row, whatever the names are', () => {
    const uneven = [...exampleScenarios(), AWKWARD_SCENARIO].flatMap((scenario) =>
      exportMarkdown(scenario)
        .split('\n\n')
        .filter((block) => block.startsWith('|'))
        .map((block) => new Set(block.trim().split('\n').map(barsIn)))
        .filter((counts) => counts.size > 1),
    )
    expect(uneven).toEqual([])
  })

  it('says what the scenario assumes, and leaves out what it does not', () => {
    const quiet = scenarioOf(policyOf('a'), 'Quiet')
    expect(ofKind(/^#/, exportMarkdown(quiet))).toEqual([
      '# Quiet',
      '## Policy record',
      '## Graph',
      '## Endpoints',
      '## Problems',
    ])
    const world = {
      down: new Set(['a']),
      checks: new Map([['c1', 'unhealthy' as const]]),
      latencies: [{ country: 'FR', region: 'eu-west-1', milliseconds: 20 }],
      negativeBias: 'map' as const,
    }
    expect(ofKind(/^- /, exportMarkdown({ ...quiet, world }))).toEqual([
      '- Endpoint a is down.',
      '- Health check `c1` is unhealthy.',
      '- Clients in France reach `eu-west-1` in 20 ms, as given.',
      '- A negative bias follows the formula of AWS’s map component.',
    ])
  })

  it('says the bias of a location and the blocks of an IP-based one, in the graph too', () => {
    const near = policyOf(geoproximity(['eu-west-1', 20, to('a')], ['us-east-1', 0, to('b')]))
    const report = exportMarkdown(scenarioOf(near, 'Near'))
    expect(report).toContain('| eu-west-1, bias +20 | endpoint a |')
    expect(report).toContain('| us-east-1 | endpoint b |')
    expect(report).toContain('"eu-west-1, bias +20"')
    const byBlock = policyOf(cidr(['office', ['192.0.2.0/24', '2001:db8::/48'], to('a')], ['*', [], to('b')]))
    expect(exportMarkdown(scenarioOf(byBlock, 'Blocks'))).toContain(
      '| office, 192.0.2.0/24 2001:db8::/48 | endpoint a |',
    )
  })

  it('says the addresses that a saved query comes from', () => {
    const client = { coordinates: null, country: 'DE', subdivision: null }
    const query = {
      type: null,
      client,
      resolver: null,
      clientSubnet: true,
      clientAddress: '198.51.100.7',
      resolverAddress: '203.0.113.9',
    }
    const report = exportMarkdown({
      ...scenarioOf(policyOf('a'), 'Asked'),
      queries: [{ name: 'Office', place: 'Munich', query }],
    })
    expect(report).toContain(
      '| Office | Munich, DE, `198.51.100.7` | beside the client, `203.0.113.9` | yes |',
    )
  })

  it('says what is asked of all and what endpoints can take, in its unit', () => {
    const quiet = scenarioOf(policyOf('a'), 'Quiet')
    const place = { country: 'FR', subdivision: null, city: null, coordinates: null, weight: 1200 }
    const report = exportMarkdown({
      ...quiet,
      demand: { name: 'log.csv', unit: 'queries', places: [place], leftOut: { rows: 3, weight: 5 } },
      capacities: {
        total: { amount: 120_000, unit: 'requests a second' },
        endpoints: new Map([
          ['a', { amount: 50_000, in: 'load' }],
          ['b', { amount: 12.5, in: 'percent' }],
        ]),
      },
    })
    expect(report).toContain(
      'log.csv: 1,200 queries in 1 place. 3 rows (5 queries) that no place is known for are left out.',
    )
    expect(report).toContain('All clients ask 120,000 requests a second together.')
    expect(report).toContain('| a | 50,000 requests a second |')
    expect(report).toContain('| b | 12.5 % of the demand |')
  })
})

describe('words of Markdown', () => {
  it('hold no markup, and code no fence of its own', () => {
    expect(plain('a_b *c* | <d>\n# e')).toBe(String.raw`a\_b \*c\* \| \<d\> \# e`)
    expect(code('a`b')).toBe('``a`b``')
    expect(code('`')).toBe('`` ` ``')
    expect(code('a|b')).toBe('`a\\|b`')
    expect(code('  ')).toBe('–')
  })
})
