import { movedDemand } from '../demand/moved-demand'
import type { BiasField } from './bias-field'
import type { BiasLoads } from './bias-loads'

/** One version on the way from the present biases to others. */
export interface RolloutStep {
  /** Of all locations, in the order of the document. */
  readonly biases: readonly number[]
  /** The part of the world's demand that ends elsewhere than in the version before. */
  readonly moved: number
  /** Moves more than was allowed, since the smallest step of any bias does: a single city may weigh more. */
  readonly tooSteep: boolean
}

export interface Rollout {
  readonly steps: readonly RolloutStep[]
  /** Whether the last step has the biases asked for; else there were too many steps to list. */
  readonly complete: boolean
}

const MOST_STEPS = 300

/**
 * A path of versions to biases (in the order of the document) with at most `mostMoved` (0…1) of the world's demand
 * moved in each. No bias ever goes beyond its goal or back. `loads` are for all endpoints.
 */
export function rollout(
  field: BiasField,
  loads: BiasLoads,
  goal: readonly number[],
  mostMoved: number,
): Rollout {
  const { locations } = field.biasRule
  const end = locations.flatMap(({ live, index, bias }) => (live === null ? [] : [goal[index] ?? bias]))
  const steps: RolloutStep[] = []
  let current = field.biases
  let winners = field.winners(current)
  while (!sameNumbers(current, end) && steps.length < MOST_STEPS) {
    const next = nextVersion(field, loads, current, winners, end, mostMoved)
    steps.push({
      biases: locations.map(({ live, bias }) => (live === null ? bias : (next.biases[live] ?? bias))),
      moved: next.moved,
      tooSteep: next.moved > mostMoved,
    })
    current = next.biases
    winners = next.winners
  }
  return { steps, complete: sameNumbers(current, end) }
}

interface Version {
  readonly biases: readonly number[]
  readonly winners: Int32Array
  readonly moved: number
}

function nextVersion(
  field: BiasField,
  loads: BiasLoads,
  current: readonly number[],
  winners: Int32Array,
  end: readonly number[],
  mostMoved: number,
): Version {
  function versionOf(biases: readonly number[]): Version {
    const after = field.winners(biases)
    return { biases, winners: after, moved: movedDemand(field, loads, winners, after) }
  }

  const left = current.map((bias, location) => (end[location] ?? bias) - bias)
  const parts = Math.ceil(Math.max(...left.map(Math.abs)))

  function along(part: number): Version {
    if (part === parts) return versionOf(end)
    return versionOf(
      current.map((bias, location) => bias + Math.trunc(((left[location] ?? 0) * part) / parts)),
    )
  }

  // As far along the straight way as is allowed, by halves: the farther, the more moves.
  let allowed: Version | null = null
  let low = 1
  let high = parts
  while (low <= high) {
    const isFirst = low === 1 && high === parts
    const middle = isFirst ? parts : (low + high) >> 1
    const version = along(middle)
    if (version.moved <= mostMoved) {
      allowed = version
      low = middle + 1
    } else high = middle - 1
  }
  if (allowed) return allowed

  // All at once are too many already: one bias by one, that which moves least.
  const singles = left.flatMap((rest, location) => {
    if (rest === 0) return []
    const step = Math.min(1, Math.max(-1, rest))
    return [versionOf(current.map((bias, index) => (index === location ? bias + step : bias)))]
  })
  const [least] = singles.sort((a, b) => a.moved - b.moved)
  if (!least) throw new Error('there is no step left to a goal that is not reached')
  return least
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index])
}
