import { createDemandLoader } from '../world-demand'
import type { BiasQuestion, BiasReply } from './bias-protocol'
import { createBiasServer } from './bias-server'
import { createTurns } from './worker-turns'

// The worker itself; the page's end of the line is bias-client.ts.

const receive = createBiasServer({
  loadDemand: createDemandLoader(),
  post: (reply: BiasReply) => self.postMessage(reply),
  pause: createTurns(),
  now: () => performance.now(),
})

self.addEventListener('message', (event: MessageEvent<BiasQuestion>) => void receive(event.data))
