import type { BranchId } from '../../model/address'
import type { Branch } from '../../rules'
import { MOST_ROWS } from '../../scenario/node-size'

/** How a rule with many branches is shown: all of them, or a dozen that a filter picks. */
export interface Fold {
  readonly open: boolean
  readonly filter: string
}

export const FOLDED: Fold = { open: false, filter: '' }

/** The branches of a rule that have a row of their own. */
export interface ShownRows<B extends Branch> {
  readonly branches: readonly B[]
  /** Whether a last row stands for the others, or offers to fold. */
  readonly folds: boolean
  readonly hidden: number
  /** How many branches the filter lets through. */
  readonly matching: number
  /** Room for so many rows, so that nothing moves while a filter is typed. */
  readonly slots: number
}

/**
 * Which branches of a rule are shown. What is selected always is, so that a problem or a trace that
 * leads to a branch finds it on the canvas. `textOf` gives the words that the filter looks in.
 */
export function shownRows<B extends Branch>(
  branches: readonly B[],
  fold: Fold,
  selected: ReadonlySet<BranchId>,
  textOf: (branch: B) => string,
): ShownRows<B> {
  const count = branches.length
  if (count <= MOST_ROWS) {
    return { branches, folds: false, hidden: 0, matching: count, slots: Math.max(1, count) }
  }
  if (fold.open) return { branches, folds: true, hidden: 0, matching: count, slots: count + 1 }
  const wanted = fold.filter.trim().toLowerCase()
  const matching =
    wanted === '' ? branches : branches.filter((branch) => textOf(branch).toLowerCase().includes(wanted))
  const kept = branches.filter(({ id }) => selected.has(id)).slice(0, MOST_ROWS)
  const rest = matching.filter(({ id }) => !selected.has(id)).slice(0, MOST_ROWS - kept.length)
  const chosen = new Set([...kept, ...rest])
  const shown = branches.filter((branch) => chosen.has(branch))
  return {
    branches: shown,
    folds: true,
    hidden: count - shown.length,
    matching: matching.length,
    slots: MOST_ROWS + 1,
  }
}
