import { describe, expect, it } from 'vitest'
import { policyOf } from '../../policy/testing/policy-of'
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
