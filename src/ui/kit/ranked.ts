import { fold } from '../../geo/fold'

/**
 * The items that fit what is typed, best first: a text of the item is it, begins with it, has a word that
 * does, or each word typed begins one. Items that fit equally well keep their order; no text fits all.
 */
export function ranked<T>(
  items: readonly T[],
  typed: string,
  textsOf: (item: T) => readonly string[],
): readonly T[] {
  const wanted = fold(typed)
  if (wanted === '') return items
  const words = wanted.split(' ')
  return items
    .flatMap((item) => {
      const rank = rankOf(textsOf(item).map(fold), wanted, words)
      return rank === null ? [] : [{ item, rank }]
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}

function rankOf(texts: readonly string[], wanted: string, words: readonly string[]): number | null {
  if (texts.includes(wanted)) return 0
  if (texts.some((text) => text.startsWith(wanted))) return 1
  if (texts.some((text) => ` ${text}`.includes(` ${wanted}`))) return 2
  const all = ` ${texts.join(' ')}`
  return words.every((word) => all.includes(` ${word}`)) ? 3 : null
}
