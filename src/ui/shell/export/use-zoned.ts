import { useEffect, useState } from 'react'
import { inProposedZone, wantsZone, type Zoned } from '../../../formats/name-servers/proposed-zone'
import type { OutputFormat } from '../../../formats/output-format'
import type { Scenario } from '../../../scenario/scenario'
import { proposedZoneOf } from '../../../store/propose-zone'

interface Proposal {
  readonly name: string
  readonly zone: string | null
}

/** The scenario as a format writes it: in a proposed zone where it needs one; null until that is known. */
export function useZoned(format: OutputFormat, scenario: Scenario): Zoned | null {
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const isWanted = wantsZone(format, scenario)
  const { name } = scenario.record
  useEffect(() => {
    if (!isWanted) return
    let isCurrent = true
    const settle = (zone: string | null) => {
      if (isCurrent) setProposal({ name, zone })
    }
    // Without the list, as without a network, the zone is guessed from the name alone.
    proposedZoneOf(name).then(settle, () => settle(null))
    return () => {
      isCurrent = false
    }
  }, [isWanted, name])
  if (!isWanted) return { scenario, problems: [] }
  return proposal?.name === name ? inProposedZone(scenario, proposal.zone) : null
}
