import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasProgram } from '../../formats/testing/programs.fixtures'
import type { Scenario } from '../../scenario/scenario'
import { type RunningServer, type ServerPlan, startServer } from './servers.fixtures'
import { compareAll, rememberingSampler, told } from './trial.fixtures'
import { WRONG_ENGINES } from './wrong-engines.fixtures'

/** A name server that is asked whether it answers as the engine does. */
export interface ServerUnderTest extends ServerPlan {
  readonly title: string
  /** What is not tested where the program is not there. */
  readonly whatFor: string
  /** The scenarios that it serves, drawn from this seed. */
  readonly scenarios: readonly Scenario[]
  readonly seed: number
}

/** So many scenarios tell an engine that is wrong. */
const ENOUGH = 120
const PATIENCE_MS = 180_000

/**
 * Starts a server, asks it about every scenario from every place and compares its answers with the exact odds of the
 * engine; then sees that engines which are wrong on purpose are told apart. `more` are tests of the running server.
 */
export function describeServer(server: ServerUnderTest, more: (port: () => number) => void): void {
  const { title, program, whatFor, scenarios, seed } = server
  describe.runIf(hasProgram(program, whatFor))(title, () => {
    let running: RunningServer
    const sample = rememberingSampler()
    beforeAll(async () => {
      running = await startServer(server)
    }, PATIENCE_MS)
    afterAll(() => running.stop())

    it(
      `answers as the engine does in ${scenarios.length.toString()} random scenarios, seed ${seed.toString()}`,
      async () => {
        const trial = await compareAll(scenarios, running.port, sample)
        console.log(`${title}: ${told(trial)}`)
        expect(trial.faults).toEqual([])
        expect(Math.abs(trial.pooled)).toBeLessThan(4)
        expect(trial.points).toBeGreaterThan(3000)
      },
      PATIENCE_MS,
    )

    it.each(WRONG_ENGINES)(
      'is told apart from an engine that %s',
      async (_, engine) => {
        const trial = await compareAll(scenarios.slice(0, ENOUGH), running.port, sample, {
          engine,
          enough: 1,
        })
        expect(trial.faults.length > 0 || trial.pooled > 4).toBe(true)
      },
      PATIENCE_MS,
    )

    more(() => running.port)
  })
}
