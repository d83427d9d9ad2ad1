import { pointsText } from '../../analysis/share-words'
import type { BranchId } from '../../model/address'
import type { CliffLine } from '../../store/workers/bias-protocol'

/** What a step of a bias moves and from whom: `+1.2 points: Tokyo, Osaka from ap-south-1`. */
export function cliffText({ share, moves }: CliffLine, names: ReadonlyMap<BranchId, string>): string {
  const parts = moves.map(({ from, places, share: part }) => {
    const size = moves.length > 1 ? ` (${pointsText(part)})` : ''
    return `${places} from ${names.get(from) ?? 'elsewhere'}${size}`
  })
  return `${pointsText(share)}: ${parts.join('; ')}`
}
