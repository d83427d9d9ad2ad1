import { loadavg } from 'node:os'
import { type Browser, chromium } from '@playwright/test'
import { biasRuleOf, withBiases } from '../../src/analysis/tuning/bias-locations'
import { compilePolicy } from '../../src/engine/compile'
import { loadAtlas } from '../../src/geo/load'
import { REGIONS } from '../../src/geo/regions'
import { ALL_UP } from '../../src/model/world'
import { geoproximity } from '../../src/rules/geoproximity/definition'
import { openBarePage } from './bare-page'
import { biasesAtRandom, biasesByHand, type DragFigures, drag } from './drag'
import { createExpectation, wrongPixels } from './expected-picture'
import { quantile, table } from './figures'
import { type GridSite, timeGridPeer } from './grid-peer'
import { MAP_CASES, MAP_ZOOMS } from './map-cases'
import { firstLocation, MAP_SIZE, MapStage } from './map-stage'

export interface MapBenchOptions {
  /** Path of a Chromium. */
  readonly chromium: string
  /** Address of the built site. */
  readonly url: string
  readonly print: (line: string) => void
  /** Only cases whose title holds this; all when empty. */
  readonly only: string
}

// While the module loads, since nothing can be imported afterwards.
const atlas = await loadAtlas()

const TWENTY = 'geoproximity, 20 locations'
const MOVES = 200
/** A mouse moves once a frame. */
const INTERVAL_MS = 1000 / 60
const PEER_RUNS = 5

/**
 * Drags a bias slider in the built app and prints how long it takes until the catchments stand repainted, how long
 * the main thread is busy, and which pixels differ from the engine's own answer for each; and, in the same browser,
 * the same drag on a page with nothing else to do, and how long the published way of AWS's component takes.
 */
export async function runMapBench({ chromium: executablePath, url, print, only }: MapBenchOptions) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    print(`map of ${MAP_SIZE.width} × ${MAP_SIZE.height} pixels in Chromium ${browser.version()}, no GPU:`)
    print(`${MOVES} moves of a bias slider, ${Math.round(1000 / INTERVAL_MS)} a second`)
    const repaintMs = await benchDrags(browser, url, print, only)
    await benchPeer(browser, url, print, repaintMs)
  } finally {
    await browser.close()
  }
}

/** What is done in turn: the first drag finds code that has never run, which the browser compiles meanwhile. */
const DRAGS = [
  { zoom: MAP_ZOOMS[0], how: 'first drag', biases: biasesByHand(MOVES) },
  { zoom: MAP_ZOOMS[0], how: 'by hand', biases: biasesByHand(MOVES) },
  { zoom: MAP_ZOOMS[0], how: 'at random', biases: biasesAtRandom(MOVES) },
  { zoom: MAP_ZOOMS[1], how: 'by hand', biases: biasesByHand(MOVES) },
  { zoom: MAP_ZOOMS[2], how: 'by hand', biases: biasesByHand(MOVES) },
] as const

const HEAD = [
  'repaint, ms',
  'view',
  'biases',
  'p50',
  'p95',
  'max',
  'worker p50',
  'painted',
  'main thread, ms a move',
  'of processor',
  'long tasks',
  'wrong pixels',
  'of them > 1 px from a border',
  'load',
]

/** Returns the median repaint of 20 locations by themselves, in ms, to biases at random. */
async function benchDrags(browser: Browser, url: string, print: (line: string) => void, only: string) {
  const expected = createExpectation(atlas)
  const rows: string[][] = [HEAD]
  let ofTwenty = Number.NaN
  rows.push(await benchBarePage(browser))
  for (const each of MAP_CASES.filter(({ title }) => title.includes(only))) {
    const page = await browser.newPage({ baseURL: url, colorScheme: 'light' })
    const stage = new MapStage(page)
    await stage.open()
    const slider = await stage.show(each)
    await stage.kept()
    let seen: (typeof MAP_ZOOMS)[number] = MAP_ZOOMS[0]
    for (const { zoom, how, biases } of DRAGS) {
      if (zoom !== seen) await stage.zoomIn(zoom.notches)
      seen = zoom
      const figures = await drag(page, slider, biases, INTERVAL_MS)
      const { rule } = firstLocation(each.policy)
      const policy = withBiases(each.policy, rule, [Number(await slider.inputValue())])
      const picture = expected(policy, each.world, figures.view, await stage.edgeColour())
      const { wrong, far } = wrongPixels(await stage.picture(), picture, figures.view)
      rows.push([
        each.title,
        `${zoom.name}, zoom ${figures.view.zoom.toFixed(1)}`,
        how,
        ...textsOf(figures),
        String(wrong),
        String(far),
        loadNow(),
      ])
      if (each.title === TWENTY && zoom === MAP_ZOOMS[0]) ofTwenty = quantile(figures.repaints, 0.5)
    }
    await page.close()
  }
  // The machine may have become busier meanwhile.
  rows.push(await benchBarePage(browser))
  print(table(rows))
  return ofTwenty
}

/** What the browser needs for the same drag on a page that has nothing to do. */
async function benchBarePage(browser: Browser): Promise<string[]> {
  const page = await browser.newPage()
  const figures = await drag(page, await openBarePage(page), biasesByHand(MOVES), INTERVAL_MS)
  await page.close()
  return [
    'a page with a slider and a picture alone',
    'one colour',
    'by hand',
    ...textsOf(figures),
    '',
    '',
    loadNow(),
  ]
}

function loadNow(): string {
  return loadavg()[0]?.toFixed(1) ?? ''
}

function textsOf({ repaints, worker, moves, busy, longTasks }: DragFigures): readonly string[] {
  return [
    quantile(repaints, 0.5).toFixed(1),
    quantile(repaints, 0.95).toFixed(1),
    Math.max(...repaints).toFixed(1),
    quantile(worker, 0.5).toFixed(1),
    `${repaints.length} of ${moves}`,
    busy.tasks.toFixed(1),
    busy.processor.toFixed(1),
    String(longTasks),
  ]
}

/** The published way, for the same 20 locations on the same machine in the same minute. */
async function benchPeer(browser: Browser, url: string, print: (line: string) => void, repaintMs: number) {
  const page = await browser.newPage({ baseURL: url })
  await page.goto('')
  const sites = sitesOf(TWENTY)
  const { milliseconds } = await page.evaluate(timeGridPeer, { sites, runs: PEER_RUNS })
  const ratio = Number.isNaN(repaintMs)
    ? ''
    : `, ${(milliseconds / repaintMs).toFixed(0)} × the median repaint above`
  print(
    `\n  the published way of AWS's component (0.3° grid), 20 locations: ${milliseconds.toFixed(0)} ms${ratio}`,
  )
  await page.close()
}

/** The locations of a case's geoproximity rule. */
function sitesOf(title: string): readonly GridSite[] {
  const policy = MAP_CASES.find((each) => each.title === title)?.policy
  const compiled = policy && compilePolicy(policy, ALL_UP)
  const rule = compiled && biasRuleOf(compiled, firstLocation(policy).rule)
  if (!rule) throw new Error(`There is no case "${title}"`)
  return rule.rule.branches.map((branch, index) => {
    const code = geoproximity.labelOf(branch)
    const region = REGIONS.find((each) => each.code === code)
    if (!region) throw new Error(`${code} is no Region`)
    return { latitude: region.latitude, longitude: region.longitude, bias: rule.locations[index]?.bias ?? 0 }
  })
}
