import { equalJson, isJsonArray, isJsonObject, type Json } from '../model/json'
import { compactLength } from '../model/json-text'

/** Above this many pairs (as for two lists of 500) members are paired by position instead. */
const MOST_PAIRS = 250_000
/** One equal pair outweighs any number of similar ones that it would displace. */
const EQUAL = 1_000

/**
 * For each member of the new list the index of the old one that it stands for, or null for a new
 * one: equal members first, in order (and then wherever they moved to), then the most alike.
 */
export function align(before: readonly Json[], after: readonly Json[]): readonly (number | null)[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && equalJson(before[head], after[head])) head++
  let tail = 0
  while (tail < shorter - head && equalJson(before.at(-1 - tail), after.at(-1 - tail))) tail++
  const middle = alignMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail))
  const pairs = after.map((_, index) => {
    if (index < head) return index
    if (index >= after.length - tail) return index - after.length + before.length
    const found = middle[index - head] ?? null
    return found === null ? null : found + head
  })
  return withMoves(before, after, pairs)
}

/** The longest common subsequence, where alike members count a little. */
function alignMiddle(before: readonly Json[], after: readonly Json[]): readonly (number | null)[] {
  const [rows, columns] = [before.length, after.length]
  if (rows * columns > MOST_PAIRS) return after.map((_, index) => (index < rows ? index : null))
  const score = (row: number, column: number) => table[row * (columns + 1) + column] ?? 0
  const pair = (row: number, column: number) => similarity(before[row] ?? null, after[column] ?? null)
  const table = new Float64Array((rows + 1) * (columns + 1))
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      table[row * (columns + 1) + column] = Math.max(
        score(row + 1, column),
        score(row, column + 1),
        pair(row, column) + score(row + 1, column + 1),
      )
    }
  }
  const pairs: (number | null)[] = []
  for (let row = 0, column = 0; column < columns; ) {
    if (row < rows && score(row, column) === pair(row, column) + score(row + 1, column + 1)) {
      pairs.push(row++)
      column++
    } else if (row < rows && score(row, column) === score(row + 1, column)) row++
    else {
      pairs.push(null)
      column++
    }
  }
  return pairs
}

function withMoves(
  before: readonly Json[],
  after: readonly Json[],
  pairs: readonly (number | null)[],
): readonly (number | null)[] {
  const used = new Set(pairs)
  return pairs.map((pair, index) => {
    if (pair !== null) return pair
    const moved = before.findIndex((member, from) => !used.has(from) && equalJson(member, after[index]))
    if (moved < 0) return null
    used.add(moved)
    return moved
  })
}

/**
 * How alike two values are, by the share of their text: at most 1 unless they are equal; never 0, so
 * that what is left over is paired too. A reference is longer than a weight, and says more.
 */
export function similarity(a: Json, b: Json): number {
  if (equalJson(a, b)) return EQUAL
  const least = 0.001
  if (isJsonArray(a) && isJsonArray(b)) return 0.5
  if (!isJsonObject(a) || !isJsonObject(b)) return least
  let common = 0
  for (const [key, value] of a) {
    if (b.has(key)) common += equalJson(value, b.get(key)) ? compactLength(value) : 1
  }
  return Math.max(least, common / Math.max(compactLength(a), compactLength(b)))
}
