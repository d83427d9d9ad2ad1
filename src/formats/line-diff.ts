/** A line of two texts put side by side; numbers from 1, null where the text has no such line. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  readonly before: number | null
  readonly after: number | null
}

/** So many pairs of lines are compared all with all; beyond that each difference is looked at by itself. */
const MOST_PAIRS = 1_000_000
/** So many lines on the two sides meet again after a difference, else they are shown as replaced one by one. */
const FARTHEST_MEETING = 30

/**
 * The lines of two texts with what was removed and added: by their longest common subsequence where they are few,
 * else by where they meet again after each difference.
 */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  const shortest = Math.min(old.length, now.length)
  let head = 0
  while (head < shortest && old[head] === now[head]) head++
  let tail = 0
  while (tail < shortest - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++

  const lines: DiffLine[] = []
  const same = (from: number, to: number) =>
    lines.push({ kind: 'same', text: old[from] ?? '', before: from + 1, after: to + 1 })
  const removed = (from: number) =>
    lines.push({ kind: 'removed', text: old[from] ?? '', before: from + 1, after: null })
  const added = (to: number) =>
    lines.push({ kind: 'added', text: now[to] ?? '', before: null, after: to + 1 })

  for (let index = 0; index < head; index++) same(index, index)
  const [oldEnd, nowEnd] = [old.length - tail, now.length - tail]
  const lengths = commonLengths(old.slice(head, oldEnd), now.slice(head, nowEnd))
  let [from, to] = [head, head]
  while (from < oldEnd || to < nowEnd) {
    if (from < oldEnd && to < nowEnd && old[from] === now[to]) same(from++, to++)
    else if (!lengths && from < oldEnd && to < nowEnd) {
      const apart = meeting(from, to)
      for (let count = 0; count < apart.removed; count++) removed(from++)
      for (let count = 0; count < apart.added; count++) added(to++)
    } else if (from < oldEnd && (to >= nowEnd || at(from + 1, to) >= at(from, to + 1))) removed(from++)
    else added(to++)
  }
  for (let index = 0; index < tail; index++) same(oldEnd + index, nowEnd + index)
  return lines

  /** How many lines on each side lie before a line that both have and that says something. */
  function meeting(oldIndex: number, nowIndex: number): { readonly removed: number; readonly added: number } {
    const next = oldIndex + 1 < oldEnd && nowIndex + 1 < nowEnd
    if (next && old[oldIndex + 1] === now[nowIndex + 1]) return { removed: 1, added: 1 }
    for (let distance = 1; distance <= FARTHEST_MEETING; distance++) {
      for (let gone = 0; gone <= distance; gone++) {
        const line = old[oldIndex + gone]
        const isThere = oldIndex + gone < oldEnd && nowIndex + distance - gone < nowEnd
        if (isThere && line === now[nowIndex + distance - gone] && /\w/.test(line ?? ''))
          return { removed: gone, added: distance - gone }
      }
    }
    return { removed: 1, added: 1 }
  }

  function at(oldIndex: number, nowIndex: number): number {
    return lengths?.[(oldIndex - head) * (nowEnd - head + 1) + (nowIndex - head)] ?? 0
  }
}

/** Lengths of the longest common subsequence from each pair on, row by row; null for too many pairs. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array | null {
  const width = now.length + 1
  if ((old.length + 1) * width > MOST_PAIRS) return null
  const lengths = new Uint32Array((old.length + 1) * width)
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      const here = row * width + column
      const diagonal = lengths[here + width + 1] ?? 0
      const best = Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0)
      lengths[here] = old[row] === now[column] ? diagonal + 1 : best
    }
  }
  return lengths
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/)
}

/** A run of lines around what changed; `skipped` unchanged ones were left out before it. */
export interface DiffHunk {
  readonly skipped: number
  readonly lines: readonly DiffLine[]
}

/** The changed lines with so many unchanged ones around them, and how many are left out at the end. */
export function hunksOf(
  lines: readonly DiffLine[],
  context = 3,
): { readonly hunks: readonly DiffHunk[]; readonly skippedAfter: number } {
  const near = new Set<number>()
  lines.forEach((line, index) => {
    if (line.kind === 'same') return
    for (let around = index - context; around <= index + context; around++) near.add(around)
  })
  const hunks: { skipped: number; lines: DiffLine[] }[] = []
  let skipped = 0
  lines.forEach((line, index) => {
    if (!near.has(index)) {
      skipped++
      return
    }
    const last = hunks.at(-1)
    if (last && skipped === 0) last.lines.push(line)
    else hunks.push({ skipped, lines: [line] })
    skipped = 0
  })
  return { hunks, skippedAfter: skipped }
}
