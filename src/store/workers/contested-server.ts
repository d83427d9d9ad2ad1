import { compilePolicy } from '../../engine/compile'
import { type Coverage, createCoverage } from '../../engine/coverage'
import type { CoverageFrame } from '../../engine/coverage-frame'
import type { Atlas } from '../../geo/atlas'
import { ALL_UP, type World } from '../../model/world'
import { emptyPolicy, type Policy } from '../../policy/policy'
import { withDelta } from '../coverage/coverage-delta'
import { frameSteps } from '../coverage/coverage-raster'
import { hatchDifference } from './contested-hatch'
import type { ContestedAnswer, ContestedRequest } from './contested-protocol'

/** What the server needs of the worker that it runs in. */
export interface ContestedPorts {
  readonly loadAtlas: () => Promise<Atlas>
  readonly post: (answer: ContestedAnswer) => void
  /** Lets messages that wait come in. */
  readonly pause: () => Promise<void>
}

/** Hatches for the newest request what the two formulas disagree on. Returns the function that takes requests. */
export function createContestedServer({ loadAtlas, post, pause }: ContestedPorts) {
  let newest: ContestedRequest | null = null
  let policy: Policy = emptyPolicy()
  let world: World = ALL_UP
  let frame: CoverageFrame | null = null
  let running: Promise<void> | null = null

  /** Resolves when nothing is left to do. */
  function receive(request: ContestedRequest): Promise<void> {
    newest = request
    const changed = request.policy ? withDelta(policy, request.policy) : policy
    policy = { ...changed, start: request.start }
    world = request.world ?? world
    running ??= run().finally(() => {
      running = null
    })
    return running
  }

  async function run(): Promise<void> {
    let served: ContestedRequest | null = null
    try {
      const atlas = await loadAtlas()
      while (newest && newest !== served) {
        served = newest
        await serve(atlas, served)
      }
    } catch (error) {
      post({
        kind: 'failed',
        id: newest?.id ?? 0,
        reason: error instanceof Error ? error.message : String(error),
      })
    }
  }

  async function serve(atlas: Atlas, request: ContestedRequest): Promise<void> {
    const { id, address, view, ink } = request
    const [state, surroundings] = [policy, world]
    const made = await inSteps(frameSteps(atlas, view, frame), request)
    if (!made) return
    frame = made
    const coverages: Coverage[] = []
    for (const negativeBias of ['guide', 'map'] as const) {
      const compiled = compilePolicy(state, { ...surroundings, negativeBias }, address)
      const coverage = await inSteps(createCoverage(atlas.units, made)(compiled), request)
      if (!coverage) return
      coverages.push(coverage)
    }
    const [guide, map] = coverages
    if (!guide || !map) return
    post({ kind: 'hatched', id, painted: { view, pixels: hatchDifference(guide, map, view, ink) } })
  }

  /** Runs steps to their end; null when something newer came in. */
  async function inSteps<T>(steps: Generator<undefined, T>, request: ContestedRequest): Promise<T | null> {
    for (let step = steps.next(), count = 1; ; step = steps.next(), count++) {
      if (step.done) return step.value
      if (count % STEPS_AT_ONCE === 0) {
        await pause()
        if (newest !== request) return null
      }
    }
  }

  return receive
}

/** Steps take about a millisecond. */
const STEPS_AT_ONCE = 8
