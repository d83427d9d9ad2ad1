import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isJsonArray, isJsonObject, type Json, type JsonObject, toJson } from '../model/json'
import type { JsonPath } from '../model/problem'
import type { CheckCase } from '../model/testing/check-case'
import { deepFreeze } from '../model/testing/deep-freeze'
import { checkPolicy } from '../policy/check'
import { decodePolicy, encodePolicy } from '../policy/document'
import { checkScenario } from './check'
import { PROBLEM_CATALOGUE } from './problem-catalogue'
import { scenarioOf } from './scenario'

const SEED = { seed: 20261123, numRuns: 3000 }

const files = import.meta.glob<{ readonly cases: readonly CheckCase[] }>('../**/check*.fixtures.ts', {
  eager: true,
})
const documents = Object.values(files)
  .flatMap(({ cases }) => cases.map(({ document }) => document))
  .filter((document) => JSON.stringify(document).length < 5000)

/** Keys and scalars that mean something somewhere, so that a change is likely to matter. */
const words = [...new Set(documents.flatMap(wordsIn))].sort()
const aWord = fc.constantFrom(...words)
const aValue: fc.Arbitrary<unknown> = fc.oneof(
  aWord,
  fc.constantFrom(null, true, false, 0, -1, 1e300, '', '__proto__', '${x}', [], {}, [[]], { a: null }),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(...documents),
)

interface Mutation {
  readonly at: number
  readonly kind: 'replace' | 'remove' | 'rename' | 'add'
  readonly key: string
  readonly value: unknown
}
const aMutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(200),
  kind: fc.constantFrom('replace', 'remove', 'rename', 'add'),
  key: aWord,
  value: aValue,
})

/** A document with some of its members replaced, removed, renamed or added to. */
const aDocument = fc
  .tuple(fc.constantFrom(...documents), fc.array(aMutation, { maxLength: 4 }))
  .map(([document, mutations]) => mutations.reduce(mutated, document))

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...wordsIn(inner)])
}

/** Changes the member that comes at a place when all are counted, deepest first. */
function mutated(document: unknown, { at, kind, key, value }: Mutation): unknown {
  let left = at % (countIn(document) + 1)
  const visit = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node
    const entries = Object.entries(node).flatMap(([name, inner]): [string, unknown][] => {
      const seen = visit(inner)
      if (left-- !== 0) return [[name, seen]]
      if (kind === 'remove') return []
      if (kind === 'rename') return [[key, seen]]
      if (kind === 'add')
        return [
          [name, seen],
          [key, value],
        ]
      return [[name, value]]
    })
    return Array.isArray(node) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
  }
  return visit(document)
}

function countIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce<number>((sum, inner) => sum + 1 + countIn(inner), 0)
}

function resolves(document: JsonObject, path: JsonPath): boolean {
  let at: Json | undefined = document
  for (const part of path) {
    at = isJsonObject(at) ? at.get(String(part)) : isJsonArray(at) ? at[Number(part)] : undefined
    if (at === undefined) return false
  }
  return true
}

describe('checking any document that opens', () => {
  it('never throws, and every problem is in the catalogue, in words, at a place of the document', () => {
    let opened = 0
    fc.assert(
      fc.property(aDocument, fc.nat(), aWord, (document, ttl, name) => {
        const result = decodePolicy(toJson(document), JSON.stringify(document))
        if (!result.ok) {
          expect(result.problems.every(({ code }) => PROBLEM_CATALOGUE.has(code))).toBe(true)
          return
        }
        opened += 1
        const scenario = scenarioOf(deepFreeze(result.value))
        const { policy } = scenario
        const written = encodePolicy(policy)
        const record = { name, hostedZone: ttl % 2 === 0 ? null : name, ttl }
        for (const problem of checkScenario({ ...scenario, record }, name)) {
          const { code, severity, path, message, at } = problem
          expect([code, severity]).toEqual([code, PROBLEM_CATALOGUE.get(code)?.severity])
          expect([code, path, resolves(written, path)]).toEqual([code, path, true])
          expect(message).toMatch(/^[A-Z“][\s\S]+\.$/)
          expect(at).toBeDefined()
          if (at?.kind === 'endpoint' && code !== 'document/null')
            expect(policy.endpoints.has(at.id)).toBe(true)
          if (at?.kind === 'rule' && at.branch !== undefined) {
            expect(policy.rules.get(at.id)?.branches.map(({ id }) => id)).toContain(at.branch)
          }
        }
      }),
      SEED,
    )
    expect(opened).toBeGreaterThan(SEED.numRuns / 3)
  })

  it('says nothing twice of one place', () => {
    fc.assert(
      fc.property(aDocument, (document) => {
        const result = decodePolicy(toJson(document), null)
        const said = result.ok
          ? checkPolicy(result.value).map(({ code, path, message }) => JSON.stringify([code, path, message]))
          : []
        expect(said).toEqual([...new Set(said)])
      }),
      { ...SEED, numRuns: 1000 },
    )
  })

  it('takes rules nested deeper than the call stack', () => {
    const depth = 3000
    const rules = Object.fromEntries(
      Array.from({ length: depth }, (_, index) => [
        `r${index}`,
        {
          RuleType: 'failover',
          Primary: { RuleReference: `r${index + 1}`, EvaluateTargetHealth: true },
          Secondary: { EndpointReference: 'e' },
        },
      ]),
    )
    const last = { RuleType: 'multivalue', Items: [{ EndpointReference: 'e' }] }
    const result = decodePolicy(
      toJson({
        AWSPolicyFormatVersion: '2023-05-09',
        RecordType: 'A',
        StartRule: 'r0',
        Endpoints: { e: { Type: 'value', Value: '192.0.2.1' } },
        Rules: { ...rules, [`r${depth}`]: last },
      }),
      null,
    )
    const codes = result.ok ? checkPolicy(result.value).map(({ code }) => code) : []
    expect(codes.filter((code) => code === 'failover/primary-never-fails')).toHaveLength(depth)
  })
})
