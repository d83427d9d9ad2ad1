import { expect, test } from 'vitest'
import { compilePolicy } from '../engine/compile'
import { seededRandom } from '../engine/random'
import { resolve } from '../engine/resolve'
import { decodeScenarioFile } from '../formats/scenario-file'
import { definitionOf, RULE_TYPES } from '../rules'
import { checkScenario } from '../scenario/check'
import type { Scenario } from '../scenario/scenario'
import { EXAMPLES } from './index'

async function opened(file: string): Promise<Scenario> {
  const example = EXAMPLES.find((each) => each.file === file)
  const scenario = decodeScenarioFile((await example?.load()) ?? '')
  if (!scenario.ok) throw new Error(`${file}: ${scenario.problems[0]?.message}`)
  return scenario.value
}

/** What each saved query of each example answers with, and how likely, in percent. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  canary: ['stable 80, canary 20', 'stable 80, canary 20'],
  'active-passive': ['standby 100'],
  'country-sites': ['paris 100', 'berlin 100', 'notice 100', 'worldwide 100', 'worldwide 100'],
  'five-regions': [
    'site-eu-west-1 100',
    'site-sa-east-1 100',
    'site-us-east-1 100',
    'site-ap-southeast-2 100',
  ],
  'tuned-bias': ['frankfurt 100', 'warsaw 100', 'frankfurt 100'],
  'many-values': [
    Array.from({ length: 10 }, (_, index) => `server-${index + 1} 80`)
      .sort()
      .join(', '),
  ],
  'by-address': [
    'intranet 100',
    'lab 100',
    'partner_gateway 100',
    'public_us 100',
    'public_eu 100',
    'public_eu 100',
  ],
  'three-levels': ['east_1 100', 'east_1 100', 'not_here 100'],
  'global-video': [
    'fra_stable 90, fra_canary 10',
    'fra_stable 90, fra_canary 10',
    'virginia 100',
    'tokyo 100',
  ],
}

test.each(EXAMPLES)(
  '“$title” has no errors or warnings but of what Traffic Flow lacks, and its queries answer as its story says',
  async (example) => {
    const scenario = await opened(example.file)
    expect(scenario.name).toBe(example.title)
    const serious = checkScenario(scenario, null).filter(({ severity }) => severity !== 'note')
    const { rules } = scenario.policy
    const beyond = [...rules.values()].filter((rule) => !definitionOf(rule).inTrafficFlow)
    expect(serious.map(({ code }) => code)).toEqual(beyond.map(() => 'rule/not-in-traffic-flow'))
    const compiled = compilePolicy(scenario.policy, scenario.world)
    const answers = scenario.queries.map(({ query }) =>
      resolve(compiled, query, seededRandom(1))
        .distribution.endpoints.map(
          ({ endpoint, probability }) => `${endpoint} ${Math.round(probability * 100)}`,
        )
        .join(', '),
    )
    expect(answers).toEqual(ANSWERS[example.file])
  },
)

test('every rule type has an example', async () => {
  const scenarios = await Promise.all(EXAMPLES.map(({ file }) => opened(file)))
  const used = scenarios.flatMap(({ policy }) => [...policy.rules.values()].map(({ type }) => type))
  expect(new Set(used)).toEqual(new Set(RULE_TYPES))
})
