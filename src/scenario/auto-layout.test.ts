import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPolicy, policyOf } from '../policy/documents.fixtures'
import { connections } from '../policy/graph'
import { emptyPolicy, type Policy } from '../policy/policy'
import { autoLayout } from './auto-layout'
import {
  BRANCH_HEIGHT,
  ENDPOINT_SIZE,
  nodeSize,
  RULE_HEADER_HEIGHT,
  RULE_WIDTH,
  START_SIZE,
} from './node-size'
import { nodeKey, type Position } from './scenario'

const SEED = 530_001
const FIRST_COLUMN = START_SIZE.width + 60
const COLUMN = RULE_WIDTH + 60
const ROW = ENDPOINT_SIZE.height + 28

const chain = (length: number) =>
  policyOf({
    StartRule: 'r0',
    Endpoints: { last: { Type: 'value', Value: '192.0.2.1' } },
    Rules: Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `r${index}`,
        {
          RuleType: 'weighted',
          Items: [
            index + 1 < length
              ? { RuleReference: `r${index + 1}`, Weight: '1' }
              : { EndpointReference: 'last', Weight: '1' },
          ],
        },
      ]),
    ),
  })

/** A tree in which every rule has `fanOut` branches, `depth` rules deep. */
function tree(fanOut: number, depth: number): Policy {
  const endpoints: Record<string, unknown> = {}
  const rules: Record<string, unknown> = {}
  function grow(id: string, level: number): void {
    const leaf = level + 1 === depth
    const children = Array.from({ length: fanOut }, (_, index) => `${id}.${index}`)
    rules[id] = {
      RuleType: 'weighted',
      Items: children.map((child) =>
        leaf ? { EndpointReference: child, Weight: 1 } : { RuleReference: child, Weight: 1 },
      ),
    }
    for (const child of children) {
      if (leaf) endpoints[child] = { Type: 'value', Value: '192.0.2.1' }
      else grow(child, level + 1)
    }
  }
  grow('r', 0)
  return policyOf({ StartRule: 'r', Endpoints: endpoints, Rules: rules })
}

interface Box extends Position {
  readonly key: string
  readonly width: number
  readonly height: number
}

function boxes(policy: Policy): readonly Box[] {
  const layout = autoLayout(policy)
  const targets = [
    null,
    ...[...policy.rules.keys()].map((id) => ({ kind: 'rule', id }) as const),
    ...[...policy.endpoints.keys()].map((id) => ({ kind: 'endpoint', id }) as const),
  ]
  return targets.map((target) => {
    const position = layout.get(nodeKey(target))
    if (!position) throw new Error(`no position for ${nodeKey(target)}`)
    return { key: nodeKey(target), ...position, ...nodeSize(policy, target) }
  })
}

function overlapping(policy: Policy): readonly string[] {
  const all = boxes(policy)
  return all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .filter(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      )
      .map((b) => `${a.key} over ${b.key}`),
  )
}

/** Connections as straight lines from the branch's row to the middle of the target. */
function crossings(policy: Policy): number {
  const byKey = new Map(boxes(policy).map((box) => [box.key, box]))
  const lines = connections(policy).flatMap(({ from, target }) => {
    const source = byKey.get(from ? `rule:${from.rule}` : 'start')
    const end = byKey.get(nodeKey(target))
    if (!source || !end) return []
    const row = from
      ? (policy.rules.get(from.rule)?.branches.findIndex(({ id }) => id === from.branch) ?? 0)
      : 0
    const y = from
      ? source.y + RULE_HEADER_HEIGHT + (row + 0.5) * BRANCH_HEIGHT
      : source.y + source.height / 2
    return [{ x1: source.x, y1: y, x2: end.x, y2: end.y + end.height / 2 }]
  })
  let count = 0
  lines.forEach((a, index) => {
    for (const b of lines.slice(index + 1)) {
      // Between the same two columns, lines cross when their order turns round.
      if (a.x1 === b.x1 && a.x2 === b.x2 && (a.y1 - b.y1) * (a.y2 - b.y2) < 0) count++
    }
  })
  return count
}

describe('the automatic layout', () => {
  test('starts at the left and puts each node one column behind its deepest parent', () => {
    const policy = policyOf({
      StartRule: 'geo',
      Endpoints: { site: { Type: 'value', Value: '192.0.2.1' } },
      Rules: {
        geo: {
          RuleType: 'geo',
          Locations: [
            { Country: 'FR', EndpointReference: 'site' },
            { Country: '*', RuleReference: 'split' },
          ],
        },
        split: { RuleType: 'weighted', Items: [{ EndpointReference: 'site', Weight: '1' }] },
      },
    })
    const layout = autoLayout(policy)
    const x = (key: string) => layout.get(key)?.x
    expect([x('start'), x('rule:geo'), x('rule:split'), x('endpoint:site')]).toEqual([
      0,
      FIRST_COLUMN,
      FIRST_COLUMN + COLUMN,
      FIRST_COLUMN + 2 * COLUMN,
    ])
  })

  test('stacks the endpoints of a rule in branch order, with the rule and the start in their middle', () => {
    const policy = policyOf({
      StartRule: 'pair',
      Endpoints: {
        b: { Type: 'value', Value: '192.0.2.2' },
        a: { Type: 'value', Value: '192.0.2.1' },
      },
      Rules: {
        pair: {
          RuleType: 'failover',
          Primary: { EndpointReference: 'a' },
          Secondary: { EndpointReference: 'b' },
        },
      },
    })
    const all = new Map(boxes(policy).map((box) => [box.key, box]))
    const middle = (key: string) => (all.get(key)?.y ?? 0) + (all.get(key)?.height ?? 0) / 2
    expect([all.get('endpoint:a')?.y, all.get('endpoint:b')?.y]).toEqual([0, ROW])
    expect(middle('rule:pair')).toBe((middle('endpoint:a') + middle('endpoint:b')) / 2)
    expect(middle('start')).toBe(middle('rule:pair'))
  })

  test('places every node of any policy once, and none over another', () => {
    fc.assert(
      fc.property(aPolicy, (policy) => {
        expect(autoLayout(policy).size).toBe(1 + policy.rules.size + policy.endpoints.size)
        expect(overlapping(policy)).toEqual([])
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  test('depends on nothing but the policy, and gives whole numbers', () => {
    fc.assert(
      fc.property(aPolicy, (policy) => {
        expect([...autoLayout(policy)]).toEqual([...autoLayout(policy)])
        for (const { x, y } of autoLayout(policy).values()) expect([x, y].every(Number.isInteger)).toBe(true)
      }),
      { seed: SEED, numRuns: 50 },
    )
  })

  test.each([
    [2, 5],
    [3, 4],
    [10, 2],
  ])('crosses no connections of a tree with %i branches a rule, %i rules deep', (fanOut, depth) => {
    expect(crossings(tree(fanOut, depth))).toBe(0)
  })

  test('puts what the start does not reach below the rest', () => {
    const policy = policyOf({
      StartEndpoint: 'site',
      Endpoints: {
        site: { Type: 'value', Value: '192.0.2.1' },
        spare: { Type: 'value', Value: '192.0.2.2' },
      },
      Rules: { idle: { RuleType: 'weighted', Items: [{ EndpointReference: 'site', Weight: 1 }] } },
    })
    const all = new Map(boxes(policy).map((box) => [box.key, box]))
    const used = Math.max(
      ...['start', 'endpoint:site'].map((key) => (all.get(key)?.y ?? 0) + ENDPOINT_SIZE.height),
    )
    expect(all.get('rule:idle')?.y).toBeGreaterThan(used)
    expect(all.get('endpoint:spare')?.y).toBeGreaterThan(all.get('rule:idle')?.y ?? 0)
    expect(all.get('endpoint:site')?.x).toBe(FIRST_COLUMN)
  })

  test('shows a policy without a start beside the start node', () => {
    expect(autoLayout(emptyPolicy())).toEqual(new Map([['start', { x: 0, y: 0 }]]))
    const policy = policyOf({ Endpoints: { site: { Type: 'value', Value: '192.0.2.1' } } })
    expect(autoLayout(policy).get('endpoint:site')).toEqual({ x: FIRST_COLUMN, y: 0 })
  })

  test('does not run out of stack on a chain of 5,000 rules', () => {
    expect(autoLayout(chain(5_000)).get('endpoint:last')?.x).toBe(FIRST_COLUMN + 5_000 * COLUMN)
  })
})
