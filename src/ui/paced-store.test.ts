// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { emptyScenario } from '../scenario/scenario'
import { createAppStore } from '../store/app-store'
import { beginDrag } from './kit/drag-hold'
import { pacedStore } from './paced-store'

beforeEach(() => {
  vi.useFakeTimers()
  // Whoever looks at the clock finds that everything has taken long.
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 50
    return now
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/**
 * A store with components; `seen` says which of them has seen which seed, in order. `then` is a task that waits
 * whenever a component has been drawn.
 */
function watched(components: number, then: (seen: string[]) => void = () => {}) {
  const app = createAppStore(emptyScenario())
  const paced = pacedStore(app)
  const seen: string[] = []
  for (let component = 0; component < components; component++) {
    paced.subscribe(({ seed }) => {
      seen.push(`${component} sees ${seed}`)
      // Not while a timer runs, when the false clock puts timers off.
      queueMicrotask(() => window.setTimeout(() => then(seen)))
    })
  }
  return { redraw: app.getState().redraw, paced, seen }
}

test('components see a change at once while nothing is dragged', () => {
  const { redraw, seen } = watched(2)
  redraw()
  expect(seen).toEqual(['0 sees 2', '1 sees 2'])
})

test('components see the moves of a slider when it stands still, with turns for others in between', async () => {
  const { redraw, paced, seen } = watched(3, (all) => all.push('a turn'))
  const end = beginDrag(() => {})
  redraw()
  redraw()
  expect([seen, paced.getState().seed]).toEqual([[], 1])
  await vi.runAllTimersAsync()
  expect(seen).toEqual(['0 sees 3', 'a turn', '1 sees 3', 'a turn', '2 sees 3', 'a turn'])
  end()
})

test('the end of a drag shows the last move at once to all', async () => {
  let end = () => {}
  const { redraw, seen } = watched(2, () => end())
  end = beginDrag(() => redraw())
  redraw()
  await vi.runAllTimersAsync()
  expect(seen).toEqual(['0 sees 2', '0 sees 3', '1 sees 3'])
})
