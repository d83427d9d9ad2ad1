import { withBiases } from '../../../analysis/tuning/bias-locations'
import type { BiasBorder } from '../../../analysis/tuning/border-at'
import type { BorderPull } from '../../../analysis/tuning/pull-border'
import type { CompiledPolicy } from '../../../engine/compile'
import { vectorDistanceKm } from '../../../geo/distance'
import type { BranchId } from '../../../model/address'
import type { Place } from '../../../model/query'
import { quoted } from '../../../policy/edits/members'
import { toClient } from '../../../rules/client'
import { withPolicy } from '../../../scenario/with-policy'
import type { AppStore } from '../../../store/app-store'
import type { BiasClient } from '../../../store/workers/bias-client'

/** A border in somebody's hand. */
export interface HeldBorder {
  /** The border shall run over a place: the biases follow, in the store, as soon as they are found. */
  readonly pullTo: (place: Place) => void
  /** Lets go: what was done is one step. */
  readonly release: () => void
  /** Everything is as before the border was taken. */
  readonly cancel: () => void
}

/** What a pull does, for whoever pulls. */
export interface PullNews {
  readonly to: BranchId
  /** Null where the place cannot go there. */
  readonly pull: BorderPull | null
}

let pulls = 0

/** Takes hold of a border. Every pull is from the biases that there were, so that pulling back undoes it. */
export function holdBorder(
  store: AppStore,
  worker: BiasClient,
  compiled: CompiledPolicy,
  { rule, branches }: BiasBorder,
  heard: (news: PullNews) => void,
): HeldBorder {
  const moment = store.getState()
  const { policy, world, demand } = moment.scenario
  const key = `pull ${++pulls}`
  let ignore = () => {}
  let isWaiting = false
  let isReleased = false

  function apply(biases: readonly number[]): void {
    const { scenario, history, commit } = store.getState()
    // Something else may have been changed in between: then there is nothing to pull any more.
    if (scenario !== moment.scenario && history.openKey !== key) return
    commit(
      `Drag the border of ${quoted(rule)}`,
      (before) => withPolicy(before, withBiases(policy, rule, biases)),
      { coalesce: key },
    )
  }

  return {
    pullTo(place) {
      const to = fartherOf(compiled, rule, branches, place)
      ignore()
      isWaiting = true
      ignore = worker.ask({ policy, world, demand }, { kind: 'pull', rule, branch: to, place }, (reply) => {
        if (reply.kind !== 'pulled') return
        isWaiting = false
        if (reply.pull) apply(reply.pull.biases)
        heard({ to, pull: reply.pull })
        if (isReleased) store.getState().settle()
      })
    },
    release() {
      isReleased = true
      if (!isWaiting) store.getState().settle()
    },
    cancel() {
      ignore()
      const { scenario, history, abandon } = store.getState()
      if (scenario !== moment.scenario && history.openKey === key) abandon(moment)
    },
  }
}

/** Of the two sides of a border, the one that a place did not belong to: the border is pulled away from it. */
function fartherOf(
  { rules }: CompiledPolicy,
  id: string,
  [first, second]: readonly [BranchId, BranchId],
  place: Place,
): BranchId {
  const node = rules.find((rule) => rule.id === id)
  const client = toClient(place)
  const lines = node?.decision.costLines?.(client) ?? []
  const costOf = (branch: BranchId) => {
    const line = lines[node?.branches.findIndex((each) => each.id === branch) ?? -1]
    if (!line?.site || !client.vector) return Number.POSITIVE_INFINITY
    return line.base + line.perKm * vectorDistanceKm(line.site, client.vector)
  }
  return costOf(first) <= costOf(second) ? second : first
}
