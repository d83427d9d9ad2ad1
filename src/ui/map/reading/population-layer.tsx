import { useCallback } from 'react'
import type { Gazetteer } from '../../../geo/gazetteer'
import type { RasterView } from '../../../geo/raster-view'
import type { MapFrame } from '../map-frame'
import { LayerCanvas } from './layer-canvas'
import { DOT_OPACITY, populationDots } from './population-dots'

export interface PopulationLayerProps {
  readonly frame: MapFrame
  readonly gazetteer: Gazetteer
  /** CSS colour of the dots. */
  readonly colour: string
}

/** A dot for every populated place, its area in proportion to the people it stands for. */
export function PopulationLayer({ frame, gazetteer, colour }: PopulationLayerProps) {
  const draw = useCallback(
    (context: CanvasRenderingContext2D, view: RasterView) => {
      context.fillStyle = colour
      context.globalAlpha = DOT_OPACITY
      for (const { x, y, radius } of populationDots(view, gazetteer.places)) {
        context.beginPath()
        context.arc(x, y, radius, 0, 2 * Math.PI)
        context.fill()
      }
    },
    [gazetteer, colour],
  )
  return <LayerCanvas frame={frame} name="population" draw={draw} />
}
