import type { BranchByType } from '../../../rules'
import { closenessOf, closestOther } from '../../../rules/geoproximity/closest'
import { geoproximity } from '../../../rules/geoproximity/definition'
import { coordinatesOf } from '../../../rules/geoproximity/location'
import { Callout } from '../../kit/callout'

export interface ClashNoteProps {
  readonly branches: readonly BranchByType['geoproximity'][]
  readonly branch: BranchByType['geoproximity']
}

/** Says at once that a location stands too close to another of its rule, whichever of the two was there first (V20). */
export function ClashNote({ branches, branch }: ClashNoteProps) {
  const here = coordinatesOf(branch.location)
  const closest = here && closestOther(branches, branch.id, here)
  const closeness = closest && closenessOf(closest.km)
  if (!closest || closeness === null) return null
  const other = geoproximity.labelOf(closest.branch)
  if (closeness === 'same-point') return <Callout tone="error">The same point as {other}.</Callout>
  const far = `${Math.round(closest.km)} km from ${other}`
  return closeness === 'same-metropolis' ? (
    <Callout tone="warning">Only {far}: AWS refuses two locations in one metropolitan area.</Callout>
  ) : (
    <Callout tone="note">
      {far}: AWS refuses two locations in one metropolitan area and does not say how far that reaches.
    </Callout>
  )
}
