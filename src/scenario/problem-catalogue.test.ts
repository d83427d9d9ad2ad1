import { describe, expect, it } from 'vitest'
import { toJson } from '../model/json'
import { type Problem, toPointer } from '../model/problem'
import type { CheckCase } from '../model/testing/check-case'
import { deepFreeze } from '../model/testing/deep-freeze'
import { checkPolicy } from '../policy/check'
import { decodePolicy } from '../policy/document'
import { RULE_TYPES } from '../rules'
import { checkScenario } from './check'
import { PROBLEM_CATALOGUE } from './problem-catalogue'
import { scenarioOf } from './scenario'

const files = import.meta.glob<{ readonly cases: readonly CheckCase[] }>('../**/check*.fixtures.ts', {
  eager: true,
})
const groups = Object.entries(files).map(([file, { cases }]) => ({ file, cases }))
const all = groups.flatMap(({ cases }) => cases)

/** What opening and checking the case's document says. */
function problemsOf({ document, record }: CheckCase): readonly Problem[] {
  const opened = decodePolicy(toJson(document), null)
  if (!opened.ok) return opened.problems
  const policy = deepFreeze(opened.value)
  if (!record) return checkPolicy(policy)
  const { proposedZone = null, ...changes } = record
  const scenario = scenarioOf(policy)
  return checkScenario({ ...scenario, record: { ...scenario.record, ...changes } }, proposedZone)
}

describe.each(groups)('the checks of $file', ({ cases }) => {
  it.each(cases.map((each) => [each.title, each] as const))('%s', (_, each) => {
    expect(problemsOf(each).map(({ code, path }) => [code, toPointer(path)])).toEqual(each.problems)
  })
})

describe('the catalogue of problems', () => {
  it('has cases for every rule type', () => {
    for (const type of RULE_TYPES) expect(Object.keys(files)).toContain(`../rules/${type}/check.fixtures.ts`)
  })

  it('has no code that no case exercises', () => {
    const exercised = new Set(all.flatMap(({ problems }) => problems.map(([code]) => code)))
    expect([...PROBLEM_CATALOGUE.keys()].filter((code) => !exercised.has(code))).toEqual([])
  })

  it('covers every row of route53.md section 10', () => {
    const rows = new Set([...PROBLEM_CATALOGUE.values()].map(({ row }) => row))
    const wanted = Array.from({ length: 36 }, (_, index) => `V${String(index + 1).padStart(2, '0')}`)
    expect(wanted.filter((row) => !rows.has(row))).toEqual([])
  })

  it('states the severity of every problem that is reported', () => {
    for (const { code, severity } of all.flatMap(problemsOf)) {
      expect([code, severity]).toEqual([code, PROBLEM_CATALOGUE.get(code)?.severity])
    }
  })

  it('says each problem in sentences', () => {
    for (const { message } of all.flatMap(problemsOf)) {
      expect(message).toMatch(/^[A-Z“](?!.*undefined)(?!.*\[object)[\s\S]{20,}\.$/)
    }
  })
})
