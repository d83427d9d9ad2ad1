/** How a worker lets messages in between two steps of work. */
export function createTurns(): () => Promise<void> {
  const turns = new MessageChannel()
  const waiting: (() => void)[] = []
  turns.port1.onmessage = () => waiting.shift()?.()
  // A message to itself stands in line behind those that the page has sent; timers wait longer than that.
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      turns.port2.postMessage(null)
    })
}
