import { describe, expect, it } from 'vitest'
import { passing } from '../engine/testing/marked'
import { ALL_UP, type World } from '../model/world'
import { geoproximity, policyOf } from '../policy/testing/policy-of'
import type { Capacities, Capacity } from '../scenario/capacities'
import { overloadProblems } from './overload-problems'
import { findOverloads, type Overload } from './overloads'
import { smallDemand } from './testing/small-demand'

const prepared = smallDemand()
/** Who loses a site goes to the next one, since each has a health check. */
const policy = policyOf(
  geoproximity(
    ['us-east-1', 0, passing('west')],
    ['eu-central-1', 0, passing('europe')],
    ['ap-south-1', 0, passing('asia')],
  ),
)

function overloads(endpoints: Record<string, Capacity>, world: World = ALL_UP): readonly Overload[] {
  const capacities: Capacities = { total: null, endpoints: new Map(Object.entries(endpoints)) }
  const steps = findOverloads(policy, world, prepared, capacities)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const percent = (amount: number): Capacity => ({ amount, in: 'percent' })

describe('overloads', () => {
  it('are none where every endpoint could take everything', () => {
    expect(overloads({ west: percent(100), europe: percent(100), asia: percent(100) })).toEqual([])
  })

  it('are found as things are, whatever else may fail', () => {
    expect(overloads({ europe: percent(1) })).toMatchObject([{ endpoint: 'europe', down: null, failures: 0 }])
  })

  it('are found after the failure of one other endpoint, the worst one named', () => {
    const calm = overloads({ west: percent(33), europe: percent(100), asia: percent(100) })
    expect(calm).toMatchObject([{ endpoint: 'west', down: 'europe' }])
    const [west] = calm
    expect(west?.utilisation).toBeGreaterThan(1)
    expect(west?.load).toBeLessThanOrEqual(100)
  })

  it('count how many failures are too much', () => {
    const [europe] = overloads({ europe: percent(45) })
    expect(europe).toMatchObject({ endpoint: 'europe', failures: 2 })
  })

  it('do not blame an endpoint that is down already, nor one that gets nothing', () => {
    const world = { ...ALL_UP, down: new Set(['europe']) }
    expect(overloads({ west: percent(90), asia: percent(90) }, world).map(({ down }) => down)).toEqual([
      'asia',
      'west',
    ])
  })

  it('are said with their unit and what they are estimated from', () => {
    const found = overloads({ west: percent(33), europe: percent(1) })
    const problems = overloadProblems(found, 'requests/s', 'the demand of 16 places (users)')
    expect(problems.map(({ code, severity, path, at }) => ({ code, severity, path, at }))).toEqual([
      {
        code: 'capacity/overload-after-failure',
        severity: 'warning',
        path: ['Endpoints', 'west'],
        at: { kind: 'endpoint', id: 'west' },
      },
      {
        code: 'capacity/overload',
        severity: 'warning',
        path: ['Endpoints', 'europe'],
        at: { kind: 'endpoint', id: 'europe' },
      },
    ])
    expect(problems[0]?.message).toMatch(
      /^“west” would carry \d+ % of its capacity \(about \d+ of 33 requests\/s\) if “europe” were down; one other failure overloads it too\. Loads are an estimate from the demand of 16 places \(users\)\.$/,
    )
    expect(problems[1]?.message).toMatch(
      /^“europe” carries > 999 % of its capacity \(about \d+ of 1 requests\/s\)\. /,
    )
  })

  it('are said of a capacity of nothing, and of several failures', () => {
    const some = { endpoint: 'a', load: 5, capacity: 0, utilisation: Number.POSITIVE_INFINITY }
    const messages = overloadProblems(
      [
        { ...some, down: null, failures: 0 },
        { ...some, capacity: 4, utilisation: 1.25, down: 'b', failures: 2 },
        { ...some, capacity: 4, utilisation: 1.25, down: 'b', failures: 4 },
      ],
      'users',
      'a table',
    ).map(({ message }) => message)
    expect(messages).toEqual([
      '“a” carries more than its capacity of 0 (about 5 of 0 users). Loads are an estimate from a table.',
      '“a” would carry 125 % of its capacity (about 5 of 4 users) if “b” were down; one other failure overloads it too. Loads are an estimate from a table.',
      '“a” would carry 125 % of its capacity (about 5 of 4 users) if “b” were down; 3 other failures overload it too. Loads are an estimate from a table.',
    ])
  })
})
