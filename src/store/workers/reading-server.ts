import { areaShares } from '../../analysis/area-shares'
import { mixDemand } from '../../analysis/demand/mix-demand'
import type { PreparedDemand } from '../../analysis/demand/prepared-demand'
import { landSample } from '../../analysis/land-sample'
import { demandShares } from '../../analysis/shares'
import { compilePolicy } from '../../engine/compile'
import { type Outline, outlineSteps } from '../../engine/outlines/outlines'
import type { Atlas } from '../../geo/atlas'
import { emptyPolicy } from '../../policy/policy'
import type { DemandModel } from '../../scenario/demand-model'
import { withDelta } from '../coverage/coverage-delta'
import type { ReadingAnswer, ReadingRequest } from './reading-protocol'

/** What the server needs of the worker that it runs in. */
export interface ReadingPorts {
  readonly loadAtlas: () => Promise<Atlas>
  readonly loadDemand: (model: DemandModel | null) => Promise<PreparedDemand>
  readonly post: (answer: ReadingAnswer) => void
}

/** Progress is told whenever this much more is done. */
const PROGRESS_STEP = 0.02

/** Reads outlines and shares off a policy's map. Returns the function that takes requests. */
export function createReadingServer({ loadAtlas, loadDemand, post }: ReadingPorts) {
  return async function receive(request: ReadingRequest): Promise<void> {
    const { id } = request
    try {
      const policy = { ...withDelta(emptyPolicy(), request.policy), start: request.start }
      const compiled = compilePolicy(policy, request.world, request.address)
      const prepared = await loadDemand(request.demand)
      const { source, unit } = prepared.demand
      const demand = { source, unit, places: prepared.points.length }
      const shares = demandShares(compiled, prepared)
      if (request.what === 'shares') {
        post({ kind: 'shares', id, reading: { shares, demand } })
        return
      }
      const atlas = await loadAtlas()
      const area = areaShares(compiled, landSample(atlas))
      const outlines = inSteps(outlineSteps(compiled, atlas), (done) => post({ kind: 'progress', id, done }))
      const parts = mixDemand(compiled, prepared)
      post({ kind: 'outlines', id, reading: { outlines, parts, area, shares, demand } })
    } catch (error) {
      post({ kind: 'failed', id, reason: error instanceof Error ? error.message : String(error) })
    }
  }
}

function inSteps(
  steps: Generator<number, readonly Outline[]>,
  progressed: (done: number) => void,
): readonly Outline[] {
  let told = 0
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    if (step.value < told + PROGRESS_STEP) continue
    told = step.value
    progressed(told)
  }
}
