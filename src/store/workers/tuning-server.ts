import { type PlaceAnswers, placeAnswers } from '../../analysis/demand/place-answers'
import type { PreparedDemand } from '../../analysis/demand/prepared-demand'
import { biggestMovers, type Move, movedShare } from '../../analysis/movers'
import { moveText } from '../../analysis/share-words'
import { demandShares } from '../../analysis/shares'
import { type CompiledPolicy, compilePolicy } from '../../engine/compile'
import { ALL_UP, type World } from '../../model/world'
import { emptyPolicy, type Policy } from '../../policy/policy'
import type { DemandModel } from '../../scenario/demand-model'
import { withDelta } from '../coverage/coverage-delta'
import type { DemandLoader } from '../world-demand'
import type { BeforeRequest, SharesBefore, TuningAnswer, TuningRequest } from './tuning-protocol'

/** What the server needs of the worker that it runs in. */
export interface TuningPorts {
  readonly loadDemand: DemandLoader
  readonly post: (answer: TuningAnswer) => void
  /** Lets messages that wait come in. */
  readonly pause: () => Promise<void>
  /** Milliseconds from any fixed time. */
  readonly now: () => number
}

/** So many moves are sent to be shown. */
const MOST_MOVES = 8

interface Situation {
  readonly policy: Policy
  readonly world: World
}

interface PlacesBefore {
  readonly of: Situation
  readonly under: PreparedDemand
  readonly answers: PlaceAnswers
}

/** Takes requests and answers the newest one. Returns the function that takes them. */
export function createTuningServer({ loadDemand, post, pause, now }: TuningPorts) {
  let newest = 0
  let present: Situation = { policy: emptyPolicy(), world: ALL_UP }
  let model: DemandModel | null = null
  let before: (Situation & Pick<BeforeRequest, 'demand'>) | null = null
  let answersBefore: PlacesBefore | null = null
  let running: Promise<void> | null = null

  /** Resolves when nothing is left to do. */
  function receive(request: TuningRequest): Promise<void> {
    newest = request.id
    const policy = request.policy ? withDelta(present.policy, request.policy) : present.policy
    present = { policy: { ...policy, start: request.start }, world: request.world ?? present.world }
    if (request.demand) model = request.demand.model
    if (request.before) {
      const { policy: delta, start, world, demand } = request.before
      before = { policy: { ...withDelta(present.policy, delta), start }, world, demand }
    }
    running ??= run().finally(() => {
      running = null
    })
    return running
  }

  async function run(): Promise<void> {
    try {
      for (let served = 0; served !== newest; ) {
        const [wanted, wantedBefore] = [model, before?.demand ?? null]
        const preparedBefore = wantedBefore && (await loadDemand(wantedBefore.model))
        const prepared = await loadDemand(wanted)
        // While they were loaded, another demand may have been asked for.
        if (model !== wanted || (before?.demand ?? null) !== wantedBefore) continue
        served = newest
        serve(prepared, preparedBefore, served)
        await pause()
      }
    } catch (error) {
      post({ kind: 'failed', id: newest, reason: error instanceof Error ? error.message : String(error) })
    }
  }

  function serve(prepared: PreparedDemand, preparedBefore: PreparedDemand | null, id: number): void {
    const since = now()
    const compiled = compilePolicy(present.policy, present.world)
    const shares = demandShares(compiled, prepared)
    const moves = movesTo(compiled, prepared)
    const { source, unit, points } = prepared.demand
    post({
      kind: 'shares',
      id,
      shares,
      moves: moves
        .slice(0, MOST_MOVES)
        .map((move) => ({ from: move.from, to: move.to, text: moveText(move) })),
      moved: movedShare(moves),
      otherDemand: preparedBefore && before?.demand ? sharesIn(before, preparedBefore) : null,
      demand: {
        source,
        unit,
        places: prepared.points.length,
        total: points.reduce((sum, { weight }) => sum + weight, 0),
      },
      tookMs: now() - since,
    })
  }

  function movesTo(compiled: CompiledPolicy, prepared: PreparedDemand): readonly Move[] {
    if (!before) return []
    if (answersBefore?.of !== before || answersBefore.under !== prepared) {
      const answers = placeAnswers(compilePolicy(before.policy, before.world), prepared)
      answersBefore = { of: before, under: prepared, answers }
    }
    return biggestMovers(answersBefore.answers, placeAnswers(compiled, prepared), prepared)
  }

  return receive
}

function sharesIn({ policy, world }: Situation, prepared: PreparedDemand): SharesBefore {
  const { shares, nodata } = demandShares(compilePolicy(policy, world), prepared)
  return { shares, nodata }
}
