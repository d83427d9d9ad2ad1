import { clsx } from 'clsx'
import { useEffect, useRef, useState } from 'react'
import type { Atlas } from '../../../geo/atlas'
import type { RasterView } from '../../../geo/raster-view'
import { stepsWhenIdle } from '../../when-idle'
import styles from '../map.module.css'
import { type MapFrame, sameView } from '../map-frame'
import { type CatchmentPicture, createCatchmentPicture } from './catchment-picture'
import type { MapTheme } from './map-theme'
import { createWorldPicture, type WorldPicture } from './world-picture'
import { worldShapes } from './world-shapes'

export interface MapCanvasesProps {
  readonly frame: MapFrame
  readonly atlas: Atlas | null
  readonly theme: MapTheme
  readonly onPicture: (picture: CatchmentPicture) => void
}

/** The catchments, and over them sea, land and borders; drawn again whenever the frame moves. */
export function MapCanvases({ frame, atlas, theme, onPicture }: MapCanvasesProps) {
  const world = useRef<HTMLCanvasElement>(null)
  const around = useRef<HTMLCanvasElement>(null)
  const sharp = useRef<HTMLCanvasElement>(null)
  const ghost = useRef<HTMLCanvasElement>(null)
  const [hasCatchments, setHasCatchments] = useState(false)

  useEffect(() => {
    if (!sharp.current || !around.current || !ghost.current) return
    const canvases = { sharp: sharp.current, around: around.current, ghost: ghost.current }
    const picture = createCatchmentPicture(canvases, setHasCatchments)
    const place = () => {
      const { view } = frame.getState()
      if (view) picture.place(view)
    }
    place()
    onPicture(picture)
    return frame.subscribe(place)
  }, [frame, onPicture])

  const [picture, setPicture] = useState<WorldPicture | null>(null)
  useEffect(() => {
    if (!atlas) return
    const shapes = worldShapes(atlas)
    return stepsWhenIdle([shapes.land, shapes.countries, () => setPicture(createWorldPicture(shapes))])
  }, [atlas])
  useEffect(() => {
    if (!picture) return
    let drawn: RasterView | null = null
    const draw = () => {
      const { view } = frame.getState()
      // One move of the map is told several times.
      if (!view || !world.current || (drawn && sameView(drawn, view))) return
      drawn = view
      picture.draw(world.current, view, theme, hasCatchments)
    }
    draw()
    return frame.subscribe(draw)
  }, [frame, picture, theme, hasCatchments])

  return (
    <>
      <div className={styles['catchments']}>
        <canvas ref={around} className={styles['canvas']} data-testid="map-around" hidden />
        <canvas ref={sharp} className={styles['sharp']} data-testid="map-catchments" hidden />
      </div>
      <canvas ref={world} className={styles['canvas']} data-testid="map-world" />
      <div className={styles['catchments']}>
        <canvas
          ref={ghost}
          className={clsx(styles['sharp'], styles['ghost'])}
          data-testid="map-ghost"
          hidden
        />
      </div>
    </>
  )
}
