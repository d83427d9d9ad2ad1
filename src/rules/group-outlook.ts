import type { HealthOutlook } from './definition'

/** The outlook of a group that is healthy while any member is (route53.md 4.2). */
export function outlookOfAny(outlooks: readonly HealthOutlook[]): HealthOutlook {
  if (outlooks.includes('always-healthy')) return 'always-healthy'
  return outlooks.includes('unknown') ? 'unknown' : 'varies'
}

/**
 * The outlook of a group of which a client meets only some members, the last of them the default: `fallback` is its
 * index, below zero where there is none. Only what every chain ends in counts (route53.md 4.2).
 */
export function outlookOfChain(outlooks: readonly HealthOutlook[], fallback: number): HealthOutlook {
  return outlooks[fallback] ?? (outlooks.includes('varies') ? 'varies' : outlookOfAny(outlooks))
}
