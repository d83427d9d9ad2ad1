import { loadAtlas } from '../../geo/load'
import { createDemandLoader } from '../world-demand'
import type { ReadingAnswer, ReadingRequest } from './reading-protocol'
import { createReadingServer } from './reading-server'

// The worker itself; the page's end of the line is reading-client.ts.

const receive = createReadingServer({
  loadAtlas,
  loadDemand: createDemandLoader(),
  post: (answer: ReadingAnswer) => self.postMessage(answer),
})

self.addEventListener('message', (event: MessageEvent<ReadingRequest>) => void receive(event.data))
