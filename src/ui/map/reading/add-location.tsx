import { Suspense, useEffect } from 'react'
import type { Coordinates } from '../../../geo/coordinates'
import type { RuleId, Target } from '../../../model/address'
import { addLocation } from '../../../policy/edits/add-location'
import { useAppStore } from '../../app-context'
import { LazyMenu } from '../../kit/menu'
import type { MenuItem } from '../../kit/menu-item'
import { say } from '../../shell/toast'
import { editPolicy } from '../../use-edit'
import type { MapHandle } from '../leaflet-map'
import type { MapFrame } from '../map-frame'
import { MapNote } from '../notes/map-note'
import notes from '../notes/notes.module.css'
import { coordinatesAt, screenPointsOf } from '../projection'
import { useLocatedRules } from './located-rules'
import { clashAt, coordinatesLocation } from './move-site'
import { type AddAt, reading, useReading } from './reading-store'
import { positionText } from './story'

export interface AddLocationProps {
  readonly frame: MapFrame
  readonly handle: MapHandle
  readonly onAsk: (place: Coordinates) => void
}

/** So many endpoints are offered as targets; others are connected on the canvas. */
const MOST_TARGETS = 12

/** Adding a location by a click, by Enter or from the menu of the map; also that menu. */
export function AddLocation({ frame, handle, onAsk }: AddLocationProps) {
  const isAdding = useReading((state) => state.isAdding)
  const addAt = useReading((state) => state.addAt)
  const menuAt = useReading((state) => state.menuAt)

  useEffect(() => {
    const { container } = handle
    const opened = (event: MouseEvent) => {
      const { view } = frame.getState()
      if (!view) return
      event.preventDefault()
      const box = container.getBoundingClientRect()
      const { crosshair } = reading.getState()
      const byKeys = event.button !== 2 && crosshair ? screenPointsOf(view, crosshair)[0] : undefined
      const at = byKeys ?? { x: event.clientX - box.left, y: event.clientY - box.top }
      const where = { place: coordinatesAt(view, at), x: box.left + at.x, y: box.top + at.y }
      reading.setState({ menuAt: { ...where, rule: null, byKeys: byKeys !== undefined } })
    }
    container.addEventListener('contextmenu', opened)
    return () => container.removeEventListener('contextmenu', opened)
  }, [frame, handle])

  useEffect(() => {
    if (!isAdding) return
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape') reading.setState({ isAdding: false })
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [isAdding])

  return (
    <>
      {isAdding && (
        <MapNote>
          <p className={notes['hint']} role="status">
            {isTouched()
              ? 'Tap where the location stands; the button with the pin ends this'
              : 'Click where the location stands, or move the crosshair there and press Enter; Escape ends'}
          </p>
        </MapNote>
      )}
      <Suspense>
        {menuAt && (
          <MapMenu
            at={menuAt}
            onAsk={onAsk}
            onClose={() => {
              reading.setState({ menuAt: null })
              backToCrosshair(handle, menuAt)
            }}
          />
        )}
        {addAt && (
          <TargetMenu
            at={addAt}
            onClose={() => {
              reading.setState({ addAt: null })
              backToCrosshair(handle, addAt)
            }}
          />
        )}
      </Suspense>
    </>
  )
}

/** Whether there is a finger instead of a mouse and keys. */
function isTouched(): boolean {
  return window.matchMedia('(pointer: coarse)').matches
}

/** Gives the focus back to who came with the crosshair. */
function backToCrosshair({ container }: MapHandle, { byKeys, place }: AddAt): void {
  if (!byKeys) return
  container.focus({ preventScroll: true })
  reading.setState({ crosshair: place })
}

interface AtPlace {
  readonly at: AddAt
  readonly onClose: () => void
}

function MapMenu({ at, onAsk, onClose }: AtPlace & Pick<AddLocationProps, 'onAsk'>) {
  const hasRules = useLocatedRules().length > 0
  const { latitude, longitude } = coordinatesLocation(at.place)
  return (
    <LazyMenu
      label="Map"
      at={at}
      onClose={onClose}
      items={[
        {
          key: 'ask',
          label: 'Ask from here',
          detail: positionText(at.place),
          onSelect: () => onAsk(at.place),
        },
        ...(hasRules
          ? [{ key: 'add', label: 'Add a location here…', onSelect: () => reading.setState({ addAt: at }) }]
          : []),
        {
          key: 'copy',
          label: 'Copy the coordinates',
          onSelect: () => void navigator.clipboard.writeText(`${latitude}, ${longitude}`),
        },
      ]}
    />
  )
}

/** Which rule, where there are several, and then what the new location leads to. */
function TargetMenu({ at, onClose }: AtPlace) {
  const store = useAppStore()
  const rules = useLocatedRules()
  const { scenario, selection } = store.getState()
  const { policy } = scenario
  const [first] = rules
  const isChosen = rules.length === 1 || selection.some((each) => each.kind === 'rule' && each.id === first)
  const rule = at.rule ?? (isChosen ? first : undefined)

  function add(to: RuleId, target: Target | 'new endpoint' | null): void {
    const location = coordinatesLocation(at.place)
    const edited = editPolicy(store, `Add a location to ${to}`, (before) =>
      addLocation(before, to, location, target),
    )
    if (!edited.ok) {
      void say(edited.reason, 'error')
      return
    }
    store.getState().select([{ kind: 'rule', id: to, branch: edited.branch }])
    const clash = clashAt(edited.policy, { rule: to, branch: edited.branch, location }, location)
    if (clash !== null) void say(clash, 'error')
  }

  if (rule === undefined) {
    return (
      <LazyMenu
        key="rules"
        label="Add a location to which rule?"
        at={at}
        onClose={() => {
          // A choice closes the menu as well, and then comes the next question.
          if (reading.getState().addAt?.rule === null) onClose()
        }}
        items={rules.map((id) => ({
          key: id,
          label: `To the rule ${id}`,
          onSelect: () => reading.setState({ addAt: { ...at, rule: id } }),
        }))}
      />
    )
  }
  const used = (policy.rules.get(rule)?.branches ?? []).flatMap(({ target }) =>
    target?.kind === 'endpoint' ? [target.id] : [],
  )
  const endpoints = [...new Set([...used, ...policy.endpoints.keys()])].slice(0, MOST_TARGETS)
  const items: readonly (MenuItem | null)[] = [
    {
      key: 'new',
      label: 'Leading to a new endpoint',
      detail: `${positionText(at.place)}, rule ${rule}`,
      onSelect: () => add(rule, 'new endpoint'),
    },
    ...endpoints.map((id) => ({
      key: `to ${id}`,
      label: `Leading to ${id}`,
      onSelect: () => add(rule, { kind: 'endpoint', id }),
    })),
    null,
    { key: 'later', label: 'Decide later', onSelect: () => add(rule, null) },
  ]
  return <LazyMenu key={rule} label={`Add a location to ${rule}`} at={at} onClose={onClose} items={items} />
}
