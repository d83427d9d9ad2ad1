/** A duration in milliseconds, or 0 for users who prefer reduced motion. */
export function motionMs(duration: number): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : duration
}
