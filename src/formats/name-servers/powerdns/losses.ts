import type { Problem } from '../../../model/problem'
import type { Scenario } from '../../../scenario/scenario'
import { livePolicy } from '../live-policy'
import { nameServerLosses } from '../losses'

/** What a zone for PowerDNS cannot hold; Lua can say the rest. */
export function powerdnsLosses(scenario: Scenario): readonly Problem[] {
  return nameServerLosses('PowerDNS', scenario, livePolicy(scenario.policy))
}
