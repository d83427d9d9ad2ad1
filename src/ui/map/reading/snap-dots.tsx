import { useCallback } from 'react'
import type { RasterView } from '../../../geo/raster-view'
import { useApp } from '../../app-context'
import type { MapFrame } from '../map-frame'
import { useMapTheme } from '../painting/use-map-theme'
import { screenPointsOf } from '../projection'
import { LayerCanvas } from './layer-canvas'
import { snapTargets } from './move-site'

/** A dot at every Region and Local Zone that a marker in the hand can be put on. */
export function SnapDots({ frame }: { readonly frame: MapFrame }) {
  const policy = useApp(({ scenario }) => scenario.policy)
  const { line, land } = useMapTheme()
  const draw = useCallback(
    (context: CanvasRenderingContext2D, view: RasterView) => {
      context.fillStyle = land
      context.strokeStyle = line
      context.lineWidth = 1.5
      for (const target of snapTargets(policy)) {
        for (const { x, y } of screenPointsOf(view, target, 8)) {
          context.beginPath()
          context.arc(x, y, target.location.kind === 'region' ? 4 : 2.5, 0, 2 * Math.PI)
          context.fill()
          context.stroke()
        }
      }
    },
    [policy, line, land],
  )
  return <LayerCanvas frame={frame} name="snap-targets" draw={draw} />
}
