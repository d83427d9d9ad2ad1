import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { AreaShares } from '../../../analysis/area-shares'
import type { EndpointId } from '../../../model/address'
import type { LegendMeasure } from '../../../scenario/scenario'
import { isFresh } from '../../../store/app-store'
import { useApp, useAppStore } from '../../app-context'
import type { SharesAnswer } from '../../tuning/section'
import { sharesFeed } from '../../tuning/shares-feed'
import type { CoverageStatusStore } from '../painting/use-coverage'

/** What shares are estimated from, and how well: in a few words, and in sentences. */
export interface SharesNote {
  readonly short: string
  readonly full: string
}

/** What the legend says of a measure. */
export interface LegendShares {
  /** Parts of 1; null while they are being worked out. */
  readonly shares: ReadonlyMap<EndpointId, number> | null
  readonly nodata: number
  /** Null while they are being worked out. */
  readonly note: SharesNote | null
}

const WORKING: LegendShares = { shares: null, nodata: 0, note: null }

/** The shares of the chosen measure. Demand is shared out only while somebody looks at it. */
export function useLegendShares(status: CoverageStatusStore, measure: LegendMeasure): LegendShares {
  const feed = sharesFeed(useAppStore())
  const isDemand = measure === 'demand'
  useEffect(() => (isDemand ? feed.follow() : undefined), [feed, isDemand])
  const answer = useStore(feed.status, (state) => state.answer)
  const failure = useStore(feed.status, (state) => state.failure)
  const area = useStore(status, (state) => state.shares)
  const isOwn = useApp(({ scenario }) => scenario.demand !== null)
  const isPreview = useApp(({ preview, scenario }) => preview !== null && isFresh(preview, scenario))
  if (!isDemand) return area ? { shares: area.shares, nodata: area.nodata, note: areaNote(area) } : WORKING
  if (failure !== null) return { ...WORKING, note: { short: 'could not be worked out', full: failure } }
  if (!answer) return WORKING
  const { shares, nodata } = answer.shares
  return { shares, nodata, note: demandNote(answer.demand, isOwn, isPreview) }
}

function areaNote({ samplePoints, margin }: AreaShares): SharesNote {
  const points = (margin * 100).toFixed(1)
  const places = samplePoints.toLocaleString('en')
  return {
    short: `estimate ± ${points} points`,
    full: `An estimate from ${places} sample points on land, without Antarctica: each share may be off by ${points} percentage points. Borders: Natural Earth.`,
  }
}

function demandNote(
  { unit, places, source }: SharesAnswer['demand'],
  isOwn: boolean,
  isPreview: boolean,
): SharesNote {
  const full = `Percent of ${isOwn ? 'your' : 'the world’s'} ${unit} in ${places.toLocaleString('en')} places. ${source}.`
  const short = isOwn ? 'your own demand' : `estimate of ${unit}`
  return isPreview
    ? { short: `${short}, without the preview`, full: `${full} What is only looked at is not counted.` }
    : { short, full }
}
