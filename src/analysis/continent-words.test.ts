import { expect, test } from 'vitest'
import { geolocation, policyOf, type TestRule, to, weighted } from '../policy/testing/policy-of'
import type { Rule } from '../rules'
import { continentRemark } from './continent-words'

function ruleOf(rule: TestRule): Rule {
  const [made] = policyOf(rule).rules.values()
  if (!made) throw new Error('the test policy has no rule')
  return made
}

const byContinent = (code: string) =>
  ruleOf(geolocation(to('here', { Continent: code }), to('rest', { IsDefault: true })))

test('Türkiye and Cyprus are Europe to Route 53, which a rule that names Europe or Asia is told', () => {
  expect(continentRemark(byContinent('EU'), 'TR')).toBe(
    'Route 53 counts Türkiye as Europe; the United Nations’ list of regions, as Asia.',
  )
  expect(continentRemark(byContinent('AS'), 'CY')).toMatch(/^Route 53 counts Cyprus as Europe/)
})

test('all of Russia is Europe', () => {
  expect(continentRemark(byContinent('AS'), 'RU')).toMatch(/its part in Asia too/)
})

test('nothing is said where it makes no difference', () => {
  expect(continentRemark(byContinent('NA'), 'TR')).toBeNull()
  expect(continentRemark(byContinent('EU'), 'FR')).toBeNull()
  expect(continentRemark(byContinent('EU'), null)).toBeNull()
  expect(continentRemark(ruleOf(weighted([1, to('here')])), 'TR')).toBeNull()
})
