// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { COUNTRY_CODES } from '../../../geo/continents'
import type { Policy } from '../../../policy/policy'
import {
  cidr,
  geolocation,
  geoproximity,
  latency,
  multivalue,
  policyOf,
  to,
  weighted,
} from '../../../policy/testing/policy-of'
import { scenarioOf } from '../../../scenario/scenario'
import { type AppStore, createAppStore } from '../../../store/app-store'
import { button, click, field, mount, type } from '../../testing/mount'
import { Inspector } from '../inspector'

function panelOf(policy: Policy, rule: string): { readonly store: AppStore; readonly place: HTMLElement } {
  const store = createAppStore(scenarioOf(policy))
  store.getState().select([{ kind: 'rule', id: rule }])
  return { store, place: mount(<Inspector />, store) }
}

function rows(place: HTMLElement): readonly HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>('[data-branch]')]
}

function expanded(place: HTMLElement): readonly (string | undefined)[] {
  return rows(place)
    .filter((row) => row.querySelector('[aria-expanded="true"]'))
    .map((row) => row.dataset['branch'])
}

const blueGreen = policyOf(weighted([3, to('blue')], [1, to('green')]))

describe('the branches of a rule', () => {
  it('of 52 shows those that the filter lets through, and the expanded one', () => {
    const places = COUNTRY_CODES.slice(0, 51).map((code) => to('all', { Country: code }))
    const { store, place } = panelOf(
      policyOf(geolocation(to('all', { IsDefault: true }), ...places)),
      'geo-1',
    )
    expect(rows(place)).toHaveLength(52)
    click(button(rows(place)[2] ?? place, 'United Arab Emirates→all'))
    type(field(place, 'Filter branches'), 'austr')
    expect(rows(place).map(({ textContent }) => textContent.split('→')[0])).toEqual([
      'United Arab Emirates',
      'Austria',
      'Australia',
    ])
    expect(store.getState().selection).toEqual([{ kind: 'rule', id: 'geo-1', branch: 'b3' }])
  })

  it('are expanded one at a time, by the selection', () => {
    const { store, place } = panelOf(blueGreen, 'weighted-1')
    click(button(place, 'blue'))
    expect(expanded(place)).toEqual(['b1'])
    click(button(place, 'green'))
    expect(expanded(place)).toEqual(['b2'])
    click(button(place, 'green'))
    expect(expanded(place)).toEqual([])
    expect(store.getState().selection).toEqual([{ kind: 'rule', id: 'weighted-1' }])
  })

  it('keep the focus while a weight is typed, which is one step of the history', () => {
    const { store, place } = panelOf(blueGreen, 'weighted-1')
    click(button(place, 'blue'))
    const input = field(place, 'Weight')
    type(input, '1')
    type(input, '12')
    type(input, '120')
    expect(document.activeElement).toBe(input)
    expect(store.getState().history.past.map(({ label }) => label)).toEqual(['Change weight of “blue”'])
  })

  it('move with the focus on the button that moves them', () => {
    const { store, place } = panelOf(blueGreen, 'weighted-1')
    click(button(place, 'blue'))
    const down = button(place, 'Move blue down')
    down.focus()
    click(down)
    expect(rows(place).map((row) => row.dataset['branch'])).toEqual(['b2', 'b1'])
    expect(document.activeElement?.closest('[data-branch]')?.getAttribute('data-branch')).toBe('b1')
    expect(store.getState().history.past.map(({ label }) => label)).toEqual(['Move “blue”'])
  })

  it('give the focus to a neighbour when one is removed', () => {
    const { store, place } = panelOf(blueGreen, 'weighted-1')
    click(button(place, 'blue'))
    click(button(place, 'Remove branch'))
    expect(
      store
        .getState()
        .scenario.policy.rules.get('weighted-1')
        ?.branches.map(({ id }) => id),
    ).toEqual(['b2'])
    expect(document.activeElement?.textContent).toContain('green')
  })

  it('begin with the focus in their first field when added', () => {
    const { store, place } = panelOf(blueGreen, 'weighted-1')
    click(button(place, 'Add branch'))
    expect(store.getState().selection).toEqual([{ kind: 'rule', id: 'weighted-1', branch: 'b3' }])
    expect(expanded(place)).toEqual(['b3'])
    expect(document.activeElement).toBe(field(place, 'Weight'))
  })

  it.each([
    ['latency', latency(['us-east-1', to('a')])],
    ['geoproximity', geoproximity(['us-east-1', 0, to('a')])],
  ])('begin with the focus in the Region that a %s rule asks for', (type, rule) => {
    const { place } = panelOf(policyOf(rule), `${type}-1`)
    click(button(place, 'Add branch'))
    expect(document.activeElement).toBe(field(place, 'Region'))
  })

  it('begin with the focus in what they lead to where their own type asks for nothing', () => {
    const { place } = panelOf(policyOf(multivalue(to('a'))), 'multivalue-1')
    click(button(place, 'Add branch'))
    expect(document.activeElement).toBe(field(place, 'Leads to'))
  })

  it('begin with the focus in the blocks of an IP-based rule', () => {
    const rule = cidr(['*', [], to('a')])
    const { place } = panelOf(policyOf(rule), 'cidr-1')
    click(button(place, 'Add branch'))
    expect(document.activeElement).toBe(field(place, 'Add blocks: type one, or paste many'))
  })
})
