import type { RasterView } from '../../../geo/raster-view'
import { type RuleId, sameTarget, type Target } from '../../../model/address'
import { samePrefix } from '../../../model/dns/ip-prefix'
import type { Policy } from '../../../policy/policy'
import { type AppStore, shownPolicy } from '../../../store/app-store'
import {
  type CoverageInputs,
  createCoverageClient,
  startCoverageWorker,
} from '../../../store/coverage/coverage-client'
import type { CoverageAnswer } from '../../../store/coverage/coverage-protocol'
import { remembered, selectMapAddress } from '../../../store/derived'
import { measure } from '../../../store/measure'
import { isDragging, onDragEnd } from '../../kit/drag-hold'
import { whenIdle } from '../../when-idle'
import { type MapFrame, sameView } from '../map-frame'
import type { CatchmentPicture } from './catchment-picture'
import { followInputTime, inputTime } from './input-time'
import { paletteOf, samePalette } from './palette'

export interface CoverageFollower {
  /** Sets what the store does not know: the rule that is painted alone, and the theme's line colour. */
  readonly set: (settings: CoverageSettings) => void
  readonly stop: () => void
}

export interface CoverageSettings {
  /** null paints the whole policy. */
  readonly alone: RuleId | null
  readonly edge: string
  /** Whether every endpoint has a pattern beside its colour. */
  readonly patterned: boolean
}

/** Why a request was made, and when the user did what made it. */
interface Ticket {
  readonly cause: 'policy' | 'view'
  readonly since: number
}

/**
 * Keeps the picture painted: follows the store and the frame without React in between, so that a slider tick
 * is on its way to the worker within the event that made it.
 */
export function followCoverage(
  store: AppStore,
  frame: MapFrame,
  picture: CatchmentPicture,
  answered: (answer: CoverageAnswer) => void,
): CoverageFollower {
  let settings: CoverageSettings = { alone: null, edge: '#000000', patterned: false }
  let shown: CoverageInputs | null = null
  // Once for each drag of a slider.
  let isGhostAsked = false
  const palette = remembered(paletteOf)

  const client = createCoverageClient<Ticket>(startCoverageWorker(), (answer, ticket) => {
    // The policy may have lost its start while this was being painted.
    if (!shown) return
    if (answer.kind === 'world') picture.showWorld(answer.painted)
    if (answer.kind === 'ghost' && isDragging()) picture.showGhost(answer.painted)
    if (answer.kind === 'painted') {
      picture.showView(answer.painted)
      client.recycle(answer.painted.pixels)
      if (ticket)
        measure(NAMES[ticket.cause], ticket.since, { workerMs: answer.tookMs, view: answer.painted.view })
    }
    if (answer.kind === 'shares') measure('catchment:shares', performance.now() - answer.tookMs, {})
    answered(answer)
  })

  function refresh(): void {
    const { rest } = frame.getState()
    const view = rest && inDevicePixels(rest)
    const state = store.getState()
    const { world } = state.scenario
    const policy = shownPolicy(state)
    if (!view) return
    if (policy.start === null) {
      shown = null
      picture.clear()
      return
    }
    const next = palette(policy, world.down, settings.edge, settings.patterned)
    const inputs: CoverageInputs = {
      policy,
      world,
      start: startOf(policy, settings.alone),
      address: selectMapAddress(state),
      view: shown && sameView(shown.view, view) ? shown.view : view,
      // After nothing was shown, answers may have been left out: with another palette all is painted anew.
      palette: shown ? (samePalette(shown.palette, next) ? shown.palette : next) : { ...next },
    }
    if (shown && sameInputs(shown, inputs)) return
    const cause = shown && shown.view === inputs.view ? 'policy' : 'view'
    shown = inputs
    const isFirstOfDrag = cause === 'policy' && isDragging() && !isGhostAsked
    isGhostAsked ||= isFirstOfDrag
    client.show(inputs, { cause, since: inputTime() }, isFirstOfDrag)
  }

  // Whoever selects a rule may be about to move one of its sliders.
  let selected: RuleId | null = null
  let callOff = () => {}
  function rehearse(): void {
    const next = store.getState().selection.find((each) => each.kind === 'rule')?.id ?? null
    if (next === selected) return
    selected = next
    callOff()
    if (next !== null) callOff = whenIdle(() => client.rehearse(next))
  }

  const endGhost = () => {
    isGhostAsked = false
    picture.fadeGhost()
  }
  const stops = [
    followInputTime(),
    store.subscribe(refresh),
    store.subscribe(rehearse),
    frame.subscribe(refresh),
    onDragEnd(endGhost),
  ]
  return {
    set(next) {
      settings = next
      refresh()
    },
    stop() {
      for (const stop of stops) stop()
      callOff()
      client.close()
    },
  }
}

/** So many pixels are painted at each tick of a slider that the eye takes for motion. */
const MOST_PIXELS = 1_000_000

/** The view in the pixels of a fine screen, as far as these are not too many to paint. */
function inDevicePixels(view: RasterView): RasterView {
  const density = Math.min(2, Math.round(window.devicePixelRatio))
  if (density < 2 || view.width * view.height * density ** 2 > MOST_PIXELS) return view
  return {
    zoom: view.zoom + Math.log2(density),
    left: view.left * density,
    top: view.top * density,
    width: view.width * density,
    height: view.height * density,
  }
}

/** Where queries begin: the rule that is shown alone while there is one, else the policy's start. */
export function startOf(policy: Policy, alone: RuleId | null): Target | null {
  return alone !== null && policy.rules.has(alone) ? { kind: 'rule', id: alone } : policy.start
}

function sameInputs(a: CoverageInputs, b: CoverageInputs): boolean {
  const sameObjects =
    a.policy === b.policy && a.world === b.world && a.view === b.view && a.palette === b.palette
  return sameObjects && sameTarget(a.start, b.start) && samePrefix(a.address, b.address)
}

/** From the user's input to the finished picture: of a change of the policy or its world, and of the view. */
const NAMES = { policy: 'catchment:repaint', view: 'catchment:view' } as const
