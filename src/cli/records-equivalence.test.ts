import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proveEqual } from '../analysis/equivalence/prove-equal'
import { answerText } from '../formats/records/answer-text'
import { blocksOf } from '../formats/records/cidr-collections'
import { decompile } from '../formats/records/decompile'
import { recordLosses } from '../formats/records/record-losses'
import { RECORD_OUTPUTS } from '../formats/records/record-outputs'
import type { RecordSet } from '../formats/records/record-set'
import { recordZone } from '../formats/records/record-zone'
import { writeRecords } from '../formats/records/write-records'
import { AWKWARD_SCENARIO } from '../formats/testing/awkward.fixtures'
import { cidr, policyOf, to } from '../policy/testing/policy-of'
import { type Scenario, scenarioOf } from '../scenario/scenario'
import { aRecordScenario } from './testing/any-records'
import { RECORD_FAULTS } from './testing/record-faults'

const SEED = 20261127
const SCENARIOS = fc.sample(aRecordScenario, { seed: SEED, numRuns: 100 })

const losesNothing = (scenario: Scenario) =>
  recordLosses(scenario).every(({ severity }) => severity === 'note')

/** How a policy compares with what other record sets than its own amount to. */
function verdictOn(sets: readonly RecordSet[], scenario: Scenario): string {
  const { policy, record } = scenario
  const blocks = blocksOf(writeRecords(scenario).collections)
  const graph = decompile(recordZone({ sets, left: [], blocks }), { name: record.name, type: 'A' })
  return graph.ok ? proveEqual(policy, graph.value.policy, answerText).kind : 'different'
}

describe(`plain record sets, read again as a policy (seed ${SEED})`, () => {
  it('answer as the policy that they were written from, in every spelling', () => {
    const faithful = SCENARIOS.filter(losesNothing)
    expect(faithful.length).toBeGreaterThan(SCENARIOS.length / 2)
    for (const scenario of faithful) {
      for (const { id, write, readBack } of RECORD_OUTPUTS) {
        const back = readBack?.(write(scenario), scenario)
        const result = back?.ok && proveEqual(scenario.policy, back.value.policy, back.value.answerOf)
        expect({ id, result }).toMatchObject({ id, result: { kind: 'equal' } })
      }
    }
  })

  it.each(RECORD_OUTPUTS)('are read from the text itself: $id', ({ write, readBack }) => {
    const scenario = scenarioOf(policyOf(cidr(['office', ['10.0.0.0/8'], to('a')], ['*', [], to('b')])))
    const text = write(scenario)
    const verdict = (written: string) => {
      const back = readBack?.(written, scenario)
      return back?.ok ? proveEqual(scenario.policy, back.value.policy, back.value.answerOf).kind : 'unread'
    }
    expect(verdict(text)).toBe('equal')
    expect(verdict(text.replace('192.0.2.2', '192.0.2.9'))).toBe('different')
    expect(verdict('')).toBe('unread')
    // A change batch has no blocks: they are kept in a collection apart from it.
    if (text.includes('10.0.0.0/8'))
      expect(verdict(text.replace('10.0.0.0/8', '11.0.0.0/8'))).toBe('different')
  })

  it.each(RECORD_OUTPUTS)('answer alike where blocks stand twice: $id', ({ write, readBack }) => {
    const scenario = scenarioOf(
      policyOf(
        cidr(
          ['one', ['10.0.0.0/8'], to('a', { HealthCheck: 'a' })],
          ['two', ['10.9.0.0/8'], to('b')],
          ['*', [], to('c')],
        ),
      ),
    )
    const back = readBack?.(write(scenario), scenario)
    const result = back?.ok && proveEqual(scenario.policy, back.value.policy, back.value.answerOf)
    expect(result).toMatchObject({ kind: 'equal' })
  })

  it.each(RECORD_OUTPUTS)('are read again however awkward the names are: $id', ({ write, readBack }) => {
    const back = readBack?.(write(AWKWARD_SCENARIO), AWKWARD_SCENARIO)
    const result = back?.ok && proveEqual(AWKWARD_SCENARIO.policy, back.value.policy, back.value.answerOf)
    expect(result).toMatchObject({ kind: 'equal' })
  })

  it('answer otherwise where that was said before', () => {
    const lossy = SCENARIOS.filter((scenario) => !losesNothing(scenario))
    const different = lossy.filter(
      (scenario) => verdictOn(writeRecords(scenario).sets, scenario) === 'different',
    )
    expect(different.length).toBeGreaterThan(lossy.length / 2)
  })

  for (const [fault, spoil] of Object.entries(RECORD_FAULTS)) {
    it(`are told from those of a writer that ${fault}`, () => {
      const spoilt = SCENARIOS.filter(losesNothing).flatMap((scenario) => {
        const { sets } = writeRecords(scenario)
        const wrong = spoil(sets)
        return JSON.stringify(wrong) === JSON.stringify(sets) ? [] : [{ wrong, scenario }]
      })
      const caught = spoilt.filter(({ wrong, scenario }) => verdictOn(wrong, scenario) === 'different')
      // Some faults have no effect under single failures, such as a flag on what never fails: not all can be told.
      expect(caught.length).toBeGreaterThan(spoilt.length / 8)
    })
  }
})
