import { createDemandLoader } from '../world-demand'
import type { TuningAnswer, TuningRequest } from './tuning-protocol'
import { createTuningServer } from './tuning-server'
import { createTurns } from './worker-turns'

// The worker itself; the page's end of the line is tuning-client.ts.

const receive = createTuningServer({
  loadDemand: createDemandLoader(),
  post: (answer: TuningAnswer) => self.postMessage(answer),
  pause: createTurns(),
  now: () => performance.now(),
})

self.addEventListener('message', (event: MessageEvent<TuningRequest>) => void receive(event.data))
