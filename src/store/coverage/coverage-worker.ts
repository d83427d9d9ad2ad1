import { loadAtlas } from '../../geo/load'
import type { CoverageAnswer, CoverageRehearsal, CoverageRequest } from './coverage-protocol'
import { createCoverageServer } from './coverage-server'

// The worker itself; the page's end of the line is coverage-client.ts.

const turns = new MessageChannel()
const paused: (() => void)[] = []
turns.port1.onmessage = () => paused.shift()?.()

const { receive, rehearse } = createCoverageServer({
  loadAtlas,
  post: (answer: CoverageAnswer) =>
    self.postMessage(answer, { transfer: 'painted' in answer ? [answer.painted.pixels] : [] }),
  // A message to itself stands in line behind those that the page has sent; timers wait longer than that.
  pause: () =>
    new Promise((resolve) => {
      paused.push(resolve)
      turns.port2.postMessage(null)
    }),
  now: () => performance.now(),
  later: (milliseconds, run) => {
    setTimeout(run, milliseconds)
  },
})

self.addEventListener('message', ({ data }: MessageEvent<CoverageRequest | CoverageRehearsal>) => {
  if ('rehearse' in data) void rehearse(data.rehearse)
  else void receive(data)
})
