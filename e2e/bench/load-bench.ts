import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from '@playwright/test'
import { EditorPage } from '../editor-page'
import { quantile, table } from './figures'

export interface LoadBenchOptions {
  /** Path of a Chromium. */
  readonly chromium: string
  /** Folder of the built site, and its address. */
  readonly folder: string
  readonly url: string
  readonly print: (line: string) => void
}

/** What one visit cost; milliseconds from the start of the navigation unless it says otherwise. */
interface Visit {
  readonly firstPaint: number
  /** When the app says that it can be used. */
  readonly open: number
  /** When the dialog stood there that a click, made as soon as the button was there, had asked for. */
  readonly dialog: number
  /** The longest task of the main thread, in ms. */
  readonly longestTask: number
  /** What tasks took beyond their first 50 ms, in all, in ms. */
  readonly blocked: number
  /** Processor time of the page's process, in ms. */
  readonly processor: number
  /** JavaScript that was asked for before the click, in kB of 1,024 bytes, gzip -9. */
  readonly scriptKb: number
}

const VISITS = 9
const VIEWPORT = { width: 1440, height: 900 }
/** So long after the dialog stands everything that was put off is done, too. */
const REST_MS = 3000

/** Visits the built app in fresh contexts, as nobody's browser has it yet, and prints what that takes. */
export async function runLoadBench({ chromium: executablePath, folder, url, print }: LoadBenchOptions) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    print(`first load in Chromium ${browser.version()}, no GPU, ${VISITS} fresh contexts, service worker on:`)
    await visit(browser, folder, url)
    const visits: Visit[] = []
    while (visits.length < VISITS) visits.push(await visit(browser, folder, url))
    print(table(rowsOf(visits)))
  } finally {
    await browser.close()
  }
}

const FIGURES: readonly (readonly [keyof Visit, string])[] = [
  ['firstPaint', 'first contentful paint, ms'],
  ['open', 'the app can be used, ms'],
  ['dialog', 'a click on Examples has opened its dialog, ms'],
  ['longestTask', 'longest task, ms'],
  ['blocked', 'blocked in all (tasks beyond 50 ms), ms'],
  ['processor', 'processor time of the page, ms'],
  ['scriptKb', 'JavaScript asked for before the click, kB gzip'],
]

function rowsOf(visits: readonly Visit[]): readonly (readonly string[])[] {
  const rows = FIGURES.map(([key, title]) => {
    const values = visits.map((each) => each[key])
    return [
      title,
      quantile(values, 0.5).toFixed(0),
      Math.min(...values).toFixed(0),
      Math.max(...values).toFixed(0),
    ]
  })
  return [['', 'median', 'least', 'most'], ...rows]
}

declare global {
  interface Window {
    /** What a visit has seen of itself; only while a benchmark runs. */
    benchLoad?: { readonly tasks: { readonly duration: number }[]; clicked: number; dialog: number }
  }
}

async function visit(browser: Browser, folder: string, url: string): Promise<Visit> {
  const context = await browser.newContext({ baseURL: url, viewport: VIEWPORT })
  const page = await context.newPage()
  await page.addInitScript(watchLoad)
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  const editor = new EditorPage(page)
  await page.goto('', { waitUntil: 'commit' })
  await editor.examples.click()
  await page.getByRole('dialog', { name: 'Examples' }).waitFor()
  await page.waitForTimeout(REST_MS)
  const { metrics } = await session.send('Performance.getMetrics')
  const seen = await seenBy(page)
  await context.close()
  const tasks = seen.tasks.map(({ duration }) => duration)
  return {
    ...seen,
    longestTask: Math.max(0, ...tasks),
    blocked: tasks.reduce((sum, task) => sum + task - 50, 0),
    processor: (metrics.find(({ name }) => name === 'ProcessTime')?.value ?? Number.NaN) * 1000,
    scriptKb: seen.scripts.reduce((sum, name) => sum + gzipKb(path.join(folder, 'assets', name)), 0),
  }
}

/** Runs in the page before anything else. */
function watchLoad(): void {
  const seen: Window['benchLoad'] = { tasks: [], clicked: Number.NaN, dialog: Number.NaN }
  window.benchLoad = seen
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries())).observe({ type: 'longtask' })
  window.addEventListener('click', ({ timeStamp }) => (seen.clicked = timeStamp), { capture: true })
  new MutationObserver((_, observer) => {
    if (!document.querySelector('[role="dialog"]')) return
    seen.dialog = performance.now()
    observer.disconnect()
  }).observe(document, { childList: true, subtree: true })
}

function seenBy(page: Page) {
  return page.evaluate(() => {
    const { tasks = [], clicked = 0, dialog = Number.NaN } = window.benchLoad ?? {}
    const scripts = performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.endsWith('.js') && startTime < clicked)
    return {
      tasks: tasks.map(({ duration }) => ({ duration })),
      dialog,
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      open: performance.getEntriesByName('catchment:open')[0]?.duration ?? Number.NaN,
      scripts: scripts.map(({ name }) => name.slice(name.lastIndexOf('/') + 1)),
    }
  })
}

function gzipKb(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length / 1024
}
