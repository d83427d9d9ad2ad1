import { quoteSome } from '../../model/problem-kind'
import type { Candidate } from './recogniser'

/** What tells the policies of a text apart. */
type Named = Pick<Candidate, 'name' | 'where' | 'version'>

/**
 * A word for each policy of a text, by which it can be picked: its name, with its version (`web@3`) where others
 * are called alike, its position from 1 (`#2`) where that does not tell them apart either.
 */
export function pickWords(candidates: readonly Named[]): readonly string[] {
  const names = countsOf(candidates.map(({ name }) => name ?? ''))
  const versions = countsOf(candidates.map(versioned))
  return candidates.map((candidate, index) => {
    const { name, version } = candidate
    if (name !== null && names.get(name) === 1) return name
    const tells = name !== null && version != null && versions.get(versioned(candidate)) === 1
    return tells ? versioned(candidate) : `#${index + 1}`
  })
}

function versioned({ name, version }: Named): string {
  return `${name ?? ''}@${version ?? ''}`
}

function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/**
 * The position of a choice: itself from 0, or of what is called so: by name (of several the first), by the word it
 * is listed under, by where it stands, by version, by position from 1; −1 when there is none.
 */
export function indexOfChoice(candidates: readonly Named[], choice: number | string): number {
  if (typeof choice === 'number') return choice
  const words = pickWords(candidates)
  const tests: readonly ((candidate: Named, index: number) => boolean)[] = [
    ({ name }) => name === choice,
    (_, index) => words[index] === choice,
    ({ where }) => where === choice,
    ({ version }) => version === choice,
    (_, index) => choice === String(index + 1) || choice === `#${index + 1}`,
  ]
  for (const test of tests) {
    const found = candidates.findIndex(test)
    if (found >= 0) return found
  }
  return -1
}

/** The policies of a text in a sentence: “web”, “api” and 3 more. */
export function listedChoices(candidates: readonly Named[]): string {
  return quoteSome(pickWords(candidates), MOST_LISTED)
}

const MOST_LISTED = 12
