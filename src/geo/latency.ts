/** Round-trip time in ms that does not depend on distance: access networks and hops (packages.md 13). */
export const LATENCY_BASE_MS = 12

/** Round-trip time in ms for each kilometre of great circle: about 1.5 times light in a straight fibre. */
export const LATENCY_MS_PER_KM = 0.0149

/** Median relative error of the estimate against the 78 measured pairs of AWS Regions that it was fitted on. */
export const LATENCY_MEDIAN_ERROR = 0.13

/**
 * Estimated round-trip time in ms over a great-circle distance. Always to be labelled an estimate: half of the
 * measured pairs lie further off than 13 %, the worst (Europe to Korea, São Paulo to Sydney) by 60 to 100 ms.
 */
export function estimateRoundTripMs(distanceKm: number): number {
  return LATENCY_BASE_MS + LATENCY_MS_PER_KM * distanceKm
}
