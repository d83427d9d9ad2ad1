import type { Locator, Page } from '@playwright/test'
import type { RasterView } from '../../src/geo/raster-view'
import { MAP_SIZE } from './map-stage'

/** Of its picture, which is of no place. */
const NOWHERE: RasterView = { zoom: 0, left: 0, top: 0, ...MAP_SIZE }

/** What the worker hands over. */
interface Filled {
  readonly pixels: ArrayBuffer
  readonly since: number
  readonly tookMs: number
}

/**
 * A page with nothing but a bias slider and a picture of the map's size, which a worker fills with one colour at each
 * move and hands over; of moves meanwhile the newest counts. So much this browser needs on this machine without any
 * work of the app's. It leaves the measures that the app leaves, and is dragged in the same way. Returns the slider.
 */
export async function openBarePage(page: Page): Promise<Locator> {
  await page.setViewportSize({ width: MAP_SIZE.width + 640, height: MAP_SIZE.height + 440 })
  await page.setContent(
    `<canvas width="${MAP_SIZE.width}" height="${MAP_SIZE.height}"></canvas>
     <input type="range" min="-99" max="99" value="0" style="display: block; width: 400px">`,
  )
  await page.evaluate(
    ({ view, filling }) => {
      const context = document.querySelector('canvas')?.getContext('2d')
      const slider = document.querySelector('input')
      if (!context || !slider) throw new Error('The bare page is not complete')
      const worker = new Worker(URL.createObjectURL(new Blob([filling], { type: 'text/javascript' })))
      let since = 0
      let spare = new ArrayBuffer(view.width * view.height * 4)
      // The newest input that waits while a picture is being filled.
      let waiting = false
      const ask = () => {
        waiting = spare.byteLength === 0
        if (!waiting) worker.postMessage({ pixels: spare, value: Number(slider.value), since }, [spare])
      }
      window.addEventListener('pointermove', ({ timeStamp }) => {
        since = timeStamp
      })
      slider.addEventListener('input', ask)
      worker.addEventListener('message', ({ data }: MessageEvent<Filled>) => {
        context.putImageData(new ImageData(new Uint8ClampedArray(data.pixels), view.width, view.height), 0, 0)
        const detail = { workerMs: data.tookMs, view }
        performance.measure('catchment:repaint', { start: data.since, end: performance.now(), detail })
        spare = data.pixels
        if (waiting) ask()
      })
    },
    { view: NOWHERE, filling: FILLING },
  )
  return page.locator('input')
}

/** The worker's program. */
const FILLING = `
  addEventListener('message', ({ data: { pixels, value, since } }) => {
    const start = performance.now()
    new Uint32Array(pixels).fill(0xff000000 + value + 99)
    postMessage({ pixels, since, tookMs: performance.now() - start }, [pixels])
  })
`
