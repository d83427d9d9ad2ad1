import { useState } from 'react'

/** The first part of a long list, and a way to show more of it: thousands of rows at once would hold up the page. */
export function usePart<T>(all: readonly T[], step: number) {
  const [shown, setShown] = useState(step)
  return {
    part: all.length > shown ? all.slice(0, shown) : all,
    left: Math.max(0, all.length - shown),
    showMore: () => setShown((before) => before + step),
  }
}
