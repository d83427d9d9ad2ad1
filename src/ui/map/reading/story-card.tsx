import { type RefObject, useContext, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { percentText } from '../../../analysis/words'
import type { CompiledPolicy } from '../../../engine/compile'
import type { RasterView } from '../../../geo/raster-view'
import { endpointLooks } from '../../endpoint-colours'
import { Swatch } from '../../kit/swatch'
import map from '../map.module.css'
import { NotesContext } from '../notes/map-note'
import { usePatterns } from '../painting/patterns'
import type { ScreenPoint } from '../projection'
import { cardPlace } from './card-place'
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
  const card = useBesidePoint(at, view)
  const widest = view.width < ROOMY ? NARROW : WIDEST
  const { endpoints, nodata } = distribution
  const more = endpoints.length - SHOWN
  return (
    <div ref={card} className={styles['tooltip']} style={{ maxWidth: widest }} data-testid="map-tooltip">
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

/** The widest that the card gets, and where the map has less room, in pixels. */
const WIDEST = 340
const NARROW = 280
const ROOMY = 420

/** Keeps a card beside a point of the map, clear of the buttons and words over it. Gives the card's ref. */
function useBesidePoint(at: ScreenPoint, view: RasterView): RefObject<HTMLDivElement | null> {
  const card = useRef<HTMLDivElement>(null)
  const notes = useContext(NotesContext)
  const place = useEffectEvent(() => {
    const stage = notes?.parentElement
    if (!card.current || !notes || !stage) return
    const { left, top } = stage.getBoundingClientRect()
    const taken = [...notes.children, ...stage.querySelectorAll('[data-keep-clear]')]
      .map((element) => element.getBoundingClientRect())
      .map(({ x, y, width, height }) => ({ x: x - left, y: y - top, width, height }))
    const { offsetWidth: width, offsetHeight: height } = card.current
    const { x, y } = cardPlace(at, { width, height }, view, taken)
    card.current.style.transform = `translate(${x}px, ${y}px)`
  })
  // After every drawing, since the card is as large as its story.
  useLayoutEffect(() => place())
  // A hint may come when the pointer rests already.
  useEffect(() => {
    if (!notes) return
    const changes = new MutationObserver(() => place())
    changes.observe(notes, { subtree: true, childList: true, attributes: true, characterData: true })
    return () => changes.disconnect()
  }, [notes])
  return card
}
