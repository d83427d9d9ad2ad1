/** Random whole numbers below a limit, the same ones every time. */
export function xorshift(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

type Random = (below: number) => number

/** One of a list. */
export function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[random(values.length)]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

/** A text with one to three pieces changed, lost, added, repeated or moved; now and then cut off. */
export function mutated(random: Random, text: string, signs: string): string {
  let result = text
  for (let times = 1 + random(3); times > 0; times--) {
    const at = random(result.length + 1)
    const end = Math.min(result.length, at + random(1 + random(12)))
    const [before, piece, after] = [result.slice(0, at), result.slice(at, end), result.slice(end)]
    const sign = signs.charAt(random(signs.length))
    result = pick(random, [
      before + sign + after,
      before + sign + piece + after,
      before + after,
      before + piece + piece + after,
      piece + before + after,
      before + piece + sign + after.slice(1),
      random(10) === 0 ? before : before + sign + after,
    ])
  }
  return result
}
