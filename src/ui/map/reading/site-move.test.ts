import { describe, expect, it } from 'vitest'
import { geoproximity, policyOf, to } from '../../../policy/testing/policy-of'
import { scenarioOf } from '../../../scenario/scenario'
import { createAppStore } from '../../../store/app-store'
import { movableBranch } from './move-site'
import { holdSite } from './site-move'

const RULE = 'geoproximity-1'
const VIEW = { zoom: 1, left: 0, top: 0, width: 512, height: 512 }
/** 0° N 0° E. */
const MIDDLE = { x: 256, y: 256 }

function scenarioWithSiteAt(latitude: number, longitude: number) {
  return scenarioOf(
    policyOf(geoproximity([[latitude, longitude], 0, to('here')], ['eu-central-1', 0, to('there')])),
  )
}

/** An app in which somebody holds the marker of the first location, at 10° N 20° E. */
function held() {
  const store = createAppStore(scenarioWithSiteAt(10, 20))
  const { policy } = store.getState().scenario
  const branches = [{ rule: RULE, branch: 'b1', place: '', leadsTo: 'here' }]
  const mix = { endpoints: [], nodata: 0 }
  const branch = movableBranch(policy, { key: '', latitude: 10, longitude: 20, branches, mix }, [])
  if (!branch) throw new Error('a geoproximity location can be moved')
  const location = () => {
    const rule = store.getState().scenario.policy.rules.get(RULE)
    return rule?.type === 'geoproximity' ? rule.branches[0]?.location : undefined
  }
  return { store, site: holdSite(store, branch), location }
}

describe('a marker that is held', () => {
  it('moves its location, and is put back when that is called off', () => {
    const { store, site, location } = held()
    const before = location()
    site.moveTo(VIEW, MIDDLE)
    expect(location()).toMatchObject({ latitude: 0, longitude: 0 })
    expect(store.getState().history.past).toHaveLength(1)
    site.cancel()
    expect(location()).toBe(before)
    expect(store.getState().history.past).toEqual([])
  })

  it('leaves a scenario alone that was opened meanwhile', () => {
    const { store, site, location } = held()
    site.moveTo(VIEW, MIDDLE)
    store.getState().open(scenarioWithSiteAt(30, 40))
    const opened = store.getState().scenario
    site.moveTo(VIEW, { x: 100, y: 100 })
    expect(location()).toMatchObject({ latitude: 30, longitude: 40 })
    site.cancel()
    expect(store.getState().scenario).toBe(opened)
  })
})
