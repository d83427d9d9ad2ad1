import { regionByCode } from '../geo/regions'
import { readable } from '../model/field'
import type { GivenLatency, World } from '../model/world'
import type { Policy } from '../policy/policy'
import { type Attempt, done, fault } from './attempt'
import { readDecimal } from './coordinates-option'
import { type Arguments, type OptionSpec, valueOf, valuesOf } from './options'

/** The options by which a command line changes the world that a query meets. */
export const WORLD_OPTIONS = {
  down: 'many',
  healthy: 'many',
  unhealthy: 'many',
  latency: 'many',
  'negative-bias': 'once',
} as const satisfies OptionSpec

/** A scenario's world with what the options say on top of it; ids must be the policy's. */
export function readWorld(args: Arguments, world: World, policy: Policy): Attempt<World> {
  const unknown = valuesOf(args, 'down').find((id) => !policy.endpoints.has(id))
  if (unknown !== undefined) return fault(`--down: there is no endpoint “${unknown}” in this policy.`)
  const checks = readChecks(args, policy)
  if (!checks.ok) return checks
  const latencies = readLatencies(valuesOf(args, 'latency'))
  if (!latencies.ok) return latencies
  const formula = valueOf(args, 'negative-bias')
  if (formula !== undefined && formula !== 'guide' && formula !== 'map') {
    return fault(`--negative-bias is guide or map, not “${formula}”.`)
  }
  const given = new Set(latencies.value.map(({ region }) => region))
  return done({
    down: new Set([...world.down, ...valuesOf(args, 'down')]),
    checks: new Map([...world.checks, ...checks.value]),
    // A latency given here holds for clients anywhere, also where the scenario tells countries apart.
    latencies: [...world.latencies.filter(({ region }) => !given.has(region)), ...latencies.value],
    negativeBias: formula ?? world.negativeBias,
  })
}

function readChecks(args: Arguments, policy: Policy): Attempt<World['checks']> {
  const known = new Set(
    [...policy.rules.values()].flatMap(({ branches }) =>
      branches.flatMap((branch): readonly string[] => {
        const check = readable(branch.healthCheck)
        return check === undefined ? [] : [check]
      }),
    ),
  )
  const checks = new Map<string, 'healthy' | 'unhealthy'>()
  for (const state of ['healthy', 'unhealthy'] as const) {
    for (const id of valuesOf(args, state)) {
      if (!known.has(id)) return fault(`--${state}: there is no health check “${id}” in this policy.`)
      if (checks.has(id) && checks.get(id) !== state) {
        return fault(`Health check “${id}” is given as healthy and as unhealthy.`)
      }
      checks.set(id, state)
    }
  }
  return done(checks)
}

function readLatencies(texts: readonly string[]): Attempt<readonly GivenLatency[]> {
  const latencies = new Map<string, GivenLatency>()
  for (const text of texts) {
    const at = text.lastIndexOf('=')
    const region = text.slice(0, Math.max(0, at))
    const milliseconds = readDecimal(text.slice(at + 1))
    if (at < 0 || milliseconds === undefined || milliseconds < 0) {
      return fault(`--latency takes a Region and milliseconds, such as eu-west-1=20; not “${text}”.`)
    }
    if (!regionByCode(region)) return fault(`--latency: there is no Region “${region}”.`)
    latencies.set(region, { country: null, region, milliseconds })
  }
  return done([...latencies.values()])
}
