import { expect, it } from 'vitest'
import { cycleMessage } from './cycle-message'

const circleOf = (rules: number) => Array.from({ length: rules + 1 }, (_, index) => `r${index % rules}`)

it('names every rule of a circle that can be read', () => {
  expect(cycleMessage(['a', 'b', 'a'])).toContain(': a → b → a. ')
  expect(cycleMessage(circleOf(7))).toContain(': r0 → r1 → r2 → r3 → r4 → r5 → r6 → r0. ')
})

it('counts the rules in the middle of a long one', () => {
  expect(cycleMessage(circleOf(8000))).toContain(': r0 → r1 → r2 → r3 → r4 → (7,994 more) → r7999 → r0. ')
})
