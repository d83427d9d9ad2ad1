/** How a worker lets messages in between two steps of work. */
export function createTurns(): () => Promise<void> {
  const turns = new MessageChannel()
  let resume: (() => void) | null = null
  turns.port1.onmessage = () => resume?.()
  // A message to itself stands in line behind those that the page has sent; timers wait longer than that.
  return () =>
    new Promise((resolve) => {
      resume = resolve
      turns.port2.postMessage(null)
    })
}
