import { useEffect, useEffectEvent, useRef } from 'react'
import type { RasterView } from '../../../geo/raster-view'
import type { MapFrame } from '../map-frame'
import own from './reading.module.css'

export interface LayerCanvasProps {
  readonly frame: MapFrame
  readonly name: string
  /** Draws a view in CSS pixels on an empty canvas; another function draws anew. */
  readonly draw: (context: CanvasRenderingContext2D, view: RasterView) => void
}

/** A layer over the catchments that is drawn again whenever the map moves. */
export function LayerCanvas({ frame, name, draw }: LayerCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const redraw = useEffectEvent(() => {
    const { view } = frame.getState()
    const context = canvas.current?.getContext('2d')
    if (!view || !canvas.current || !context) return
    const density = Math.min(2, window.devicePixelRatio || 1)
    canvas.current.width = Math.round(view.width * density)
    canvas.current.height = Math.round(view.height * density)
    context.setTransform(density, 0, 0, density, 0, 0)
    draw(context, view)
  })
  useEffect(() => {
    redraw()
    return frame.subscribe(() => redraw())
  }, [frame])
  useEffect(() => redraw(), [draw])
  return <canvas ref={canvas} className={own['layer']} data-testid={`map-${name}`} aria-hidden />
}
