import type { Problem } from '../model/problem'
import type { Scenario } from '../scenario/scenario'
import { type AppStore, NO_PROBLEMS } from './app-store'

/** What overloads depend on. Immutable: the same objects have the same overloads. */
type Inputs = Pick<Scenario, 'policy' | 'world' | 'demand' | 'capacities'>

/** How overloads are found and when; each function returns how to call it off. */
export interface OverloadPorts {
  readonly find: (inputs: Inputs, found: (overloads: readonly Problem[]) => void) => () => void
  /** Calls back when nothing has called it off for a while. */
  readonly wait: (then: () => void) => () => void
}

/**
 * Keeps the overloads of the app up to date, once a change has come to rest; asks nothing without capacities. Those
 * found before stay until there are others, so that the list of problems does not jump. Returns how to stop.
 */
export function followOverloads(app: AppStore, { find, wait }: OverloadPorts): () => void {
  let about: Inputs | null = null
  let callOff = () => {}

  function look(): void {
    const { scenario, overloads, foundOverloads } = app.getState()
    if (about && sameInputs(about, scenario)) return
    callOff()
    callOff = () => {}
    about = scenario
    if (scenario.capacities.endpoints.size === 0) {
      if (overloads.length > 0) foundOverloads(NO_PROBLEMS)
      return
    }
    callOff = wait(() => {
      callOff = find(scenario, foundOverloads)
    })
  }

  look()
  const unsubscribe = app.subscribe(look)
  return () => {
    unsubscribe()
    callOff()
  }
}

function sameInputs(a: Inputs, b: Inputs): boolean {
  return (
    a.policy === b.policy && a.world === b.world && a.demand === b.demand && a.capacities === b.capacities
  )
}
