import type { CDPSession, Locator, Page } from '@playwright/test'
import { seededRandom } from '../../src/engine/random'
import type { RasterView } from '../../src/geo/raster-view'

/** What a drag of a slider cost, from the browser's own measures. */
export interface DragFigures {
  /** How many moves of the mouse changed the slider's value. */
  readonly moves: number
  /** Milliseconds from the input event to the finished canvas, of each picture that was painted. */
  readonly repaints: readonly number[]
  /** Milliseconds of each picture in the worker. */
  readonly worker: readonly number[]
  /**
   * Milliseconds by move that the main thread spent in tasks, all told; and of these the processor's own time, the rest
   * being spent waiting for a processor.
   */
  readonly busy: MainThread
  /** Tasks of more than 50 ms on the main thread. */
  readonly longTasks: number
  /** The view of the last picture. */
  readonly view: RasterView
}

interface MainThread {
  readonly tasks: number
  readonly processor: number
}

interface RepaintDetail {
  readonly workerMs: number
  readonly view: RasterView
}

interface Measured {
  readonly repaints: readonly { readonly ms: number; readonly workerMs: number; readonly view: RasterView }[]
  readonly longTasks: number
}

const SEED = 20261127

/** So far a hand pulls the slider from one frame to the next: from end to end in three quarters of a second. */
const STEP = 4

/** Biases as a hand drags through them: from the middle to one end, to the other and back again. */
export function biasesByHand(count: number): readonly number[] {
  let bias = 0
  let step = STEP
  return Array.from({ length: count }, () => {
    if (Math.abs(bias + step) > 99) step = -step
    bias += step
    return bias
  })
}

/** Biases at random from the whole range, each other than the one before: harder than what any hand does. */
export function biasesAtRandom(count: number): readonly number[] {
  const random = seededRandom(SEED)
  const biases: number[] = []
  while (biases.length < count) {
    const bias = Math.round(random() * 198) - 99
    if (bias !== biases.at(-1)) biases.push(bias)
  }
  return biases
}

/** Drags a slider through biases, one every `intervalMs` whether the page has caught up or not. */
export async function drag(
  page: Page,
  slider: Locator,
  biases: readonly number[],
  intervalMs: number,
): Promise<DragFigures> {
  await slider.scrollIntoViewIfNeeded()
  const box = await slider.boundingBox()
  if (!box) throw new Error('The slider is not on the page')
  const y = box.y + box.height / 2
  // Half a thumb at either end is out of reach of the pointer's middle.
  const thumb = 16
  const xOf = (bias: number) => box.x + thumb / 2 + ((bias + 99) / 198) * (box.width - thumb)
  const browser = await page.context().newCDPSession(page)
  await page.mouse.move(xOf(0), y)
  await page.mouse.down()
  await page.mouse.move(xOf(biases.at(-1) ?? 0), y)
  await page.waitForTimeout(500)
  await startMeasuring(page)
  const before = await mainThreadSeconds(browser)
  const start = performance.now()
  const sent: Promise<void>[] = []
  for (const [index, bias] of biases.entries()) {
    await until(start + index * intervalMs)
    sent.push(page.mouse.move(xOf(bias), y))
  }
  await Promise.all(sent)
  await page.waitForTimeout(100)
  const after = await mainThreadSeconds(browser)
  const { repaints, longTasks } = await stopMeasuring(page)
  await page.mouse.up()
  // The shares and the small world follow once the slider stands still.
  await page.waitForTimeout(400)
  await browser.detach()
  const view = repaints.at(-1)?.view
  if (!view) throw new Error('Nothing was painted')
  return {
    moves: biases.length,
    repaints: repaints.map(({ ms }) => ms),
    worker: repaints.map(({ workerMs }) => workerMs),
    busy: {
      tasks: ((after.tasks - before.tasks) * 1000) / biases.length,
      processor: ((after.processor - before.processor) * 1000) / biases.length,
    },
    longTasks,
    view,
  }
}

function until(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, time - performance.now())))
}

/** How long the page's main thread has been running tasks, and used a processor, in all. */
async function mainThreadSeconds(browser: CDPSession): Promise<MainThread> {
  await browser.send('Performance.enable')
  const { metrics } = await browser.send('Performance.getMetrics')
  const valueOf = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
  return { tasks: valueOf('TaskDuration'), processor: valueOf('ThreadTime') }
}

declare global {
  interface Window {
    /** Long tasks since measuring began; only while a benchmark runs. */
    benchLongTasks?: { count: number; readonly observer: PerformanceObserver }
  }
}

async function startMeasuring(page: Page): Promise<void> {
  await page.evaluate(() => {
    performance.clearMeasures('catchment:repaint')
    const tasks = {
      count: 0,
      observer: new PerformanceObserver((list) => {
        tasks.count += list.getEntries().length
      }),
    }
    tasks.observer.observe({ type: 'longtask' })
    window.benchLongTasks = tasks
  })
}

async function stopMeasuring(page: Page): Promise<Measured> {
  return page.evaluate(() => {
    const longTasks = window.benchLongTasks?.count ?? 0
    window.benchLongTasks?.observer.disconnect()
    const entries = performance.getEntriesByName('catchment:repaint')
    const repaints = entries.map((entry) => {
      if (!(entry instanceof PerformanceMeasure)) throw new Error('not a measure')
      // What follow-coverage.ts gives with each measure.
      const detail = entry.detail as RepaintDetail
      return { ms: entry.duration, workerMs: detail.workerMs, view: detail.view }
    })
    return { repaints, longTasks }
  })
}
