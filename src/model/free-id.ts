/** What knows which ids are taken: a set of them, or members by their ids. */
export interface Taken {
  readonly has: (id: string) => boolean
}

/** The wish, or with the first number from 2 that is free: `web`, `web-2`, `web-3`, … */
export function freeId(taken: Taken, wish: string): string {
  return taken.has(wish) ? numberedId(taken, wish, 2) : wish
}

/** The first of `word-1`, `word-2`, … that is free. */
export function numberedId(taken: Taken, word: string, first = 1): string {
  for (let number = first; ; number++) {
    const id = `${word}-${number}`
    if (!taken.has(id)) return id
  }
}
