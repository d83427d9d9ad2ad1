/** Measures are kept by the browser for ever: after this many of a name the older ones are dropped. */
const MOST_MEASURES = 2000
const counts = new Map<string, number>()

/**
 * Leaves a User Timing measure, for anyone to check the app's speed: `name` (`catchment:…`), from `start` on the clock
 * of `performance.now()`, in milliseconds, until now.
 */
export function measure(name: string, start: number, detail: object = {}): void {
  const count = (counts.get(name) ?? 0) + 1
  if (count > MOST_MEASURES) performance.clearMeasures(name)
  counts.set(name, count > MOST_MEASURES ? 1 : count)
  performance.measure(name, { start, end: performance.now(), detail })
}
