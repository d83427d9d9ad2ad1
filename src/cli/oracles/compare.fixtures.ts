import type { Counts } from './dns-client.fixtures'

/** One comparison of a sample with exact odds. */
export interface Comparison {
  /** Answers that cannot be, or shares that are too far off. */
  readonly fault: string | null
  readonly asked: number
  /** Chi-square of the first sample and its degrees of freedom, to be pooled. */
  readonly chiSquare: number
  readonly freedom: number
}

/** Where one answer is possible, so many questions are enough; where several are, so many, and then 20 times as many. */
const ONCE = 2
const SEVERAL = 150
const AGAIN = 20
/** In standard deviations: p < 0.001, and in the second stage p < 3e-7. Thousands of points meet rare draws. */
const SUSPICIOUS = 3.1
const WRONG = 5

/** Asks until it can be said whether the answers follow the odds (two-stage chi-square). */
export async function compare(
  sample: (times: number) => Promise<Counts>,
  odds: ReadonlyMap<string, number>,
): Promise<Comparison> {
  const first = judged(await sample(odds.size > 1 ? SEVERAL : ONCE), odds)
  if (first.alien || first.score <= SUSPICIOUS) return result(first, first, odds)
  return result(judged(await sample(SEVERAL * AGAIN), odds), first, odds)
}

interface Judged {
  readonly counts: Counts
  readonly alien: boolean
  readonly score: number
  readonly chiSquare: number
}

function result(last: Judged, first: Judged, odds: ReadonlyMap<string, number>): Comparison {
  const isWrong = last.alien || last.score > WRONG
  const told = `got ${JSON.stringify([...last.counts])}, expected ${JSON.stringify([...odds])}`
  return {
    fault: isWrong ? told : null,
    asked: [...last.counts.values()].reduce((sum, count) => sum + count, 0),
    chiSquare: first.alien ? 0 : first.chiSquare,
    freedom: first.alien ? 0 : odds.size - 1,
  }
}

function judged(counts: Counts, odds: ReadonlyMap<string, number>): Judged {
  const asked = [...counts.values()].reduce((sum, count) => sum + count, 0)
  let chiSquare = 0
  for (const [answer, part] of odds) {
    const expected = asked * part
    chiSquare += ((counts.get(answer) ?? 0) - expected) ** 2 / expected
  }
  const freedom = odds.size - 1
  return {
    counts,
    alien: [...counts.keys()].some((answer) => !odds.has(answer)),
    score: freedom === 0 ? 0 : wilsonHilferty(chiSquare, freedom),
    chiSquare,
  }
}

/** A chi-square as a normal score. */
function wilsonHilferty(chiSquare: number, freedom: number): number {
  const spread = 2 / (9 * freedom)
  return (Math.cbrt(chiSquare / freedom) - (1 - spread)) / Math.sqrt(spread)
}

/** The normal score of all chi-squares together, where a small wrong weight shows that hides in every single one. */
export function pooledScore(comparisons: readonly Comparison[]): number {
  const chiSquare = comparisons.reduce((sum, each) => sum + each.chiSquare, 0)
  const freedom = comparisons.reduce((sum, each) => sum + each.freedom, 0)
  return freedom === 0 ? 0 : (chiSquare - freedom) / Math.sqrt(2 * freedom)
}
