import type { RasterView } from '../../../geo/raster-view'
import type { RuleId, Target } from '../../../model/address'
import type { IpPrefix } from '../../../model/dns/ip-prefix'
import type { Scenario } from '../../../scenario/scenario'
import { type AppState, savedScenario, shownPolicy } from '../../../store/app-store'
import { selectMapAddress } from '../../../store/derived'
import { mapScene } from '../map-scene'
import { startOf } from '../painting/follow-coverage'

/** What is on the map now, which is what files and paper show. */
export interface ShownScene {
  /** With the policy that the map shows, and the view that is on it. */
  readonly scenario: Scenario
  /** Whether that policy is a preview, which nobody has accepted yet. */
  readonly isPreview: boolean
  /** The rule that is painted alone; null for the whole policy. */
  readonly alone: RuleId | null
  /** Where queries begin. */
  readonly start: Target | null
  /** The address of all clients; null where it is not known or makes no difference. */
  readonly address: IpPrefix | null
  /** Where the map rests; null before there was one. */
  readonly view: RasterView | null
  /** The time that night is shown for, in ms since 1970; null before it was shown. */
  readonly nightTime: number | null
}

export function shownScene(state: AppState): ShownScene {
  const saved = savedScenario(state)
  const policy = shownPolicy(state)
  const { alone: chosen, view, nightTime } = mapScene.getState()
  const alone = chosen !== null && policy.rules.has(chosen) ? chosen : null
  return {
    scenario: { ...saved, policy },
    isPreview: policy !== saved.policy,
    alone,
    start: startOf(policy, alone),
    address: selectMapAddress(state),
    view,
    nightTime,
  }
}
