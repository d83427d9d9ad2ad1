import { loadAtlas } from '../geo/load'
import type { CoverageAnswer, CoverageRequest } from './coverage-protocol'
import { createCoverageServer } from './coverage-server'

// The worker itself; the page's end of the line is coverage-client.ts.

const turns = new MessageChannel()
let resume: (() => void) | null = null
turns.port1.onmessage = () => resume?.()

const receive = createCoverageServer({
  loadAtlas,
  post: (answer: CoverageAnswer) =>
    self.postMessage(answer, { transfer: 'painted' in answer ? [answer.painted.pixels] : [] }),
  // A message to itself stands in line behind those that the page has sent; timers wait longer than that.
  pause: () =>
    new Promise((resolve) => {
      resume = resolve
      turns.port2.postMessage(null)
    }),
  now: () => performance.now(),
  later: (milliseconds, run) => {
    setTimeout(run, milliseconds)
  },
})

self.addEventListener('message', (event: MessageEvent<CoverageRequest>) => void receive(event.data))
