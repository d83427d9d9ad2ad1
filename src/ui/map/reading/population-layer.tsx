import { useCallback } from 'react'
import type { Gazetteer } from '../../../geo/gazetteer'
import type { RasterView } from '../../../geo/raster-view'
import type { MapFrame } from '../map-frame'
import { screenPointsOf } from '../projection'
import { LayerCanvas } from './layer-canvas'

export interface PopulationLayerProps {
  readonly frame: MapFrame
  readonly gazetteer: Gazetteer
  /** CSS colour of the dots. */
  readonly colour: string
}

/** Dots smaller than this radius are left out: they would only be a haze. */
const LEAST_RADIUS = 0.7

/** A dot for every populated place, its area in proportion to the people it stands for. */
export function PopulationLayer({ frame, gazetteer, colour }: PopulationLayerProps) {
  const draw = useCallback(
    (context: CanvasRenderingContext2D, view: RasterView) => {
      // A million people: 3 px at zoom 2, and twice as much four levels deeper.
      const perRoot = (3 * 2 ** ((view.zoom - 2) / 4)) / 1000
      context.fillStyle = colour
      context.globalAlpha = 0.45
      for (const place of gazetteer.places) {
        const radius = Math.sqrt(place.weight) * perRoot
        if (radius < LEAST_RADIUS) continue
        for (const { x, y } of screenPointsOf(view, place, radius)) {
          if (y < -radius || y > view.height + radius) continue
          context.beginPath()
          context.arc(x, y, radius, 0, 2 * Math.PI)
          context.fill()
        }
      }
    },
    [gazetteer, colour],
  )
  return <LayerCanvas frame={frame} name="population" draw={draw} />
}
