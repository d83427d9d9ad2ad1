import { useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { isOverCapacity, type Utilisation, utilisationText } from '../../../analysis/capacity'
import type { CompiledPolicy } from '../../../engine/compile'
import type { RasterView } from '../../../geo/raster-view'
import type { EndpointId } from '../../../model/address'
import { useApp, useAppStore } from '../../app-context'
import { type EndpointLook, endpointLooks } from '../../endpoint-colours'
import { useMediaQuery } from '../../shell/use-media-query'
import { useUtilisations } from '../../tuning/use-over-capacity'
import styles from '../map.module.css'
import type { MapFrame } from '../map-frame'
import { type Box, labelOf, type PlacedSite, placeSites } from './site-labels'
import { pieOf } from './site-pie'
import { type Site, sitesOf } from './sites'

export interface SiteMarkersProps {
  readonly frame: MapFrame
  readonly compiled: CompiledPolicy
}

/** Width and height of a button in pixels, by mouse and by finger; the style sheets have the same. */
const BUTTON = { fine: 28, coarse: 40 } as const

/** The room of the map's buttons: seven at the upper right, and a little around them. */
function buttonsIn({ width }: RasterView, size: number): Box {
  return { left: width - size - 20, right: width, top: 0, bottom: 7 * size + 30 }
}

/** A marker at every place that the policy measures distances to; a click selects the branch. */
export function SiteMarkers({ frame, compiled }: SiteMarkersProps) {
  const store = useAppStore()
  const layer = useRef<HTMLDivElement>(null)
  const selection = useApp((state) => state.selection)
  // While the map is only pushed along, the whole layer is moved; markers are placed anew when it rests.
  const placedIn = useStore(frame, anchorOf)
  const sites = useMemo(() => sitesOf(compiled), [compiled])
  const looks = useMemo(() => endpointLooks(compiled.policy), [compiled.policy])
  const button = BUTTON[useMediaQuery('(pointer: coarse)') ? 'coarse' : 'fine']
  const placed = useMemo(
    () => (placedIn ? placeSites(placedIn, sites, [buttonsIn(placedIn, button)]) : []),
    [placedIn, sites, button],
  )

  useEffect(() => {
    const push = () => {
      const { view } = frame.getState()
      if (!layer.current || !view || !placedIn) return
      layer.current.style.transform = `translate(${placedIn.left - view.left}px, ${placedIn.top - view.top}px)`
    }
    push()
    return frame.subscribe(push)
  }, [frame, placedIn])

  const utilisations = useUtilisations()

  const isSelected = ({ branches }: Site) =>
    branches.some(({ rule, branch }) =>
      selection.some((each) => each.kind === 'rule' && each.id === rule && each.branch === branch),
    )

  function select({ branches }: Site): void {
    const at = branches.findIndex(({ rule, branch }) =>
      selection.some((each) => each.kind === 'rule' && each.id === rule && each.branch === branch),
    )
    // Several branches at one place take turns.
    const next = branches[(at + 1) % branches.length]
    if (next) store.getState().select([{ kind: 'rule', id: next.rule, branch: next.branch }])
  }

  return (
    // A wheel turned over a marker is meant for the map that lies beside this layer, not below it.
    <div
      ref={layer}
      className={styles['markers']}
      onWheel={({ currentTarget, nativeEvent }) =>
        currentTarget.parentElement
          ?.querySelector('[role="application"]')
          ?.dispatchEvent(new WheelEvent(nativeEvent.type, nativeEvent))
      }
    >
      {placed.map((each) => (
        <Marker
          key={markerKey(each)}
          placed={each}
          looks={looks}
          selected={isSelected(each.site)}
          over={overAt(each.site, utilisations)}
          onSelect={() => select(each.site)}
        />
      ))}
    </div>
  )
}

/** A marker stays the same element while it is moved, so that it keeps the focus. */
function markerKey({ site: { key, branches }, copy }: PlacedSite): string {
  const [first] = branches
  return `${first ? `${first.rule}/${first.branch}` : key} ${copy}`
}

interface MarkerProps {
  readonly placed: PlacedSite
  readonly looks: ReadonlyMap<EndpointId, EndpointLook>
  readonly selected: boolean
  /** What is over capacity there, in words; null when nothing is. */
  readonly over: string | null
  readonly onSelect: () => void
}

function Marker({ placed, looks, selected, over, onSelect }: MarkerProps) {
  const { site, at, copy, side, hasRoom } = placed
  const leads = site.branches.map(({ place, leadsTo, rule }) => `${place} leads to ${leadsTo} (rule ${rule})`)
  const words = [...leads, ...(over === null ? [] : [over])].join('; ')
  return (
    <button
      type="button"
      className={styles['marker']}
      style={{ transform: `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)` }}
      data-room={hasRoom}
      data-side={side}
      data-site={site.key}
      data-selected={selected}
      data-over={over !== null}
      aria-label={words}
      aria-hidden={copy > 0}
      tabIndex={copy === 0 ? 0 : -1}
      title={words}
      onClick={onSelect}
    >
      <span className={styles['dot']} style={pieOf(site.mix, looks)} />
      <span className={styles['label']}>
        {over !== null && '⚠ '}
        {labelOf(site)}
      </span>
    </button>
  )
}

/** Which of the endpoints that the marker leads to get more than they can take. */
function overAt({ mix }: Site, utilisations: ReadonlyMap<EndpointId, Utilisation>): string | null {
  const over = mix.endpoints.flatMap(({ endpoint }) => {
    const found = utilisations.get(endpoint)
    return found && isOverCapacity(found) ? [`${endpoint} ${utilisationText(found) ?? ''}`] : []
  })
  return over.length === 0 ? null : `over capacity: ${over.join(', ')}`
}

/** The view that markers are placed in: the present one while it is zoomed, else where the map rests. */
function anchorOf({ view, rest }: { view: RasterView | null; rest: RasterView | null }): RasterView | null {
  if (!view || !rest) return view
  const sameScale = view.zoom === rest.zoom && view.width === rest.width && view.height === rest.height
  return sameScale ? rest : view
}
