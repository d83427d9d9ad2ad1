import { expect, it } from 'vitest'
import { policyOf } from '../../../policy/testing/policy-of'
import { type Scenario, scenarioOf } from '../../../scenario/scenario'
import type { OutlineReading } from '../../../store/reading-protocol'
import { pictureOf, pictureView } from './picture-of'

const SCENARIO = scenarioOf(policyOf('only'), 'Test')
const READING: OutlineReading = {
  outlines: [],
  parts: new Map(),
  shares: { shares: new Map([['only', 1]]), nodata: 0, blackholed: 0, rules: new Map(), countries: [] },
  demand: { unit: 'queries', source: 'log.csv', places: 2 },
}
const SHAPES = { land: () => [], coast: () => [], countries: () => [], divisions: () => [] }

function wordsOf(scenario: Scenario): string {
  const { legendTitle, notes } = pictureOf(
    scenario,
    null,
    scenario.policy.start,
    READING,
    SHAPES,
    pictureView(null),
    { nightTime: null, people: null },
    { area: 'world', theme: 'light', patterns: false },
  )
  return [legendTitle, ...notes].join(' ')
}

it('says of the bundled demand that it is an estimate for the world', () => {
  expect(wordsOf(SCENARIO)).toMatch(/Percent of the world’s queries \(estimate\) An estimate from 2 places/)
})

it('calls the user’s own demand neither the world’s nor an estimate', () => {
  const demand = { name: 'log.csv', unit: 'queries', places: [], leftOut: { rows: 0, weight: 0 } }
  const words = wordsOf({ ...SCENARIO, demand })
  expect(words).toMatch(/^Percent of own demand \(queries\) log\.csv\./)
  expect(words).not.toMatch(/estimate|world/)
})
