import type { Coordinates } from '../../../geo/coordinates'
import type { RasterView } from '../../../geo/raster-view'
import { setBranchLocation } from '../../../policy/edits/set-location'
import type { GeoproximityLocation } from '../../../rules/geoproximity/location'
import type { AppStore } from '../../../store/app-store'
import { editPolicy } from '../../use-edit'
import { coordinatesAt, type ScreenPoint } from '../projection'
import { clashAt, coordinatesLocation, type MovableBranch, snapNear, snapTargets } from './move-site'
import { positionText } from './story'

/** What a move in progress does, for the hint. */
export interface MoveNews {
  readonly text: string
  /** What Route 53 would say against it. */
  readonly clash: string | null
}

/** A marker in the hand: every step is painted at once, and all of them together are one step of the history. */
export interface HeldSite {
  readonly moveTo: (view: RasterView, at: ScreenPoint) => MoveNews
  /** Lets go; whether it was put somewhere. A Region that was dropped between Regions was not. */
  readonly release: () => boolean
  /** Puts it back as though it had not been taken. */
  readonly cancel: () => void
}

/** Pixels within which a Region or Local Zone draws a marker to itself. */
const SNAP = 28

export function holdSite(store: AppStore, held: MovableBranch): HeldSite {
  const since = store.getState()
  const isCustom = held.location.kind === 'coordinates'
  const targets = snapTargets(since.scenario.policy)
  let isPlaced = true
  /** Another scenario was opened meanwhile: what was held is no part of it. */
  const isGone = () => store.getState().scenarioKey !== since.scenarioKey

  function put(location: GeoproximityLocation): string | null {
    if (isGone()) return null
    moveBranch(store, held, location)
    return clashAt(store.getState().scenario.policy, held, location)
  }

  return {
    moveTo(view, at) {
      if (isCustom) {
        const place = coordinatesAt(view, at)
        const location = coordinatesLocation(place)
        return { text: positionText(place), clash: put(location) }
      }
      const target = snapNear(targets, view, at, SNAP, held.location.kind)
      isPlaced = target !== null
      if (target) return { text: target.label, clash: put(target.location) }
      store.getState().abandon(since)
      return { text: 'Between Regions: let go for custom coordinates, or drag to a dot', clash: null }
    },
    release() {
      store.getState().settle()
      return isPlaced || isGone()
    },
    cancel: () => store.getState().abandon(since),
  }
}

/** Gives a branch another location; steps of one burst are one step of the history. */
export function moveBranch(
  store: AppStore,
  { rule, branch }: Pick<MovableBranch, 'rule' | 'branch'>,
  location: GeoproximityLocation,
): void {
  editPolicy(
    store,
    `Move a location of ${rule}`,
    (policy) => setBranchLocation(policy, { rule, branch }, location),
    { coalesce: `${rule}/${branch} location on the map` },
  )
}

/** Custom coordinates moved by steps in degrees. */
export function stepped({ latitude, longitude }: Coordinates, north: number, east: number): Coordinates {
  const around = ((((longitude + east + 180) % 360) + 360) % 360) - 180
  return { latitude: Math.min(90, Math.max(-90, latitude + north)), longitude: around }
}
