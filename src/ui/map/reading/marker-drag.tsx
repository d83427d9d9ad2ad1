import { Suspense, useEffect, useEffectEvent, useState } from 'react'
import type { CompiledPolicy } from '../../../engine/compile'
import { coordinatesOf, type GeoproximityLocation } from '../../../rules/geoproximity/location'
import { useAppStore } from '../../app-context'
import { LazyMenu } from '../../kit/menu'
import type { MapFrame } from '../map-frame'
import { MapNote, useStage } from '../notes/map-note'
import notes from '../notes/notes.module.css'
import { coordinatesAt, type ScreenPoint } from '../projection'
import { sitesOf } from '../sites/sites'
import { followMarkers } from './follow-markers'
import {
  clashAt,
  coordinatesLocation,
  type MovableBranch,
  movableBranch,
  snapNear,
  snapTargets,
  snapTowards,
} from './move-site'
import { type HeldSite, holdSite, type MoveNews, moveBranch, stepped } from './site-move'
import { SnapDots } from './snap-dots'
import { positionText } from './story'

export interface MarkerDragProps {
  readonly frame: MapFrame
  readonly compiled: CompiledPolicy
}

/** Degrees that an arrow key moves custom coordinates, and with Shift. */
const STEP = 0.1
const BIG_STEP = 1

interface Dropped {
  readonly held: MovableBranch
  readonly at: ScreenPoint
  readonly x: number
  readonly y: number
}

/** Markers of geoproximity locations can be dragged, or moved by arrow keys; everywhere else they are as ever. */
export function MarkerDrag({ frame, compiled }: MarkerDragProps) {
  const store = useAppStore()
  const stage = useStage()
  const [news, setNews] = useState<MoveNews | null>(null)
  const [held, setHeld] = useState<MovableBranch | null>(null)
  const [dropped, setDropped] = useState<Dropped | null>(null)

  const branchOf = useEffectEvent((siteKey: string): MovableBranch | null => {
    const state = store.getState()
    // The locations of a preview are not anybody's yet.
    if (state.preview) return null
    const site = sitesOf(compiled).find(({ key }) => key === siteKey)
    return site ? movableBranch(state.scenario.policy, site, state.selection) : null
  })
  const hold = useEffectEvent((branch: MovableBranch): HeldSite => {
    store.getState().select([{ kind: 'rule', id: branch.rule, branch: branch.branch }])
    setHeld(branch)
    setNews(null)
    return holdSite(store, branch)
  })
  const step = useEffectEvent(
    (branch: MovableBranch, direction: readonly [number, number], isBig: boolean) => {
      const { view } = frame.getState()
      const from = coordinatesOf(branch.location)
      if (!view || !from) return
      const [x, y] = direction
      if (branch.location.kind === 'coordinates') {
        const by = isBig ? BIG_STEP : STEP
        const place = stepped(from, -y * by, x * by)
        const location = coordinatesLocation(place)
        moveBranch(store, branch, location)
        setNews({
          text: positionText(place),
          clash: clashAt(store.getState().scenario.policy, branch, location),
        })
        return
      }
      const { policy } = store.getState().scenario
      const target = snapTowards(snapTargets(policy), view, from, direction)
      if (!target) return
      moveBranch(store, branch, target.location)
      setNews({ text: target.label, clash: clashAt(policy, branch, target.location) })
    },
  )

  useEffect(() => {
    if (!stage) return
    return followMarkers(stage, {
      branchOf: (site) => branchOf(site),
      hold: (branch) => hold(branch),
      moved(site, at) {
        const { view } = frame.getState()
        if (view) setNews(site.moveTo(view, at))
      },
      dropped(branch, site, at, window) {
        setHeld(null)
        if (site.release()) return
        setDropped({ held: branch, at, ...window })
      },
      cancelled(site) {
        site.cancel()
        setHeld(null)
        setNews(null)
      },
      step: (branch, direction, isBig) => step(branch, direction, isBig),
      left() {
        setNews(null)
        store.getState().settle()
      },
    })
  }, [stage, frame, store])

  return (
    <>
      {held && held.location.kind !== 'coordinates' && <SnapDots frame={frame} />}
      <MapNote>
        <p
          className={notes['hint']}
          data-tone={news?.clash ? 'warning' : 'plain'}
          hidden={!news}
          role="status"
          data-testid="move-hint"
        >
          {news?.text}
          {news?.clash && <> · {news.clash}</>}
        </p>
      </MapNote>
      <Suspense>
        {dropped && (
          <DropMenu
            dropped={dropped}
            frame={frame}
            onClose={() => {
              setDropped(null)
              setNews(null)
            }}
          />
        )}
      </Suspense>
    </>
  )
}

interface DropMenuProps {
  readonly dropped: Dropped
  readonly frame: MapFrame
  readonly onClose: () => void
}

/** What to do with a Region or Local Zone that was dropped away from any other. */
function DropMenu({ dropped: { held, at, x, y }, frame, onClose }: DropMenuProps) {
  const store = useAppStore()
  const { view } = frame.getState()
  if (!view) return null
  const location = coordinatesLocation(coordinatesAt(view, at))
  const targets = snapTargets(store.getState().scenario.policy)
  const nearest = snapNear(targets, view, at, Number.POSITIVE_INFINITY, held.location.kind)
  const choose = (next: GeoproximityLocation) => {
    moveBranch(store, held, next)
    store.getState().settle()
  }
  return (
    <LazyMenu
      label="Where to put the location"
      at={{ x, y }}
      onClose={onClose}
      items={[
        {
          key: 'custom',
          label: 'Stand here, by coordinates',
          detail: `${location.latitude}, ${location.longitude} instead of the Region or Local Zone`,
          onSelect: () => choose(location),
        },
        ...(nearest
          ? [
              {
                key: 'nearest',
                label: `Move to ${nearest.label}`,
                detail: 'the nearest on the map',
                onSelect: () => choose(nearest.location),
              },
            ]
          : []),
        { key: 'back', label: 'Leave it where it was', onSelect: () => {} },
      ]}
    />
  )
}
