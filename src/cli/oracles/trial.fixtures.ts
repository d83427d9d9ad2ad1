import { type CompiledPolicy, compilePolicy } from '../../engine/compile'
import { parseIpPrefix } from '../../model/dns/ip-prefix'
import { readable } from '../../model/field'
import { type Client, toClient } from '../../rules/client'
import type { Scenario } from '../../scenario/scenario'
import { answerOdds } from './answer-odds.fixtures'
import { type Comparison, compare, pooledScore } from './compare.fixtures'
import { ask, type Counts, type Question } from './dns-client.fixtures'
import { IPV6_PLACES, NOWHERE, NOWHERE_ON_IPV6, PLACES, type TestPlace } from './places.fixtures'

/** What came of asking a server about many policies from many places. */
export interface Trial {
  readonly points: number
  readonly asked: number
  /** The first few answers that the engine does not give. */
  readonly faults: readonly string[]
  /** Normal score of all chi-squares together. */
  readonly pooled: number
}

/** An engine: the odds of each answer at a place. The real one, or one that is wrong on purpose. */
export type Engine = (scenario: Scenario, place: TestPlace) => ReadonlyMap<string, number>

const compiled = new WeakMap<Scenario, CompiledPolicy>()

/** The client as the engine knows it. */
export const clientOf = (place: TestPlace): Client => toClient(place, parseIpPrefix(place.network))

export const ourEngine: Engine = (scenario, place) => oddsFor(scenario, clientOf(place))

/** What the engine says of a client. */
export function oddsFor(scenario: Scenario, client: Client): ReadonlyMap<string, number> {
  const known = compiled.get(scenario) ?? compilePolicy(scenario.policy, scenario.world)
  compiled.set(scenario, known)
  return answerOdds(known, client)
}

/** Every other policy is asked over IPv6. */
const CLIENTS = [
  [...PLACES, NOWHERE],
  [...IPV6_PLACES, NOWHERE_ON_IPV6],
]

/** An engine to compare with, and how many faults tell enough of what is wrong: to ask on would take long. */
export interface Judgement {
  readonly engine: Engine
  readonly enough: number
}

/** Our engine should have no fault; so many of them help to find the reason. */
const OURS: Judgement = { engine: ourEngine, enough: 5 }

/** Asks the same question so many times. */
export type Sampler = (question: Question, times: number) => Promise<Counts>

/** Asks a server; what it answered is known from then on, for other engines to be compared with. */
export function rememberingSampler(): Sampler {
  const known = new Map<string, Promise<Counts>>()
  return (question, times) => {
    const key = JSON.stringify([question, times])
    const counts = known.get(key) ?? ask(question, times)
    known.set(key, counts)
    return counts
  }
}

/** Asks a server about every policy from every place, and compares until there are faults enough. */
export async function compareAll(
  scenarios: readonly Scenario[],
  port: number,
  sample: Sampler,
  { engine, enough } = OURS,
): Promise<Trial> {
  const comparisons: Comparison[] = []
  const faults: string[] = []
  for (const [index, scenario] of scenarios.entries()) {
    for (const place of CLIENTS[index % CLIENTS.length] ?? []) {
      if (faults.length >= enough) break
      const { name, ttl } = scenario.record
      const type = readable(scenario.policy.recordType) ?? ''
      const question = { port, name, type, network: place.network, ttl }
      const comparison = await compare((times) => sample(question, times), engine(scenario, place))
      comparisons.push(comparison)
      if (comparison.fault !== null) {
        faults.push(`${scenario.record.name} from ${place.network}: ${comparison.fault}`)
      }
    }
  }
  return {
    points: comparisons.length,
    asked: comparisons.reduce((sum, { asked }) => sum + asked, 0),
    faults,
    pooled: pooledScore(comparisons),
  }
}

/** A trial in a line, for the log of the checks. */
export function told({ points, asked, pooled }: Trial): string {
  return `${points.toLocaleString('en')} points, ${asked.toLocaleString('en')} questions, pooled z ${pooled.toFixed(2)}`
}
