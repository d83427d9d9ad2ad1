import type { ScreenPoint } from '../projection'
import { swallowClick } from '../swallow-click'
import type { MovableBranch } from './move-site'
import type { HeldSite } from './site-move'

/** What is done when markers are moved. */
export interface MarkerTasks {
  /** The branch that a marker moves; null for one that cannot be moved. */
  readonly branchOf: (siteKey: string) => MovableBranch | null
  readonly hold: (branch: MovableBranch) => HeldSite
  readonly moved: (site: HeldSite, at: ScreenPoint) => void
  /** `window` is the same point in the window, where a menu can hang. */
  readonly dropped: (branch: MovableBranch, site: HeldSite, at: ScreenPoint, window: ScreenPoint) => void
  readonly cancelled: (site: HeldSite) => void
  /** An arrow key on a focused marker. */
  readonly step: (branch: MovableBranch, direction: readonly [number, number], isBig: boolean) => void
  /** The focus left a marker. */
  readonly left: () => void
}

/** A press that moves less is a click. */
const SLACK = 4

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

interface Pressed {
  readonly branch: MovableBranch
  readonly pointer: number
  readonly at: ScreenPoint
  /** From the pointer to the middle of the marker. */
  readonly offset: ScreenPoint
}

/** Watches the pointer and the keys on the markers of a map. Returns how to stop. */
export function followMarkers(stage: HTMLElement, tasks: MarkerTasks): () => void {
  let pressed: Pressed | null = null
  let site: HeldSite | null = null
  let frameAsked = 0

  const pointOf = ({ clientX, clientY }: MouseEvent): ScreenPoint => {
    const { left, top } = stage.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  const markerOf = ({ target }: Event) =>
    target instanceof Element ? target.closest<HTMLElement>('[data-site]') : null
  const branchAt = (event: Event) => {
    const key = markerOf(event)?.dataset['site']
    return key === undefined ? null : tasks.branchOf(key)
  }

  function down(event: PointerEvent): void {
    if (pressed) return end(event, false)
    if (!event.isPrimary || event.button !== 0) return
    const branch = branchAt(event)
    const box = markerOf(event)?.getBoundingClientRect()
    if (!branch || !box) return
    const offset = {
      x: box.left + box.width / 2 - event.clientX,
      y: box.top + box.height / 2 - event.clientY,
    }
    pressed = { branch, pointer: event.pointerId, at: pointOf(event), offset }
  }
  function move(event: PointerEvent): void {
    if (!pressed || event.pointerId !== pressed.pointer) return
    const at = pointOf(event)
    if (!site && Math.hypot(at.x - pressed.at.x, at.y - pressed.at.y) < SLACK) return
    event.preventDefault()
    site ??= tasks.hold(pressed.branch)
    stage.dataset['moving'] = 'true'
    const { offset } = pressed
    const held = site
    cancelAnimationFrame(frameAsked)
    frameAsked = requestAnimationFrame(() => tasks.moved(held, { x: at.x + offset.x, y: at.y + offset.y }))
  }
  function up(event: PointerEvent): void {
    if (event.pointerId === pressed?.pointer) end(event, event.type === 'pointerup')
  }
  function end(event: MouseEvent | null, isWanted: boolean): void {
    const last = pressed
    const held = site
    pressed = null
    site = null
    cancelAnimationFrame(frameAsked)
    delete stage.dataset['moving']
    if (!last || !held) return
    if (isWanted && event) {
      const point = pointOf(event)
      const at = { x: point.x + last.offset.x, y: point.y + last.offset.y }
      tasks.moved(held, at)
      tasks.dropped(last.branch, held, at, { x: event.clientX, y: event.clientY })
    } else tasks.cancelled(held)
    // The click that ends the press is not meant for the marker.
    swallowClick(window)
  }
  function key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && site) {
      event.stopPropagation()
      end(null, false)
      return
    }
    const arrow = ARROWS[event.key]
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return
    const branch = branchAt(event)
    if (!branch) return
    event.preventDefault()
    event.stopPropagation()
    tasks.step(branch, arrow, event.shiftKey)
  }
  function blurred(event: FocusEvent): void {
    if (markerOf(event) && !site) tasks.left()
  }

  const capture = { capture: true }
  stage.addEventListener('pointerdown', down, capture)
  stage.addEventListener('focusout', blurred)
  window.addEventListener('pointermove', move, capture)
  window.addEventListener('pointerup', up, capture)
  window.addEventListener('pointercancel', up, capture)
  window.addEventListener('keydown', key, capture)
  // For whoever drives the page by a script: from now on markers hear the pointer and the keys.
  stage.dataset['followed'] = 'true'
  return () => {
    end(null, false)
    delete stage.dataset['followed']
    stage.removeEventListener('pointerdown', down, capture)
    stage.removeEventListener('focusout', blurred)
    window.removeEventListener('pointermove', move, capture)
    window.removeEventListener('pointerup', up, capture)
    window.removeEventListener('pointercancel', up, capture)
    window.removeEventListener('keydown', key, capture)
  }
}
