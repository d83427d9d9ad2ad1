import { useEffect, useRef } from 'react'
import type { Atlas } from '../../geo/atlas'
import { type CatchmentPicture, createCatchmentPicture } from './catchment-picture'
import styles from './map.module.css'
import type { MapFrame } from './map-frame'
import type { MapTheme } from './map-theme'
import { createWorldPicture } from './world-picture'
import { worldShapes } from './world-shapes'

export interface MapCanvasesProps {
  readonly frame: MapFrame
  readonly atlas: Atlas | null
  readonly theme: MapTheme
  readonly onPicture: (picture: CatchmentPicture) => void
}

/** Sea and land, the catchments over them, and the borders over those; drawn again whenever the frame moves. */
export function MapCanvases({ frame, atlas, theme, onPicture }: MapCanvasesProps) {
  const ground = useRef<HTMLCanvasElement>(null)
  const around = useRef<HTMLCanvasElement>(null)
  const sharp = useRef<HTMLCanvasElement>(null)
  const lines = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    if (!sharp.current || !around.current) return
    const picture = createCatchmentPicture(sharp.current, around.current)
    const place = () => {
      const { view } = frame.getState()
      if (view) picture.place(view)
    }
    place()
    onPicture(picture)
    return frame.subscribe(place)
  }, [frame, onPicture])

  useEffect(() => {
    if (!ground.current || !lines.current || !atlas) return
    const picture = createWorldPicture(ground.current, lines.current, worldShapes(atlas))
    const draw = () => {
      const { view } = frame.getState()
      if (view) picture.draw(view, theme)
    }
    draw()
    return frame.subscribe(draw)
  }, [frame, atlas, theme])

  return (
    <>
      <canvas ref={ground} className={styles['canvas']} data-testid="map-ground" />
      <div className={styles['catchments']}>
        <canvas ref={around} className={styles['canvas']} data-testid="map-around" hidden />
        <canvas ref={sharp} className={styles['sharp']} data-testid="map-catchments" hidden />
      </div>
      <canvas ref={lines} className={styles['canvas']} />
    </>
  )
}
