import { describe, expect, it } from 'vitest'
import { ALL_UP, type World } from '../model/world'
import { policyOf, to, weighted } from '../policy/testing/policy-of'
import { parseOptions } from './options'
import { readWorld, WORLD_OPTIONS } from './world-options'

const policy = policyOf(weighted([1, to('a', { HealthCheck: 'one' })], [1, to('b')]))

function worldOf(words: readonly string[], world: World = ALL_UP) {
  const args = parseOptions(words, WORLD_OPTIONS)
  if (!args.ok) throw new Error(args.message)
  return readWorld(args.value, world, policy)
}

describe('the world of a query', () => {
  it('is the scenario’s own where nothing is said', () => {
    const own: World = {
      down: new Set(['b']),
      checks: new Map([['one', 'unhealthy']]),
      latencies: [{ country: 'FR', region: 'eu-west-1', milliseconds: 9 }],
      negativeBias: 'map',
    }
    expect(worldOf([], own)).toEqual({ ok: true, value: own })
  })

  it('is changed by what is said', () => {
    const own: World = {
      down: new Set(['b']),
      checks: new Map([['one', 'unhealthy']]),
      latencies: [
        { country: 'FR', region: 'eu-west-1', milliseconds: 9 },
        { country: null, region: 'us-east-1', milliseconds: 80 },
      ],
      negativeBias: 'map',
    }
    const words = ['--down', 'a', '--healthy=one', '--latency', 'eu-west-1=20.5', '--negative-bias', 'guide']
    expect(worldOf(words, own)).toEqual({
      ok: true,
      value: {
        down: new Set(['b', 'a']),
        checks: new Map([['one', 'healthy']]),
        latencies: [
          { country: null, region: 'us-east-1', milliseconds: 80 },
          { country: null, region: 'eu-west-1', milliseconds: 20.5 },
        ],
        negativeBias: 'guide',
      },
    })
  })

  it.each([
    [['--down', 'c'], '--down: there is no endpoint “c” in this policy.'],
    [['--down', 'weighted-1'], '--down: there is no endpoint “weighted-1” in this policy.'],
    [['--unhealthy', 'two'], '--unhealthy: there is no health check “two” in this policy.'],
    [['--healthy', 'two'], '--healthy: there is no health check “two” in this policy.'],
    [['--healthy=one', '--unhealthy=one'], 'Health check “one” is given as healthy and as unhealthy.'],
    [['--latency', 'eu-west-9=20'], '--latency: there is no Region “eu-west-9”.'],
    [
      ['--latency', 'eu-west-1'],
      '--latency takes a Region and milliseconds, such as eu-west-1=20; not “eu-west-1”.',
    ],
    [
      ['--latency', 'eu-west-1=-1'],
      '--latency takes a Region and milliseconds, such as eu-west-1=20; not “eu-west-1=-1”.',
    ],
    [['--negative-bias', 'both'], '--negative-bias is guide or map, not “both”.'],
  ])('refuses %j', (words, message) => {
    expect(worldOf(words)).toEqual({ ok: false, message })
  })
})
