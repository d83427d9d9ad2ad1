import { useEffect, useEffectEvent, useState } from 'react'
import { pointsText } from '../../../analysis/share-words'
import { biasText } from '../../../analysis/words'
import type { CompiledPolicy } from '../../../engine/compile'
import type { Atlas } from '../../../geo/atlas'
import type { BranchId, RuleId } from '../../../model/address'
import type { Policy } from '../../../policy/policy'
import { useAppStore } from '../../app-context'
import { useDesk } from '../../biases/desk'
import { explorer } from '../../biases/workers'
import { labelOfAny } from '../../canvas/names'
import { beginDrag } from '../../kit/drag-hold'
import type { MapFrame } from '../map-frame'
import { MapNote, useStage } from '../notes/map-note'
import notes from '../notes/notes.module.css'
import type { ScreenPoint } from '../projection'
import { isAskedByMenu, useReading } from '../reading/reading-store'
import { swallowClick } from '../swallow-click'
import { type BorderHit, borderNear, placeUnder } from './border-hit'
import { type HeldBorder, holdBorder, type PullNews } from './border-pull'
import './map-tuning.module.css'

export interface BorderDragProps {
  readonly frame: MapFrame
  readonly atlas: Atlas
  /** The policy as it is painted. */
  readonly compiled: CompiledPolicy
}

/** So near a border can be taken, in pixels: by mouse, and by a finger. */
const REACH = { mouse: 8, touch: 14 } as const
/** A press that moves less is a click. */
const SLACK = 4

/** Borders of geoproximity rules can be taken and pulled; everywhere else the map is moved as ever. */
export function BorderDrag({ frame, atlas, compiled }: BorderDragProps) {
  const store = useAppStore()
  const stage = useStage()
  const [near, setNear] = useState<BorderHit | null>(null)
  const [news, setNews] = useState<PullNews | null>(null)
  const [held, setHeld] = useState<BorderHit | null>(null)
  const isAsked = useReading(isAskedByMenu)

  const hitAt = useEffectEvent((at: ScreenPoint, reach: number) => {
    const { view } = frame.getState()
    // The catchments of a preview are not yet anybody's to pull.
    if (!view || store.getState().preview) return null
    return borderNear(compiled, atlas, view, at, reach)
  })
  const hold = useEffectEvent((border: BorderHit) => holdBorder(store, explorer(), compiled, border, setNews))
  const pull = useEffectEvent((border: HeldBorder, at: ScreenPoint) => {
    const { view } = frame.getState()
    if (view) border.pullTo(placeUnder(atlas, view, at).place)
  })

  useEffect(() => {
    if (!stage) return
    let endDrag = () => {}
    return followPointer(stage, {
      near(hit) {
        setNear(hit)
        if (hit) stage.dataset['border'] = hit.direction
        else delete stage.dataset['border']
      },
      hitAt: (at, reach) => hitAt(at, reach),
      hold(hit) {
        setHeld(hit)
        setNews(null)
        useDesk.setState({ pulling: true })
        // The borders as they were show beside the new ones until it is over.
        endDrag = beginDrag(() => {})
        return hold(hit)
      },
      pull: (border, at) => pull(border, at),
      done() {
        setHeld(null)
        useDesk.setState({ pulling: false })
        endDrag()
      },
    })
  }, [stage])

  const words = held ? pullWords(compiled.policy, held.rule, news) : near && nearWords(compiled.policy, near)
  return (
    <MapNote>
      <p className={notes['hint']} hidden={!words || isAsked} data-testid="border-hint">
        {words}
      </p>
    </MapNote>
  )
}

interface PointerTasks {
  readonly near: (hit: BorderHit | null) => void
  readonly hitAt: (at: ScreenPoint, reach: number) => BorderHit | null
  readonly hold: (hit: BorderHit) => HeldBorder
  readonly pull: (border: HeldBorder, at: ScreenPoint) => void
  readonly done: () => void
}

/** Watches the pointer over the map, and keeps from the map the presses that take a border. Returns how to stop. */
function followPointer(stage: HTMLElement, tasks: PointerTasks): () => void {
  let pressed: { readonly hit: BorderHit; readonly at: ScreenPoint; readonly pointer: number } | null = null
  let border: HeldBorder | null = null
  let frameAsked = 0

  const pointOf = ({ clientX, clientY }: MouseEvent): ScreenPoint => {
    const { left, top } = stage.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  // Markers and buttons over the map keep their own presses.
  const isOnMap = ({ target }: Event) => target instanceof Element && target.closest('.leaflet-container')
  const hitOf = (event: PointerEvent) =>
    isOnMap(event)
      ? tasks.hitAt(pointOf(event), event.pointerType === 'mouse' ? REACH.mouse : REACH.touch)
      : null

  function down(event: PointerEvent): void {
    if (pressed) {
      // A second finger: whatever is meant, it is no pull.
      if (event.pointerId !== pressed.pointer) end(false)
      return
    }
    const hit = event.isPrimary && event.button === 0 && !event.shiftKey ? hitOf(event) : null
    if (!hit) return
    pressed = { hit, at: pointOf(event), pointer: event.pointerId }
    event.stopPropagation()
  }
  // The older events of the same press, from which the map would take it, and the focus, all the same.
  function shield(event: Event): void {
    if (!pressed) return
    event.stopPropagation()
    if (event.cancelable) event.preventDefault()
  }
  function move(event: PointerEvent): void {
    if (!pressed) {
      if (event.buttons !== 0) return tasks.near(null)
      cancelAnimationFrame(frameAsked)
      frameAsked = requestAnimationFrame(() => tasks.near(pressed ? pressed.hit : hitOf(event)))
      return
    }
    if (event.pointerId !== pressed.pointer) return
    event.stopPropagation()
    const at = pointOf(event)
    if (!border && Math.hypot(at.x - pressed.at.x, at.y - pressed.at.y) < SLACK) return
    if (!border) {
      border = tasks.hold(pressed.hit)
      stage.dataset['held'] = 'true'
    }
    tasks.pull(border, at)
  }
  function up(event: PointerEvent): void {
    if (event.pointerId === pressed?.pointer) end(event.type === 'pointerup')
  }
  function key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !border) return
    event.stopPropagation()
    end(false)
  }
  function end(isWanted: boolean): void {
    const last = border
    pressed = null
    border = null
    delete stage.dataset['held']
    if (!last) return
    if (isWanted) last.release()
    else last.cancel()
    tasks.done()
    tasks.near(null)
    // The click that ends the press is not meant for the map.
    swallowClick(stage)
  }
  const leave = () => {
    cancelAnimationFrame(frameAsked)
    if (!pressed) tasks.near(null)
  }

  const capture = { capture: true }
  stage.addEventListener('pointerdown', down, capture)
  stage.addEventListener('mousedown', shield, capture)
  stage.addEventListener('pointerleave', leave)
  window.addEventListener('pointermove', move, capture)
  window.addEventListener('pointerup', up, capture)
  window.addEventListener('pointercancel', up, capture)
  window.addEventListener('keydown', key, capture)
  return () => {
    end(false)
    leave()
    stage.removeEventListener('pointerdown', down, capture)
    stage.removeEventListener('mousedown', shield, capture)
    stage.removeEventListener('pointerleave', leave)
    window.removeEventListener('pointermove', move, capture)
    window.removeEventListener('pointerup', up, capture)
    window.removeEventListener('pointercancel', up, capture)
    window.removeEventListener('keydown', key, capture)
  }
}

function nearWords(policy: Policy, { rule, branches: [first, second] }: BorderHit): string {
  return `Drag the border between ${nameOf(policy, rule, first)} and ${nameOf(policy, rule, second)}: the biases follow`
}

/** What the pull in hand does: which biases change, and how much demand moves. */
function pullWords(before: Policy, rule: RuleId, news: PullNews | null): string {
  if (!news) return 'Pull the border; Escape lets go'
  const { pull, to } = news
  if (!pull) return `Nobody here can go to ${nameOf(before, rule, to)}; Escape lets go`
  const branches = before.rules.get(rule)?.branches ?? []
  const changes = branches.flatMap(({ id }, index) =>
    pull.changed.includes(id) ? [`${nameOf(before, rule, id)} ${biasText(pull.biases[index] ?? 0)}`] : [],
  )
  const moved = `${pointsText(pull.moved).replace('+', '')} of demand move`
  const reach = pull.reached ? '' : 'No bias takes the border here; this is as near as it comes. '
  return `${reach}${changes.length > 0 ? `Bias of ${changes.join(', ')}; ${moved}` : 'As it was'}; Escape lets go`
}

function nameOf(policy: Policy, id: RuleId, branchId: BranchId): string {
  const rule = policy.rules.get(id)
  const branch = rule?.branches.find((each) => each.id === branchId)
  return rule && branch ? labelOfAny(rule, branch) : branchId
}
