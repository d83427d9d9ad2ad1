import { internetDemand } from '../analysis/demand'
import { prepareDemand } from '../analysis/prepared-demand'
import { loadGazetteer, loadInternetUsers } from '../geo/load'
import type { TuningAnswer, TuningRequest } from './tuning-protocol'
import { createTuningServer } from './tuning-server'

// The worker itself; the page's end of the line is tuning-client.ts.

const turns = new MessageChannel()
let resume: (() => void) | null = null
turns.port1.onmessage = () => resume?.()

async function demand() {
  const [gazetteer, users] = await Promise.all([loadGazetteer(), loadInternetUsers()])
  return prepareDemand(internetDemand(gazetteer, users))
}

let loading: ReturnType<typeof demand> | null = null

const receive = createTuningServer({
  // After a failure, say without a network, the next request tries again.
  loadDemand() {
    loading ??= demand().catch((reason: unknown) => {
      loading = null
      throw reason
    })
    return loading
  },
  post: (answer: TuningAnswer) => self.postMessage(answer),
  // A message to itself stands in line behind those that the page has sent; timers wait longer than that.
  pause: () =>
    new Promise((resolve) => {
      resume = resolve
      turns.port2.postMessage(null)
    }),
  now: () => performance.now(),
})

self.addEventListener('message', (event: MessageEvent<TuningRequest>) => void receive(event.data))
