import { percentText } from '../../analysis/words'
import type { CompiledPolicy } from '../../engine/compile'
import type { Atlas } from '../../geo/atlas'
import type { Gazetteer } from '../../geo/gazetteer'
import type { RasterView } from '../../geo/raster-view'
import { endpointLooks } from '../endpoint-colours'
import { Swatch } from '../kit/swatch'
import styles from './map.module.css'
import { probe } from './probe'
import { coordinatesAt, type ScreenPoint } from './projection'

export interface HoverTooltipProps {
  readonly at: ScreenPoint
  readonly view: RasterView
  readonly compiled: CompiledPolicy
  readonly atlas: Atlas
  readonly gazetteer: Gazetteer | null
}

/** How many endpoints are named before the rest is counted. */
const SHOWN = 5

/** Beside the pointer: the place, who it reaches with exact chances, and why. */
export function HoverTooltip({ at, view, compiled, atlas, gazetteer }: HoverTooltipProps) {
  const { place, distribution, reasons } = probe(compiled, coordinatesAt(view, at), atlas, gazetteer)
  const looks = endpointLooks(compiled.policy)
  const { endpoints, nodata } = distribution
  const more = endpoints.length - SHOWN
  return (
    <div className={styles['tooltip']} style={besidePointer(at, view)} data-testid="map-tooltip">
      <div className={styles['place']}>{place}</div>
      <ul className={styles['answers']}>
        {endpoints.slice(0, SHOWN).map(({ endpoint, probability }) => (
          <li key={endpoint}>
            <Swatch look={looks.get(endpoint)} />
            <span>{endpoint}</span>
            <span>{percentText(probability)}</span>
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
        {nodata > 0 && (
          <li>
            <span className={styles['nothing']} />
            <span>No answer</span>
            <span>{percentText(nodata)}</span>
          </li>
        )}
      </ul>
      {reasons.map((reason) => (
        <div key={reason} className={styles['reason']}>
          {reason}
        </div>
      ))}
    </div>
  )
}

const GAP = 14

/** On that side of the pointer where there is more room. */
function besidePointer({ x, y }: ScreenPoint, { width, height }: RasterView) {
  const left = x < width / 2 ? `${x + GAP}px` : `calc(${x - GAP}px - 100%)`
  const top = y < height / 2 ? `${y + GAP}px` : `calc(${y - GAP}px - 100%)`
  return { transform: `translate(${left}, ${top})` }
}
