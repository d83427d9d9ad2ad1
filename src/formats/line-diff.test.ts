import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffLines, hunksOf } from './line-diff'

const SEED = 530_101
const aText = fc
  .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
  .map((lines) => [...lines, 'end'].join('\n'))

test('a diff gives both texts back, and is empty of changes for equal ones', () => {
  fc.assert(
    fc.property(aText, aText, (before, after) => {
      const lines = diffLines(before, after)
      const kept = (kind: string) =>
        lines.filter((line) => line.kind === 'same' || line.kind === kind).map(({ text }) => text)
      expect(kept('removed').join('\n')).toBe(before)
      expect(kept('added').join('\n')).toBe(after)
      expect(diffLines(before, before).every(({ kind }) => kind === 'same')).toBe(true)
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test('a diff changes no more lines than it must, and numbers them', () => {
  expect(
    diffLines('a\nb\nc\nd', 'a\nc\nx\nd').map(({ kind, text, before, after }) => [kind, text, before, after]),
  ).toEqual([
    ['same', 'a', 1, 1],
    ['removed', 'b', 2, null],
    ['same', 'c', 3, 2],
    ['added', 'x', null, 3],
    ['same', 'd', 4, 4],
  ])
})

test('texts of very many lines are replaced whole where they differ', () => {
  const long = (word: string) => Array.from({ length: 2_000 }, (_, index) => `${word}${index}`).join('\n')
  expect(diffLines(`a\n${long('x')}`, `a\n${long('y')}`)).toHaveLength(4_001)
})

test('texts of very many lines keep the lines that meet again after a change', () => {
  const lines = Array.from({ length: 4_000 }, (_, index) => `line ${index}`)
  const after = lines.flatMap((line, index) =>
    index % 4 === 0 ? [`${line} changed`] : index % 400 === 1 ? [line, 'new'] : [line],
  )
  const diff = diffLines(lines.join('\n'), after.join('\n'))
  expect(diff.filter(({ kind }) => kind === 'same')).toHaveLength(3_000)
  expect(diff.filter(({ kind }) => kind === 'added')).toHaveLength(1_010)
})

test('of very many lines that change alike no other line is shown as changed', () => {
  const items = (weight: string) => Array(1_000).fill(`{\n"a": 1,\n"w": "${weight}"\n},`).join('\n')
  const diff = diffLines(items('5%'), items('5'))
  expect(diff.filter(({ kind }) => kind !== 'same')).toHaveLength(2_000)
})

test('hunks leave out what is far from a change, and say how much', () => {
  const numbers = Array.from({ length: 40 }, (_, index) => String(index))
  const { hunks, skippedAfter } = hunksOf(
    diffLines(
      numbers.join('\n'),
      numbers.map((each) => (each === '10' || each === '30' ? 'x' : each)).join('\n'),
    ),
  )
  expect(hunks.map(({ skipped, lines }) => [skipped, lines.length])).toEqual([
    [7, 8],
    [13, 8],
  ])
  expect(skippedAfter).toBe(6)
})
