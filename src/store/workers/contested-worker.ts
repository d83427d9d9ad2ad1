import { loadAtlas } from '../../geo/load'
import type { ContestedAnswer, ContestedRequest } from './contested-protocol'
import { createContestedServer } from './contested-server'
import { createTurns } from './worker-turns'

// The worker itself; the page's end of the line is contested-client.ts.

const receive = createContestedServer({
  loadAtlas,
  post: (answer: ContestedAnswer) =>
    self.postMessage(answer, { transfer: answer.kind === 'hatched' ? [answer.painted.pixels] : [] }),
  pause: createTurns(),
})

self.addEventListener('message', (event: MessageEvent<ContestedRequest>) => void receive(event.data))
