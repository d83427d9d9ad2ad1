import type { Problem } from '../../model/problem'

/** A drawing answers nothing, so nothing that changes an answer can be lost; what it leaves out is said once. */
export function drawingLosses(): readonly Problem[] {
  return [
    {
      code: 'loss/drawing',
      severity: 'note',
      message:
        'A drawing shows rules, branches and endpoints; health checks, TTL, what-if, saved queries, demand and capacities are not in it.',
      path: [],
    },
  ]
}
