import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_OBJECT, isJsonArray } from '../model/json'
import { ALL_UP } from '../model/world'
import { anyRuleOf } from './any-rule.fixtures'
import { newBranch } from './branch'
import { type Client, toClient } from './client'
import { branchPath, decodeRule, encodeRule } from './codec'
import type { BranchHealth, Candidate, Decision } from './decision'
import type { RuleDefinition, RuleOf } from './definition'
import {
  type BranchByType,
  definitionOf,
  RULE_TYPES,
  RULES,
  type Rule,
  type RuleType,
  ruleTypeOf,
} from './index'
import { anyPlace } from './testing/any-client'
import { givenHealth } from './testing/given-health'

const SEED = 20261123
const RUNS = 300
const FORMATS = [undefined, '2015-10-01', '2023-05-09']

const GUIDE_HEADINGS = [
  'What it decides',
  'When to use it',
  'Health',
  'A worked example',
  'Pitfalls',
  'Reference',
]

/** A rule of a type as the editor makes it: branch after branch. */
function adoptedRule<T extends RuleType>(type: T, formatVersion: string | undefined): Rule<T> {
  const definition = RULES[type]
  const branches: BranchByType[T][] = []
  for (const id of ['b1', 'b2']) {
    const base = newBranch(id, { kind: 'endpoint', id: `endpoint of ${id}` })
    branches.push(definition.adoptBranch(base, branches, formatVersion))
  }
  const rule: RuleOf<T, BranchByType[T]> = { type, branches, source: EMPTY_OBJECT }
  return rule
}

/** The rule without the spelling of what was read, and without a form for a location that is not there. */
function meaning({ type, branches }: Rule): unknown {
  return [
    type,
    branches.map(({ source: _source, ...branch }) =>
      'location' in branch && branch.location.kind === 'none' ? { ...branch, form: null } : branch,
    ),
  ]
}

function readBack(rule: Rule): Rule {
  const result = decodeRule(encodeRule(rule), [])
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.value
}

function labelsOf<T extends RuleType>(
  definition: RuleDefinition<T, BranchByType[T]>,
  { branches }: RuleOf<T, BranchByType[T]>,
): readonly string[] {
  return branches.map((branch) => definition.labelOf(branch))
}

function decisionOf<T extends RuleType>(
  definition: RuleDefinition<T, BranchByType[T]>,
  rule: RuleOf<T, BranchByType[T]>,
): Decision {
  return definition.prepare(rule, ALL_UP)
}

/** Probability of each branch by `choose`. */
function chosen(decision: Decision, count: number, client: Client, health: BranchHealth): readonly number[] {
  const choice = decision.choose(client, health)
  const probabilities = Array.from({ length: count }, () => 0)
  if (choice.kind === 'one') probabilities[choice.branch] = 1
  if (choice.kind === 'split') {
    choice.branches.forEach((branch, index) => {
      probabilities[branch] = choice.probabilities[index] ?? Number.NaN
    })
  }
  if (choice.kind === 'upTo') {
    for (const branch of choice.branches)
      probabilities[branch] = Math.min(1, choice.count / choice.branches.length)
  }
  return probabilities
}

for (const type of RULE_TYPES) {
  const definition = RULES[type]
  const anyRule = () => anyRuleOf(type)

  describe(`the rule type ${type}`, () => {
    it('is known by its own name, by its name in the document, and says what it is', () => {
      expect(definition.type).toBe(type)
      expect(ruleTypeOf(definition.documentType)).toBe(type)
      expect(definition.title).toMatch(/^[A-Z][A-Za-z-]+( [a-z]+)*$/)
      expect(definition.summary).toMatch(/^[A-Z].*\.$/)
      expect(definition.reference).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/Route53\//)
    })

    it('makes branches that a document keeps, told apart and labelled, in every format', () => {
      for (const format of FORMATS) {
        const rule = adoptedRule(type, format)
        expect(new Set(rule.branches.map(({ id }) => id)).size).toBe(2)
        expect(meaning(readBack(rule))).toEqual(meaning(rule))
        expect(labelsOf(definitionOf(rule), rule).every((label) => label.trim() !== '')).toBe(true)
      }
    })

    it(`reads back whatever it writes (seed ${SEED})`, () => {
      fc.assert(
        fc.property(anyRule(), (rule) => {
          expect(meaning(readBack(rule))).toEqual(meaning(rule))
        }),
        { seed: SEED, numRuns: RUNS },
      )
    })

    it(`writes what it read as it was, through and through (seed ${SEED})`, () => {
      fc.assert(
        fc.property(anyRule(), (rule) => {
          const document = encodeRule(rule)
          expect(encodeRule(readBack(rule))).toEqual(document)
        }),
        { seed: SEED, numRuns: RUNS },
      )
    })

    it(`labels every branch and finds its place in the document (seed ${SEED})`, () => {
      fc.assert(
        fc.property(anyRule(), (rule) => {
          expect(labelsOf(definitionOf(rule), rule)).not.toContain('')
          const document = encodeRule(rule)
          for (const branch of rule.branches) {
            const [key, index] = branchPath(rule, branch.id)
            const list = document.get(String(key))
            const member = index === undefined ? list : isJsonArray(list) ? list[Number(index)] : undefined
            // A side of a failover rule that holds nothing is not written.
            if (member !== undefined) expect(targetIn(member)).toBe(branch.target?.id)
          }
        }),
        { seed: SEED, numRuns: RUNS },
      )
    })

    it(`explains exactly what it chooses, naming each branch once (seed ${SEED})`, () => {
      fc.assert(
        fc.property(anyRule(), anyPlace, fc.array(fc.boolean()), (rule, place, healthy) => {
          const decision = decisionOf(definitionOf(rule), rule)
          const [client, health] = [toClient(place), givenHealth(healthy)]
          const candidates = decision.explain(client, health)
          const byBranch = candidates.toSorted((a, b) => a.branch - b.branch)
          expect(byBranch.map(({ branch }) => branch)).toEqual(rule.branches.map((_, index) => index))
          const probabilities = byBranch.map(({ probability }) => probability)
          expect(probabilities).toEqual(chosen(decision, rule.branches.length, client, health))
          for (const candidate of candidates) expectSound(candidate, health, client)
        }),
        { seed: SEED, numRuns: 2 * RUNS },
      )
    })

    it(`is healthy for another rule when a branch that it may take is (seed ${SEED})`, () => {
      fc.assert(
        fc.property(anyRule(), anyPlace, fc.array(fc.boolean()), (rule, place, healthy) => {
          const decision = decisionOf(definitionOf(rule), rule)
          const [client, health] = [toClient(place), givenHealth(healthy)]
          const candidates = decision.explain(client, health)
          const takesHealthy = candidates.some((candidate) => candidate.taken && candidate.healthy)
          const takesNone = candidates.every(({ taken }) => !taken)
          // No answer is final and no failure of health (9.5); only geolocation can have none with branches.
          const expected = takesHealthy || (takesNone && decision.groupHealthVaries)
          expect(decision.groupHealthy(client, health)).toBe(expected)
        }),
        { seed: SEED, numRuns: RUNS },
      )
    })

    it('has a view and a guide with every heading', () => {
      const folder = new URL(`./${type}/`, import.meta.url)
      expect(existsSync(new URL('view.tsx', folder))).toBe(true)
      const guide = readFileSync(new URL('guide.md', folder), 'utf8')
      expect(guide.split('\n')[0]).toBe(`# ${definition.title}`)
      expect([...guide.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(GUIDE_HEADINGS)
      expect(guide).toContain(`](${definition.reference})`)
    })

    it('is in the table of rule types in the README', () => {
      const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
      expect(readme).toContain(`| ${definition.title} | \`${definition.documentType}\` |`)
    })
  })
}

/** The names that stand in a list more than once. */
function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}

function targetIn(member: unknown): unknown {
  if (!(member instanceof Map)) return undefined
  return member.get('EndpointReference') ?? member.get('RuleReference')
}

function expectSound(
  { branch, taken, healthy, probability }: Candidate,
  health: BranchHealth,
  client: Client,
): void {
  expect(healthy).toBe(health.healthy(branch, client))
  expect(taken).toBe(probability > 0)
}

describe('the registry of rule types', () => {
  it('gives each type a name in the document and a title of its own', () => {
    const definitions = RULE_TYPES.map((type) => RULES[type])
    expect(repeated(RULE_TYPES)).toEqual([])
    expect(repeated(definitions.map(({ documentType }) => documentType))).toEqual([])
    expect(repeated(definitions.map(({ title }) => title))).toEqual([])
  })

  it('knows no other name, not even one that every object has', () => {
    for (const name of ['geolocation', 'Weighted', '', 'constructor', '__proto__', null, undefined, 7]) {
      expect(ruleTypeOf(name)).toBe(null)
    }
  })

  it('keeps the branches of no two types under the same key, but for Items, which two share', () => {
    const keys = RULE_TYPES.flatMap((type) => {
      const { form } = RULES[type]
      return form.kind === 'list' ? [form.key] : [...form.keys]
    })
    expect(repeated(keys)).toEqual(['Items'])
  })
})
