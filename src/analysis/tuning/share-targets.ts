import type { EndpointId } from '../../model/address'

/** What an endpoint's share of the world's demand shall be: between two parts of 1, which may be the same. */
export interface ShareTarget {
  readonly endpoint: EndpointId
  readonly least: number
  readonly most: number
}

/** How far a share is from what it shall be: above zero where it is too large, 0 where it is right. */
export function missOf(share: number, { least, most }: Pick<ShareTarget, 'least' | 'most'>): number {
  if (share > most) return share - most
  return share < least ? share - least : 0
}

/** How well shares meet targets. */
export interface Miss {
  /** The largest miss of a single target, without its sign. */
  readonly most: number
  /** What a search makes smaller: close to the largest, but all others count, so that it has a way downhill. */
  readonly cost: number
}

/** The misses of shares, in the order of the targets. */
export function missesOf(shares: ArrayLike<number>, targets: readonly ShareTarget[]): Miss {
  let most = 0
  let sum = 0
  for (let position = 0; position < targets.length; position++) {
    const target = targets[position]
    const miss = target ? Math.abs(missOf(shares[position] ?? 0, target)) : 0
    const square = miss * miss
    sum += square * square
    if (miss > most) most = miss
  }
  return { most, cost: Math.sqrt(Math.sqrt(sum)) }
}
