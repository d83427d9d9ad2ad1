import { fold } from './fold'

/** The name that a misspelled word most likely means: one or two letters off, for a short word one; null when none is. */
export function nearestName(word: string, names: Iterable<string>): string | null {
  const wanted = fold(word)
  let most = wanted.length < 4 ? 0 : wanted.length < 7 ? 1 : 2
  let nearest: string | null = null
  for (const name of names) {
    const folded = fold(name)
    if (Math.abs(folded.length - wanted.length) > most) continue
    const apart = lettersApart(wanted, folded, most)
    if (apart > most || (apart === most && nearest !== null)) continue
    nearest = name
    most = apart
    if (apart <= 1) break
  }
  return nearest
}

/** Letters to insert, leave out or exchange to turn one word into another; more than `most` counts as one more. */
function lettersApart(a: string, b: string, most: number): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      line.push(
        Math.min((before[column - 1] ?? 0) + same, (before[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1),
      )
    }
    if (Math.min(...line) > most) return most + 1
    before = line
  }
  return before[b.length] ?? 0
}
