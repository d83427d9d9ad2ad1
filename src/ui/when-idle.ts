/** So long does what waits for a moment of rest wait at most. */
const PATIENCE_MS = 2000

/** Runs something small when the page has nothing else to do; returns how to call it off. */
export function whenIdle(run: () => void): () => void {
  // Safari has no idle callbacks.
  if (!('requestIdleCallback' in window)) {
    const waiting = setTimeout(run, 1000)
    return () => clearTimeout(waiting)
  }
  const waiting = window.requestIdleCallback(run, { timeout: PATIENCE_MS })
  return () => window.cancelIdleCallback(waiting)
}

/** Runs small steps one after another, so that whatever the user does comes between; returns how to call them off. */
export function stepsWhenIdle(steps: readonly (() => void)[]): () => void {
  const [step, ...others] = steps
  if (!step) return () => {}
  let callOff = whenIdle(() => {
    step()
    callOff = stepsWhenIdle(others)
  })
  return () => callOff()
}
