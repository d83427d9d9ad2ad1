/** A decimal word from 0 to `most`, or null. */
export function readNumber(word: string | undefined, most: number): number | null {
  if (word === undefined || !/^\d{1,10}$/.test(word)) return null
  const value = Number(word)
  return value <= most ? value : null
}

/** The first of some named number words that is none, as a sentence; null when all are numbers in range. */
export function numbersFault(
  fields: readonly (readonly [name: string, word: string | undefined, most: number])[],
): string | null {
  const wrong = fields.find(([, word, most]) => readNumber(word, most) === null)
  if (!wrong) return null
  const [name, word, most] = wrong
  return `Its ${name} must be an integer from 0 to ${most}, and this one is “${word ?? ''}”.`
}

export const LARGEST_OCTET = 255
export const LARGEST_16_BIT = 65535
