import { expect, test } from 'vitest'
import { newBranch } from '../../rules/branch'
import { MOST_ROWS } from '../../scenario/node-size'
import { FOLDED, shownRows } from './shown-rows'

const branches = (count: number) =>
  Array.from({ length: count }, (_, index) => newBranch(`b${index + 1}`, null))
const textOf = ({ id }: { readonly id: string }) => `branch ${id}`
const none = new Set<string>()
const idsOf = (rows: { readonly branches: readonly { readonly id: string }[] }) =>
  rows.branches.map(({ id }) => id)

test('a rule of a dozen branches shows them all and does not fold', () => {
  const rows = shownRows(branches(MOST_ROWS), FOLDED, none, textOf)
  expect(rows).toMatchObject({ folds: false, hidden: 0, slots: MOST_ROWS })
  expect(rows.branches).toHaveLength(MOST_ROWS)
})

test('a rule without branches keeps a row that invites the first', () => {
  expect(shownRows([], FOLDED, none, textOf)).toMatchObject({ folds: false, slots: 1 })
})

test('a longer rule shows the first dozen and a row for the rest', () => {
  const rows = shownRows(branches(52), FOLDED, none, textOf)
  expect(idsOf(rows).at(-1)).toBe('b12')
  expect(rows).toMatchObject({ folds: true, hidden: 40, matching: 52, slots: 13 })
})

test('what is selected is shown in its place, however far down', () => {
  const rows = shownRows(branches(52), FOLDED, new Set(['b40', 'b3']), textOf)
  expect(rows.branches).toHaveLength(MOST_ROWS)
  expect(idsOf(rows)).toContain('b3')
  expect(idsOf(rows).at(-1)).toBe('b40')
})

test('a filter picks the matching rows and keeps the room of the others', () => {
  const rows = shownRows(branches(52), { open: false, filter: ' B5 ' }, none, textOf)
  expect(idsOf(rows)).toEqual(['b5', 'b50', 'b51', 'b52'])
  expect(rows).toMatchObject({ hidden: 48, matching: 4, slots: 13 })
})

test('opened, every branch has its row and one more folds them again', () => {
  expect(shownRows(branches(52), { open: true, filter: '' }, none, textOf)).toMatchObject({
    folds: true,
    hidden: 0,
    slots: 53,
  })
})
