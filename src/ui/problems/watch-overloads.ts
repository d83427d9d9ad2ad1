import type { AppStore } from '../../store/app-store'
import { followOverloads } from '../../store/follow-overloads'
import { explorer } from '../biases/workers'

/** So long nothing must change first, in milliseconds: a slider may be on its way. */
const PAUSE_MS = 400

/** Looks for overloads in the worker for biases, which nobody starts without capacities. */
export function watchOverloads(app: AppStore): void {
  followOverloads(app, {
    find: (inputs, found) =>
      explorer().ask(inputs, { kind: 'overloads', capacities: inputs.capacities }, (reply) => {
        if (reply.kind === 'overloads') found(reply.problems)
      }),
    wait(then) {
      const timer = window.setTimeout(then, PAUSE_MS)
      return () => window.clearTimeout(timer)
    },
  })
}
