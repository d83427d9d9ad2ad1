const STEPS = [
  { seconds: 60, unit: 'minute' },
  { seconds: 3600, unit: 'hour' },
  { seconds: 86_400, unit: 'day' },
] as const

/** How long ago a time (milliseconds since 1970) was, in words. */
export function agoText(time: number, now: number = Date.now()): string {
  const seconds = Math.max(0, (now - time) / 1000)
  const step = STEPS.findLast((each) => seconds >= each.seconds)
  if (!step) return 'just now'
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'always' })
  return format.format(-Math.floor(seconds / step.seconds), step.unit)
}
