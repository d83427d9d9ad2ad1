import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RasterView } from '../../geo/raster-view'

/** Which part of the world is on screen, in world pixels; null before the map has a size. */
export interface MapFrameState {
  /** At this very moment, while the map is being moved, too. */
  readonly view: RasterView | null
  /** Where the map came to rest last. */
  readonly rest: RasterView | null
}

export type MapFrame = StoreApi<MapFrameState>

export function createMapFrame(): MapFrame {
  return createStore<MapFrameState>()(() => ({ view: null, rest: null }))
}

export function sameView(a: RasterView, b: RasterView): boolean {
  return (
    a.zoom === b.zoom && a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height
  )
}
