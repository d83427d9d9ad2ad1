import { expect, test } from 'vitest'
import { emptyScenario, type Scenario } from '../scenario/scenario'
import { HISTORY_LIMIT, NO_HISTORY, recorded, redone, undone } from './history'

const named = (name: string): Scenario => ({ ...emptyScenario(), name })

test('undo returns the very scenario before the change, and redo the one after', () => {
  const [a, b] = [named('a'), named('b')]
  const history = recorded(NO_HISTORY, a, 'Rename', null)
  const back = undone(history, b)
  expect(back?.scenario).toBe(a)
  const forth = back && redone(back.history, back.scenario)
  expect(forth?.scenario).toBe(b)
  expect(forth?.history.past.at(-1)?.label).toBe('Rename')
})

test('commits with one key are one step, until something else comes between', () => {
  const [a, b, c, d] = [named('a'), named('b'), named('c'), named('d')]
  let history = recorded(NO_HISTORY, a, 'Change bias', 'bias')
  history = recorded(history, b, 'Change bias', 'bias')
  expect(history.past).toHaveLength(1)
  history = recorded(history, c, 'Rename', null)
  history = recorded(history, d, 'Change bias', 'bias')
  expect(history.past.map(({ label }) => label)).toEqual(['Change bias', 'Rename', 'Change bias'])
  expect(history.past[0]?.scenario).toBe(a)
})

test('a change after undo forgets what was undone, also within a burst', () => {
  const [a, b] = [named('a'), named('b')]
  const back = undone(recorded(NO_HISTORY, a, 'One', 'k'), b)
  const history = back && recorded(back.history, a, 'Two', 'k')
  expect(history?.future).toEqual([])
  expect(history?.past.map(({ label }) => label)).toEqual(['Two'])
})

test('the history keeps its newest steps only', () => {
  let history = NO_HISTORY
  for (let step = 0; step < HISTORY_LIMIT + 5; step++)
    history = recorded(history, named(`${step}`), `${step}`, null)
  expect(history.past).toHaveLength(HISTORY_LIMIT)
  expect(history.past[0]?.label).toBe('5')
})

test('there is nothing to undo or redo at first', () => {
  expect(undone(NO_HISTORY, named('a'))).toBeNull()
  expect(redone(NO_HISTORY, named('a'))).toBeNull()
})
