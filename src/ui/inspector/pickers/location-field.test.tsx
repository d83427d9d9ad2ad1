// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { policyFrom } from '../../../policy/testing/policy-of'
import { scenarioOf } from '../../../scenario/scenario'
import { type AppStore, createAppStore } from '../../../store/app-store'
import { button, click, doing, field, mount, press, type } from '../../testing/mount'
import { Inspector } from '../inspector'

/** The panel on the first branch of a geoproximity rule in a document of version 2015-10-01. */
function panelOf(): { readonly store: AppStore; readonly place: HTMLElement } {
  const policy = policyFrom({
    AWSPolicyFormatVersion: '2015-10-01',
    RecordType: 'A',
    StartRule: 'near',
    Endpoints: { us: { Type: 'value', Value: '192.0.2.1' }, eu: { Type: 'value', Value: '192.0.2.2' } },
    Rules: {
      near: {
        RuleType: 'geoproximity',
        GeoproximityLocations: [
          { Region: 'aws:route53:us-east-1', Bias: '10', EndpointReference: 'us' },
          { Latitude: '50.11', Longitude: '8.68', EndpointReference: 'eu' },
        ],
      },
    },
  })
  const store = createAppStore(scenarioOf(policy))
  store.getState().select([{ kind: 'rule', id: 'near', branch: 'b1' }])
  return { store, place: mount(<Inspector />, store) }
}

function chooseAtlanta(place: HTMLElement): void {
  click(field(place, 'Local Zone'))
  type(field(place, 'Local Zone', 'combobox'), 'atlanta')
  press('Enter')
}

function locations(store: AppStore): readonly unknown[] {
  const rule = store.getState().scenario.policy.rules.get('near')
  return rule?.type === 'geoproximity' ? rule.branches.map(({ location }) => location) : []
}

describe('a Local Zone in a policy of version 2015-10-01', () => {
  it('is refused with the reason, and the policy stays as it is', () => {
    const { store, place } = panelOf()
    const before = store.getState().scenario
    chooseAtlanta(place)
    expect(store.getState().scenario).toBe(before)
    expect(place.textContent).toContain('Local Zones need version 2023-05-09 of the format')
  })

  it('comes with the upgrade in one step, and goes with it in one', () => {
    const { store, place } = panelOf()
    const before = store.getState().scenario
    chooseAtlanta(place)
    click(button(place, 'Upgrade the policy and use it'))
    expect(store.getState().scenario.policy.formatVersion).toBe('2023-05-09')
    expect(locations(store)).toEqual([
      { kind: 'localZone', name: 'us-east-1-atl-1a' },
      { kind: 'coordinates', latitude: 50.11, longitude: 8.68 },
    ])
    expect(store.getState().history.past).toHaveLength(1)
    expect(place.textContent).not.toContain('Local Zones need version')
    doing(() => store.getState().undo())
    expect(store.getState().scenario).toBe(before)
  })

  it('is not written when the upgrade is declined', () => {
    const { store, place } = panelOf()
    const before = store.getState().scenario
    chooseAtlanta(place)
    click(button(place, 'Leave it as it is'))
    expect(store.getState().scenario).toBe(before)
    expect(place.textContent).not.toContain('Local Zones need version')
  })
})

describe('the location of a geoproximity branch', () => {
  it('begins at the Region’s own place when coordinates are wanted', () => {
    const { store, place } = panelOf()
    click(field(place, 'Coordinates'))
    expect(locations(store)[0]).toEqual({ kind: 'coordinates', latitude: 38.89, longitude: -77.01 })
  })

  it('takes two decimals at most', () => {
    const { store, place } = panelOf()
    click(field(place, 'Coordinates'))
    type(field(place, 'Latitude'), '45.764')
    expect(locations(store)[0]).toEqual({ kind: 'coordinates', latitude: 38.89, longitude: -77.01 })
    expect(place.textContent).toContain('At most 2 decimals.')
    type(field(place, 'Latitude'), '45.76')
    expect(locations(store)[0]).toEqual({ kind: 'coordinates', latitude: 45.76, longitude: -77.01 })
  })
})
