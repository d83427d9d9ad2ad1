/** Runs something small when the page has nothing else to do; returns how to call it off. */
export function whenIdle(run: () => void): () => void {
  // Safari has no idle callbacks.
  if (!('requestIdleCallback' in window)) {
    const waiting = setTimeout(run, 1000)
    return () => clearTimeout(waiting)
  }
  const waiting = window.requestIdleCallback(run, { timeout: 5000 })
  return () => window.cancelIdleCallback(waiting)
}
