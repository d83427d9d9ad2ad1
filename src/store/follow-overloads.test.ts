import { describe, expect, it } from 'vitest'
import type { Problem } from '../model/problem'
import { ALL_UP } from '../model/world'
import { policyOf, to, weighted } from '../policy/testing/policy-of'
import { NO_CAPACITIES, withCapacity } from '../scenario/capacities'
import { emptyScenario, type Scenario, scenarioOf } from '../scenario/scenario'
import { createAppStore } from './app-store'
import { selectProblems } from './derived'
import { followOverloads } from './follow-overloads'

const full: Problem = {
  code: 'capacity/overload',
  severity: 'warning',
  message: '“site” carries 120 % of its capacity.',
  path: ['Endpoints', 'site'],
}

function scenario(): Scenario {
  const made = scenarioOf(policyOf(weighted([1, to('site')])))
  return { ...made, capacities: withCapacity(NO_CAPACITIES, 'site', { amount: 40, in: 'percent' }) }
}

/** A follower whose clock and worker are in our hands. */
function following(initial: Scenario) {
  const app = createAppStore(initial)
  const waiting = new Set<() => void>()
  const asked: { readonly scenario: unknown; found: (overloads: readonly Problem[]) => void }[] = []
  const stop = followOverloads(app, {
    find(inputs, found) {
      const question = { scenario: inputs, found }
      asked.push(question)
      return () => {
        question.found = () => {}
      }
    },
    wait(then) {
      waiting.add(then)
      return () => waiting.delete(then)
    },
  })
  const rest = () => {
    const due = [...waiting]
    waiting.clear()
    for (const then of due) then()
  }
  return { app, asked, rest, stop, waiting }
}

describe('overloads of the app', () => {
  it('are looked for once a change has come to rest, and stand among the problems', () => {
    const { app, asked, rest } = following(scenario())
    expect(asked).toEqual([])
    rest()
    expect(asked).toHaveLength(1)
    asked[0]?.found([full])
    expect(selectProblems(app.getState())).toEqual([full])
  })

  it('are not looked for without capacities, nor again when something else changes', () => {
    const { app, asked, rest, waiting } = following(emptyScenario())
    expect(waiting.size).toBe(0)
    app.getState().open(scenario())
    rest()
    app.getState().commit('Name it', (before) => ({ ...before, name: 'Named' }))
    app.getState().select([{ kind: 'start' }])
    rest()
    expect(asked).toHaveLength(1)
  })

  it('stay until there are others, are gone without capacities, and late answers are not heeded', () => {
    const { app, asked, rest, stop } = following(scenario())
    rest()
    asked[0]?.found([full])
    const { commit } = app.getState()
    commit('Mark it down', (before) => ({ ...before, world: { ...ALL_UP, down: new Set(['site']) } }))
    expect(selectProblems(app.getState())).toEqual([full])
    rest()
    expect(asked).toHaveLength(2)
    commit('Forget it', (before) => ({ ...before, capacities: NO_CAPACITIES }))
    expect(selectProblems(app.getState())).toEqual([])
    asked[1]?.found([full])
    expect(selectProblems(app.getState())).toEqual([])
    app.getState().undo()
    stop()
    rest()
    expect(asked).toHaveLength(2)
  })

  it('are gone with the scenario', () => {
    const { app, asked, rest } = following(scenario())
    rest()
    asked[0]?.found([full])
    app.getState().open(emptyScenario())
    expect(app.getState().overloads).toEqual([])
  })
})
