import type { CSSProperties } from 'react'
import { percentText } from '../../../analysis/words'
import type { CompiledPolicy } from '../../../engine/compile'
import type { RasterView } from '../../../geo/raster-view'
import { endpointLooks } from '../../endpoint-colours'
import { Swatch } from '../../kit/swatch'
import map from '../map.module.css'
import { usePatterns } from '../painting/patterns'
import type { ScreenPoint } from '../projection'
import own from './reading.module.css'
import type { Story } from './story'
import styles from './story-card.module.css'

export interface StoryCardProps {
  readonly story: Story
  readonly compiled: CompiledPolicy
  readonly at: ScreenPoint
  readonly view: RasterView
}

/** How many endpoints are named before the rest is counted. */
const SHOWN = 5

/** Beside the pointer or the crosshair: the place, who it reaches with exact chances, and why. */
export function StoryCard({ story, compiled, at, view }: StoryCardProps) {
  const { place, position, distribution, chapters } = story
  const looks = endpointLooks(compiled.policy, usePatterns())
  const { endpoints, nodata } = distribution
  const more = endpoints.length - SHOWN
  return (
    <div className={styles['tooltip']} style={besidePoint(at, view)} data-testid="map-tooltip">
      <div className={styles['where']}>
        <span className={styles['place']}>{place}</span>
        <span className={styles['reason']}>{position}</span>
      </div>
      <ul className={styles['answers']}>
        {endpoints.slice(0, SHOWN).map(({ endpoint, probability }) => (
          <li key={endpoint}>
            <Swatch look={looks.get(endpoint)} />
            <span>
              {endpoint}
              {compiled.health.isDown(endpoint) && ' (down)'}
            </span>
            <span>{percentText(probability)}</span>
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
        {nodata > 0 && (
          <li>
            <span className={map['nothing']} />
            <span>No answer</span>
            <span>{percentText(nodata)}</span>
          </li>
        )}
      </ul>
      {chapters.map(({ title, text, runnerUp }) => (
        <div key={title} className={own['chapter']}>
          <span className={own['rule']}>{title}</span>
          {text}
          {runnerUp !== null && <span className={own['runnerUp']}>Next: {runnerUp}</span>}
        </div>
      ))}
    </div>
  )
}

const GAP = 14
const EDGE = 4
/** The widest that the card gets, and where the map has less room. */
const WIDEST = 340
const NARROW = 280
const ROOMY = 420
/** Width of the map's buttons with their margin: left free where the card fits above or below its point. */
const CONTROLS = 56
const TALL = 480

/** On that side of the point where there is more room, and never over the edge of the map. */
function besidePoint({ x, y }: ScreenPoint, { width, height }: RasterView): CSSProperties {
  const widest = width < ROOMY ? NARROW : WIDEST
  const most = width - (height < TALL ? EDGE : CONTROLS)
  const isLeft = x < width / 2
  const room = isLeft ? Math.min(x + GAP, most - widest) : Math.max(x - GAP, widest + EDGE)
  const left = isLeft ? `${Math.max(EDGE, room)}px` : `calc(${Math.min(most, room)}px - 100%)`
  const top =
    y < height / 2
      ? `max(${EDGE}px, min(${y + GAP}px, calc(${height - EDGE}px - 100%)))`
      : `max(${EDGE}px, calc(${y - GAP}px - 100%))`
  return { maxWidth: widest, transform: `translate(${left}, ${top})` }
}
