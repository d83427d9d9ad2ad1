import { expect, it } from 'vitest'
import { geolocation, geoproximity, policyOf, to } from '../../../policy/testing/policy-of'
import { scenarioOf } from '../../../scenario/scenario'
import { policySummary } from './policy-summary'

it('says a policy in words, rule by rule', () => {
  const near = geoproximity(['eu-central-1', 25, to('frankfurt')], [[10, 20], 0, to('own')])
  const policy = policyOf(geolocation(to('home', { Country: 'FR' }), to(near, { Country: '*' })))
  const parts = policySummary(scenarioOf(policy, 'Test'))
  expect(parts[0]?.heading).toBe('www.example.com, A, TTL 60 s')
  expect(parts.flatMap(({ lines }) => lines)).toEqual(
    expect.arrayContaining(['France → home', 'eu-central-1 (bias +25) → frankfurt', '10, 20 → own']),
  )
  expect(parts.at(-1)?.heading).toBe('Endpoints')
  expect(parts.at(-1)?.lines[0]).toMatch(/^home: /)
})
