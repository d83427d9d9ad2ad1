import { loadAtlas, loadGazetteer } from '../../geo/load'
import { createTableServer, type TableAnswer, type TableRequest } from './table-server'
import { createTurns } from './worker-turns'

// The worker itself; the page's end of the line is table-client.ts.

const receive = createTableServer({
  loadGazetteer,
  loadAtlas,
  post: (answer: TableAnswer) => self.postMessage(answer),
  pause: createTurns(),
})

self.addEventListener('message', (event: MessageEvent<TableRequest>) => void receive(event.data))
