/** Largest weight of a document (route53.md 3.6). */
export const MOST_WEIGHT = 255

/** Whole weights for others, and how far the shares move by that at most, in points of percent; 0 for the very same. */
export interface WholeWeights {
  readonly weights: readonly number[]
  readonly error: number
}

/**
 * Whole weights from 0 to 255 for numbers of `digits` decimals: the smallest with the very same shares, else the
 * smallest of which those can be roundings (33.3 and 66.7 of 1 and 2), else the nearest. What is more than 0
 * stays so.
 */
export function wholeWeights(amounts: readonly number[], digits: number): WholeWeights {
  const counts = amounts.map((amount) => Math.round(amount * 10 ** digits))
  const divisor = counts.reduce(commonDivisor, 0) || 1
  const reduced = counts.map((count) => count / divisor)
  if (reduced.every((weight) => weight <= MOST_WEIGHT)) return { weights: reduced, error: 0 }
  const offered = Array.from({ length: MOST_WEIGHT }, (_, index) => scaled(counts, index + 1))
  // Whole numbers are no roundings of others.
  const rounded = digits > 0 && offered.find(({ error }) => (error / 100) * total(counts) < 1)
  return rounded || offered.reduce((best, each) => (each.error < best.error ? each : best))
}

function scaled(counts: readonly number[], most: number): WholeWeights {
  const scale = most / Math.max(...counts)
  const weights = counts.map((count) => (count === 0 ? 0 : Math.max(1, Math.round(count * scale))))
  const [before, after] = [total(counts), total(weights)]
  const moves = counts.map((count, index) => Math.abs(count / before - (weights[index] ?? 0) / after))
  return { weights, error: 100 * Math.max(...moves) }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0)
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}
