// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { policyOf, to, weighted } from '../../policy/testing/policy-of'
import { scenarioOf } from '../../scenario/scenario'
import { type AppStore, createAppStore } from '../../store/app-store'
import { doing, field, mount, press, type } from '../testing/mount'
import { Inspector } from './inspector'

/** The panel on a weighted rule “weighted-1” that leads to “blue” and “green”. */
function panelOf(): { readonly store: AppStore; readonly place: HTMLElement } {
  const store = createAppStore(scenarioOf(policyOf(weighted([3, to('blue')], [1, to('green')]))))
  store.getState().select([{ kind: 'rule', id: 'weighted-1' }])
  return { store, place: mount(<Inspector />, store) }
}

describe('the id of a node', () => {
  it('is given on Enter; references, selection and focus stay with the node', () => {
    const { store, place } = panelOf()
    type(field(place, 'Id'), 'release')
    press('Enter')
    const { scenario, selection, history } = store.getState()
    expect([...scenario.policy.rules.keys()]).toEqual(['release'])
    expect(scenario.policy.start).toEqual({ kind: 'rule', id: 'release' })
    expect(selection).toEqual([{ kind: 'rule', id: 'release' }])
    expect(history.past.map(({ label }) => label)).toEqual(['Rename “weighted-1” to “release”'])
    expect(document.activeElement).toBe(field(place, 'Id'))
  })

  it('stays in the field with the reason when it cannot be given, and nothing changes', () => {
    const { store, place } = panelOf()
    const before = store.getState().scenario
    const input = field(place, 'Id')
    type(input, 'blue')
    press('Enter')
    expect(store.getState().scenario).toBe(before)
    expect(input.value).toBe('blue')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(place.textContent).toContain('There is already an endpoint called “blue”.')
    doing(() => input.blur())
    expect(input.value).toBe('blue')
  })

  it('is taken back with Escape', () => {
    const { place } = panelOf()
    const input = field(place, 'Id')
    type(input, 'two words')
    press('Enter')
    press('Escape')
    expect(input.value).toBe('weighted-1')
    expect(input.getAttribute('aria-invalid')).toBe('false')
  })

  it('is given when another node is chosen before the field is left', () => {
    const { store, place } = panelOf()
    type(field(place, 'Id'), 'release')
    doing(() => store.getState().select([{ kind: 'endpoint', id: 'green' }]))
    expect([...store.getState().scenario.policy.rules.keys()]).toEqual(['release'])
    expect(store.getState().selection).toEqual([{ kind: 'endpoint', id: 'green' }])
    expect(field(place, 'Id').value).toBe('green')
  })
})
