import { AlignLeft, Check, Download, Layers, MapPinPlus, Search, Square } from 'lucide-react'
import type { MapLayer } from '../../../scenario/scenario'
import { IconButton } from '../../kit/button'
import { Menu } from '../../kit/menu'
import type { MenuItem } from '../../kit/menu-item'
import { useDialogs } from '../../shell/dialogs-store'
import { showPatterns, usePatterns } from '../painting/patterns'
import { useLocatedRules } from './located-rules'
import { reading, useReading } from './reading-store'
import { useLayers } from './use-layers'

const LAYERS: readonly { readonly layer: MapLayer; readonly label: string; readonly detail: string }[] = [
  { layer: 'night', label: 'Day and night', detail: 'now, or at another time of the day' },
  { layer: 'population', label: 'Population', detail: 'a dot for each populated place' },
]

/** The buttons of the map's column that are not for moving it. */
export function ReadingControls() {
  const isSearching = useReading((state) => state.isSearching)
  const isAdding = useReading((state) => state.isAdding)
  const hasLocations = useLocatedRules().length > 0
  return (
    <>
      <IconButton
        label="Find a place"
        aria-expanded={isSearching}
        onClick={() => reading.setState({ isSearching: !isSearching })}
      >
        <Search />
      </IconButton>
      {hasLocations && (
        <IconButton
          label="Add a location"
          aria-pressed={isAdding}
          onClick={() => reading.setState({ isAdding: !isAdding })}
        >
          <MapPinPlus />
        </IconButton>
      )}
      <LayersMenu />
      <IconButton label="Export or print the map" onClick={() => useDialogs.getState().show('map')}>
        <Download />
      </IconButton>
    </>
  )
}

function LayersMenu() {
  const { layers, toggle } = useLayers()
  const patterns = usePatterns()
  const showsWords = useReading((state) => state.showsWords)
  const items: readonly (MenuItem | null)[] = [
    ...LAYERS.map(({ layer, label, detail }) =>
      choice(layer, label, detail, layers.includes(layer), () => toggle(layer)),
    ),
    choice('patterns', 'Patterns', 'beside the colour of each endpoint', patterns, () =>
      showPatterns(!patterns),
    ),
    null,
    {
      ...choice('words', 'Map in words', 'who is sent where, as text', showsWords, () =>
        reading.setState({ showsWords: !showsWords }),
      ),
      ...(showsWords ? {} : { icon: <AlignLeft /> }),
    },
  ]
  return (
    <Menu
      align="end"
      items={items}
      trigger={
        <IconButton label="Layers of the map">
          <Layers />
        </IconButton>
      }
    />
  )
}

function choice(key: string, label: string, detail: string, isOn: boolean, onSelect: () => void): MenuItem {
  return {
    key,
    label: (
      <>
        {label}
        <span className="visually-hidden">{isOn ? ', shown' : ', hidden'}</span>
      </>
    ),
    detail,
    icon: isOn ? <Check /> : <Square />,
    onSelect,
  }
}
