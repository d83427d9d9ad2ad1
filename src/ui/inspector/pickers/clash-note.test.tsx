// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { geoproximity, policyOf, type TestSite, to } from '../../../policy/testing/policy-of'
import { scenarioOf } from '../../../scenario/scenario'
import { createAppStore } from '../../../store/app-store'
import { mount } from '../../testing/mount'
import { ClashNote } from './clash-note'

/** What is said of the first of two locations. */
function noteOn(first: TestSite, second: TestSite): string {
  const policy = policyOf(geoproximity([first, 0, to('one')], [second, 0, to('two')]))
  const rule = policy.rules.get('geoproximity-1')
  if (rule?.type !== 'geoproximity') throw new Error('there is no such rule')
  const [branch] = rule.branches
  if (!branch) throw new Error('there is no such branch')
  const store = createAppStore(scenarioOf(policy))
  return mount(<ClashNote branches={rule.branches} branch={branch} />, store).textContent
}

describe('a location that is placed', () => {
  it('is said to clash with one in the same metropolis, whichever was there first', () => {
    expect(noteOn([50.05, 8.5], 'eu-central-1')).toMatch(/^Only \d+ km from eu-central-1: AWS refuses two/)
    expect(noteOn('eu-central-1', [50.05, 8.5])).toMatch(/^Only \d+ km from 50\.05, 8\.5: AWS refuses two/)
  })

  it('is said to stand at the same point, or perhaps too close', () => {
    expect(noteOn([10, 10], [10, 10])).toContain('The same point as')
    expect(noteOn([10, 10], [11, 10])).toMatch(/^111 km from .* does not say how far that reaches/)
  })

  it('is left alone where all others are far', () => {
    expect(noteOn('us-east-1', 'eu-central-1')).toBe('')
  })
})
