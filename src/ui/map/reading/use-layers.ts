import type { MapLayer } from '../../../scenario/scenario'
import { useApp, useAppStore } from '../../app-context'

const NONE: readonly MapLayer[] = []

/** The optional layers of the map, remembered with its view, and how one is shown or hidden. */
export function useLayers() {
  const store = useAppStore()
  const layers = useApp(({ view }) => view.layers ?? NONE)
  return {
    layers,
    toggle(layer: MapLayer): void {
      const { view, setView } = store.getState()
      const shown = view.layers ?? NONE
      setView({
        ...view,
        layers: shown.includes(layer) ? shown.filter((each) => each !== layer) : [...shown, layer],
      })
    },
  }
}
