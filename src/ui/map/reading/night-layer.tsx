import { useCallback, useEffect, useState } from 'react'
import { longitudeOfPixel, type RasterView, worldPixels } from '../../../geo/raster-view'
import { darkStretches, subsolarPoint } from '../../../geo/sun'
import { Button } from '../../kit/button'
import type { MapFrame } from '../map-frame'
import { mercatorOf } from '../projection'
import { LayerCanvas } from './layer-canvas'
import own from './reading.module.css'

/** The sun down, and so low that it is dark (civil twilight has ended). */
const ELEVATIONS = [0, -6] as const
const SHADE = 'rgb(8 16 40 / 26%)'
/** Columns of this many pixels: the line between day and night is smooth. */
const STRIP = 2
const MINUTE_MS = 60_000
const DAY_MINUTES = 1440

/** Where it is night, now or at another time of this day. */
export function NightLayer({ frame }: { readonly frame: MapFrame }) {
  const [chosen, setChosen] = useState<number | null>(null)
  const now = useNow()
  const minutes = chosen ?? minutesOf(now)
  const time = startOfDay(now) + minutes * MINUTE_MS
  const draw = useCallback(
    (context: CanvasRenderingContext2D, view: RasterView) => drawNight(context, view, time),
    [time],
  )
  return (
    <>
      <LayerCanvas frame={frame} name="night" draw={draw} />
      <div className={own['time']}>
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
  const sun = subsolarPoint(time)
  const size = worldPixels(view.zoom)
  context.fillStyle = SHADE
  for (const elevation of ELEVATIONS) {
    context.beginPath()
    for (let x = 0; x < view.width; x += STRIP) {
      const longitude = longitudeOfPixel(view.left + x + STRIP / 2, view.zoom)
      for (const [south, north] of darkStretches(sun, longitude, elevation)) {
        const top = mercatorOf(north) * size - view.top
        context.rect(x, top, STRIP, mercatorOf(south) * size - view.top - top)
      }
    }
    context.fill()
  }
}
