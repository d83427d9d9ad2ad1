import type { AreaShares } from '../../../analysis/area-shares'
import { percentText } from '../../../analysis/words'

/** A share with one decimal, which is what the sample can tell. */
export function shareText(share: number | undefined): string {
  if (share === undefined) return '–'
  if (share > 0 && share < 0.0005) return '< 0.1 %'
  return share === 1 ? percentText(1) : `${(share * 100).toFixed(1)} %`
}

/** The map in words, for those who do not see it: largest first. */
export function shareSummary(shares: AreaShares | null): string {
  if (!shares) return 'The shares of land area are being worked out.'
  const parts = [...shares.shares]
    .filter(([, share]) => share > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([endpoint, share]) => `${endpoint} ${shareText(share)}`)
  if (shares.nodata > 0) parts.push(`no answer ${shareText(shares.nodata)}`)
  const black = shares.blackholed > 0 ? ` Black-holed: ${shareText(shares.blackholed)}.` : ''
  return `Estimated shares of land area: ${parts.join(', ')}.${black}`
}
