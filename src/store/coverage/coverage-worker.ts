import { loadAtlas } from '../../geo/load'
import { createTurns } from '../workers/worker-turns'
import type { CoverageAnswer, CoverageRehearsal, CoverageRequest } from './coverage-protocol'
import { createCoverageServer } from './coverage-server'

// The worker itself; the page's end of the line is coverage-client.ts.

const { receive, rehearse } = createCoverageServer({
  loadAtlas,
  post: (answer: CoverageAnswer) =>
    self.postMessage(answer, { transfer: 'painted' in answer ? [answer.painted.pixels] : [] }),
  pause: createTurns(),
  now: () => performance.now(),
  later: (milliseconds, run) => {
    setTimeout(run, milliseconds)
  },
})

self.addEventListener('message', ({ data }: MessageEvent<CoverageRequest | CoverageRehearsal>) => {
  if ('rehearse' in data) void rehearse(data.rehearse)
  else void receive(data)
})
