import { ALL_UP } from '../../model/world'
import type { Scenario } from '../../scenario/scenario'
import type { TestPlace } from './places.fixtures'
import { clientOf, type Engine, oddsFor, ourEngine } from './trial.fixtures'

/** Engines that are wrong on purpose, by what is wrong with them: a harness that passes one of them proves nothing. */
export const WRONG_ENGINES: readonly (readonly [fault: string, engine: Engine])[] = [
  ['ignores health', (scenario, place) => ourEngine(healthy(scenario), place)],
  ['ignores the country', (scenario, place) => ourEngine(scenario, { ...place, country: null })],
  [
    'has countries where the database has them',
    (scenario, place) => oddsFor(scenario, { ...clientOf(place), continent: place.continent }),
  ],
  ['ignores the address', (scenario, place) => oddsFor(scenario, { ...clientOf(place), address: null })],
  ['takes everyone to be in Greenwich', (scenario, place) => ourEngine(scenario, inGreenwich(place))],
  ['pulls shares 20 % towards equal', (scenario, place) => levelled(ourEngine(scenario, place))],
]

// One copy each, so that the engine prepares it once.
const copies = new WeakMap<Scenario, Scenario>()

function healthy(scenario: Scenario): Scenario {
  const { negativeBias, latencies } = scenario.world
  const copy = copies.get(scenario) ?? { ...scenario, world: { ...ALL_UP, negativeBias, latencies } }
  copies.set(scenario, copy)
  return copy
}

function inGreenwich(place: TestPlace): TestPlace {
  return place.coordinates === null ? place : { ...place, coordinates: { latitude: 51.5, longitude: 0 } }
}

function levelled(odds: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...odds].map(([answer, part]) => [answer, part * 0.8 + 0.2 / odds.size]))
}
