import { expect, test } from 'vitest'
import type { Problem, Severity } from '../../../model/problem'
import { countOfWorst, problemMarks, worstOf } from './problem-marks'

const at = { kind: 'rule', id: 'near', branch: 'b1' } as const
const problem = (severity: Severity): Problem => ({ code: 'x/y', severity, message: 'Wrong.', path: [], at })

test('a mark counts the problems of its own colour, as the Problems tab does', () => {
  const mixed = [problem('note'), problem('error'), problem('warning'), problem('error')]
  expect([worstOf(mixed), countOfWorst(mixed)]).toEqual(['error', 2])
  expect(countOfWorst([problem('note'), problem('warning')])).toBe(1)
  expect(countOfWorst([problem('note'), problem('note')])).toBe(2)
})

test('a problem of a branch marks its rule too', () => {
  const marks = problemMarks([problem('error'), { ...problem('note'), at: { kind: 'rule', id: 'near' } }])
  expect([...marks.nodes.values()].map((list) => list.length)).toEqual([2])
  expect([...marks.branches.values()].map((list) => list.length)).toEqual([1])
})
