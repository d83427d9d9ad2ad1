import type { EndpointId } from '../model/address'
import type { Policy } from '../policy/policy'

/** How an endpoint looks everywhere: on the canvas, the map, in shares and in traces. */
export interface EndpointLook {
  /** sRGB hex; AA contrast of text is not promised, so words never carry it alone. */
  readonly colour: string
  /** One of PATTERNS, as the second channel beside colour. */
  readonly pattern: Pattern
  /** Position in the document, from 0. */
  readonly index: number
}

export const PATTERNS = ['solid', 'stripes', 'dots', 'backstripes', 'grid'] as const
export type Pattern = (typeof PATTERNS)[number]

// Okabe and Ito's palette without black, then Tol's muted one: distinct for the common colour deficiencies.
const PALETTE = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#b5a800',
  '#882255',
  '#44aa99',
  '#999933',
  '#6a51a3',
  '#aa4499',
] as const

/**
 * The pattern that each colour has at first, by its place in PATTERNS. Among twenty endpoints no two of one pattern
 * have colours that anybody takes for each other, whichever the deficiency (see the test).
 */
const FIRST_PATTERN = [0, 1, 2, 3, 4, 1, 3, 0, 1, 0, 3, 2] as const

/**
 * The look of the endpoint at a position. Each time the colours are used up, they come with their next patterns, so
 * that no two of sixty look alike. Before that all are plain, or (`patterned`) each colour has a pattern of its own.
 */
export function endpointLook(index: number, patterned = false): EndpointLook {
  const colour = index % PALETTE.length
  const pattern = Math.floor(index / PALETTE.length) + (patterned ? (FIRST_PATTERN[colour] ?? 0) : 0)
  return {
    colour: PALETTE[colour] ?? PALETTE[0],
    pattern: PATTERNS[pattern % PATTERNS.length] ?? 'solid',
    index,
  }
}

/** The look of every endpoint, by its place in the document. */
export function endpointLooks(policy: Policy, patterned = false): ReadonlyMap<EndpointId, EndpointLook> {
  return new Map([...policy.endpoints.keys()].map((id, index) => [id, endpointLook(index, patterned)]))
}
