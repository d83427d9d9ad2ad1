import type { Problem } from '../model/problem'
import { type ProblemTable, quote, reporter } from '../model/problem-kind'
import type { Scenario } from '../scenario/scenario'
import { loadScale, utilisationText } from './capacity'
import type { PreparedDemand } from './demand/prepared-demand'
import { demandScale, findOverloads, type Overload } from './overloads'

/** What may be wrong with the capacities of a scenario, which only its demand can tell. */
export const OVERLOAD_PROBLEMS = {
  'capacity/overload': { severity: 'warning', row: 'capacity' },
  'capacity/overload-after-failure': { severity: 'warning', row: 'capacity' },
} as const satisfies ProblemTable

const report = reporter(OVERLOAD_PROBLEMS)

/** The overloads of a scenario under its demand as problems of its endpoints; pauses (null) as `findOverloads` does. */
export function* overloadProblemSteps(
  { policy, world, capacities }: Pick<Scenario, 'policy' | 'world' | 'capacities'>,
  prepared: PreparedDemand,
): Generator<null, readonly Problem[]> {
  const found = yield* findOverloads(policy, world, prepared, capacities)
  const { unit } = loadScale(capacities, demandScale(prepared))
  const places = prepared.points.length.toLocaleString('en')
  return overloadProblems(found, unit, `the demand of ${places} places (${prepared.demand.unit})`)
}

/** Overloads as problems of their endpoints. `unit` is that of the loads, `source` what they are estimated from. */
export function overloadProblems(
  overloads: readonly Overload[],
  unit: string,
  source: string,
): readonly Problem[] {
  return overloads.map((overload) => {
    const { endpoint, down, failures } = overload
    const subject = { path: ['Endpoints', endpoint], at: { kind: 'endpoint', id: endpoint } as const }
    const size = `${fullness(overload)} (about ${figure(overload.load)} of ${figure(overload.capacity ?? 0)} ${unit})`
    const basis = `Loads are an estimate from ${source}.`
    if (down === null) {
      return report('capacity/overload', subject, `${quote(endpoint)} carries ${size}. ${basis}`)
    }
    const others = failures - 1
    const more =
      others === 1 ? '; one other failure overloads it too' : `; ${others} other failures overload it too`
    return report(
      'capacity/overload-after-failure',
      subject,
      `${quote(endpoint)} would carry ${size} if ${quote(down)} were down${others === 0 ? '' : more}. ${basis}`,
    )
  })
}

/** `120 % of its capacity`. */
function fullness(overload: Overload): string {
  if (overload.capacity === 0) return 'more than its capacity of 0'
  return (utilisationText(overload) ?? '').replace('of capacity', 'of its capacity')
}

function figure(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 })
}
