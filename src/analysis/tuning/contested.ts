import { compilePolicy } from '../../engine/compile'
import type { World } from '../../model/world'
import type { Policy } from '../../policy/policy'
import { placeAnswers } from '../demand/place-answers'
import type { PreparedDemand } from '../demand/prepared-demand'
import { biggestMovers, type Move, movedShare } from '../movers'

/** Demand about which AWS's guide and AWS's own map disagree, since they count a negative bias differently. */
export interface ContestedDemand {
  /** The part of the world's demand that goes elsewhere by the other formula, in 0…1. */
  readonly share: number
  /** From the endpoint by the guide to the endpoint by the map, the largest first. */
  readonly moves: readonly Move[]
}

/** What is contested in a policy and its world, whichever formula the world follows (route53.md 4.5). */
export function contestedDemand(policy: Policy, world: World, prepared: PreparedDemand): ContestedDemand {
  const [guide, map] = (['guide', 'map'] as const).map((negativeBias) =>
    placeAnswers(compilePolicy(policy, { ...world, negativeBias }), prepared),
  )
  const moves = guide && map ? biggestMovers(guide, map, prepared) : []
  return { share: movedShare(moves), moves }
}
