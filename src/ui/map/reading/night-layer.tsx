import { useCallback, useEffect, useState } from 'react'
import type { RasterView } from '../../../geo/raster-view'
import { Button } from '../../kit/button'
import type { MapFrame } from '../map-frame'
import { mapScene } from '../map-scene'
import { MapNote } from '../notes/map-note'
import notes from '../notes/notes.module.css'
import { LayerCanvas } from './layer-canvas'
import { NIGHT_SHADE, nightStrips } from './night-shade'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440

/** Where it is night, now or at another time of this day. */
export function NightLayer({ frame }: { readonly frame: MapFrame }) {
  const [chosen, setChosen] = useState<number | null>(null)
  const now = useNow()
  const minutes = chosen ?? minutesOf(now)
  const time = startOfDay(now) + minutes * MINUTE_MS
  useEffect(() => mapScene.setState({ nightTime: time }), [time])
  const draw = useCallback(
    (context: CanvasRenderingContext2D, view: RasterView) => drawNight(context, view, time),
    [time],
  )
  return (
    <>
      <LayerCanvas frame={frame} name="night" draw={draw} />
      <MapNote>
        <div className={notes['time']}>
          <label>
            <span className="visually-hidden">Time of day and night, UTC</span>
            <input
              type="range"
              min={0}
              max={DAY_MINUTES - 1}
              step={15}
              value={minutes}
              aria-valuetext={`${clockText(minutes)} UTC`}
              onChange={(event) => setChosen(Number(event.target.value))}
            />
          </label>
          <output>{clockText(minutes)} UTC</output>
          <Button look="quiet" disabled={chosen === null} onClick={() => setChosen(null)}>
            Now
          </Button>
        </div>
      </MapNote>
    </>
  )
}

/** The present time in milliseconds, to the minute. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), MINUTE_MS)
    return () => window.clearInterval(timer)
  }, [])
  return now
}

function startOfDay(time: number): number {
  const date = new Date(time)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())
}

function minutesOf(time: number): number {
  return Math.floor((time - startOfDay(time)) / MINUTE_MS)
}

function clockText(minutes: number): string {
  const two = (value: number) => value.toString().padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function drawNight(context: CanvasRenderingContext2D, view: RasterView, time: number): void {
  context.fillStyle = NIGHT_SHADE.colour
  context.globalAlpha = NIGHT_SHADE.opacity
  for (const strips of nightStrips(view, time)) {
    context.beginPath()
    for (const { x, y, width, height } of strips) context.rect(x, y, width, height)
    context.fill()
  }
}
