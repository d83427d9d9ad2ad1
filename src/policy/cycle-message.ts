import type { RuleId } from '../model/address'

/** How many rules of a circle are named before, and after, those that are counted. */
const FIRST = 5
const LAST = 2

/** What is said of rules in a circle, the first of them again at the end. A long circle is cut in the middle. */
export function cycleMessage(cycle: readonly RuleId[]): string {
  const more = cycle.length - FIRST - LAST
  const shown =
    more < 2
      ? cycle
      : [...cycle.slice(0, FIRST), `(${more.toLocaleString('en-GB')} more)`, ...cycle.slice(-LAST)]
  return `These rules lead back to themselves: ${shown.join(' → ')}. Point one of their branches elsewhere.`
}
