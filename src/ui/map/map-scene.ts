import { createStore } from 'zustand/vanilla'
import type { RasterView } from '../../geo/raster-view'
import type { RuleId } from '../../model/address'

/** What the map shows, for those who make a picture of it. */
export interface MapScene {
  /** Where it rests; null before there was a map. */
  readonly view: RasterView | null
  /** The zoom at which the whole world was shown last; null before it was. */
  readonly wholeZoom: number | null
  /** The rule that is painted alone; null for the whole policy. */
  readonly alone: RuleId | null
  /** The time that night is shown for, in ms since 1970; null before it was shown. */
  readonly nightTime: number | null
}

export const mapScene = createStore<MapScene>()(() => ({
  view: null,
  wholeZoom: null,
  alone: null,
  nightTime: null,
}))
