import { expect, it } from 'vitest'
import { parseIpPrefix } from '../../../model/dns/ip-prefix'
import { policyOf } from '../../../policy/testing/policy-of'
import { type Scenario, scenarioOf } from '../../../scenario/scenario'
import type { OutlineReading } from '../../../store/workers/reading-protocol'
import { pictureOf, pictureView } from './picture-of'
import type { ShownScene } from './shown-scene'

const SCENARIO = scenarioOf(policyOf('only'), 'Test')
const READING: OutlineReading = {
  outlines: [],
  parts: new Map(),
  area: { shares: new Map([['only', 0.5]]), nodata: 0.5, blackholed: 0, samplePoints: 20_000, margin: 0.007 },
  shares: { shares: new Map([['only', 1]]), nodata: 0, blackholed: 0, rules: new Map(), countries: [] },
  demand: { unit: 'queries', source: 'log.csv', places: 2 },
}
const BY_DEMAND: Scenario = { ...SCENARIO, view: { ...SCENARIO.view, legend: 'demand' } }
const SHAPES = { land: () => [], coast: () => [], countries: () => [], divisions: () => [] }

function pictureIn(scenario: Scenario, more: Partial<ShownScene> = {}) {
  const { start } = scenario.policy
  const scene = { scenario, isPreview: false, alone: null, start, address: null, view: null, nightTime: null }
  return pictureOf(
    { ...scene, ...more },
    READING,
    SHAPES,
    pictureView(null),
    { nightTime: null, people: null },
    { area: 'world', theme: 'light', patterns: false },
  )
}

function wordsOf(scenario: Scenario): string {
  const { legendTitle, notes } = pictureIn(scenario)
  return [legendTitle, ...notes].join(' ')
}

it('says of the bundled demand that it is an estimate for the world', () => {
  expect(wordsOf(BY_DEMAND)).toMatch(/Percent of the world’s queries \(estimate\) An estimate from 2 places/)
})

it('calls the user’s own demand neither the world’s nor an estimate', () => {
  const demand = { name: 'log.csv', unit: 'queries', places: [], leftOut: { rows: 0, weight: 0 } }
  const words = wordsOf({ ...BY_DEMAND, demand })
  expect(words).toMatch(/^Percent of own demand \(queries\) log\.csv\./)
  expect(words).not.toMatch(/estimate|world/)
})

it('counts what the legend on the screen counts', () => {
  expect(wordsOf(SCENARIO)).toMatch(
    /^Percent of land area \(estimate ± 0\.7 points\) Areas are estimated from 20,000 sample points/,
  )
  expect(pictureIn(SCENARIO).legend[0]?.share).toBe('50.0 %')
  expect(pictureIn(BY_DEMAND).legend[0]?.share).toBe('100.0 %')
})

it('says whether it shows a preview, a rule alone, or the clients at an address', () => {
  expect(pictureIn(SCENARIO).subtitle).toBe('Who reaches what, by the whole policy')
  const preview = pictureIn(SCENARIO, { isPreview: true, alone: 'nearest' })
  expect(preview.subtitle).toBe('Preview, not accepted yet: who reaches what, by the rule nearest alone')
  const clients = pictureIn(SCENARIO, { address: parseIpPrefix('192.0.2.0/24') })
  expect(clients.subtitle).toBe('Who reaches what, by the whole policy, for clients at 192.0.2.0/24')
})
