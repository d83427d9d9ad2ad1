import type { AreaShares } from '../../../analysis/area-shares'
import type { Scenario } from '../../../scenario/scenario'
import type { OutlineReading } from '../../../store/workers/reading-protocol'

/** What the legend counts: shares, parts of 1, and in words what they are parts of and how they were found. */
export interface Counted {
  readonly shares: Pick<AreaShares, 'shares' | 'nodata' | 'blackholed'>
  readonly title: string
  readonly notes: readonly string[]
}

/** As on the screen: land area or demand, whichever the legend shows there. */
export function countedOf({ view, demand }: Scenario, reading: OutlineReading): Counted {
  return view.legend === 'demand' ? countedDemand(reading, demand !== null) : countedArea(reading.area)
}

function countedArea(area: AreaShares): Counted {
  const points = area.samplePoints.toLocaleString('en')
  return {
    shares: area,
    title: `Percent of land area (estimate ± ${(area.margin * 100).toFixed(1)} points)`,
    notes: [`Areas are estimated from ${points} sample points on land, without Antarctica.`],
  }
}

function countedDemand({ shares, demand: { unit, places, source } }: OutlineReading, own: boolean): Counted {
  return {
    shares,
    title: own ? `Percent of own demand (${unit})` : `Percent of the world’s ${unit} (estimate)`,
    notes: [own ? `${source}.` : `An estimate from ${places.toLocaleString('en')} places. ${source}.`],
  }
}
