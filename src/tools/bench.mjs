// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, thisMachine } from './browser.mjs'
import { ROOT, requireNode, requirePackages } from './install.mjs'
import { serve } from './serve.mjs'

/**
 * The part that is read of the report which Vitest writes.
 * @typedef {{ name: string, median: number }} Benchmark median in ms
 * @typedef {{ files: { groups: { fullName: string, benchmarks: Benchmark[] }[] }[] }} Report
 */

/** How many operations a run holds: "resolve × 1,000" holds 1000, because the clock cannot time one. @param {string} name */
export function operationsIn(name) {
  return Number(/× ([\d,]+)$/.exec(name)?.[1]?.replaceAll(',', '') ?? 1)
}

/**
 * One table for each group: the median time of a run, operations per second by it, and the speed as a ratio to the
 * group's first benchmark, which carries from machine to machine better than the times do. By the median, since the
 * mean (and the report's `hz`, which is made of it) follows the few runs that the machine spent on something else.
 * @param {Report} report
 */
export function benchTable(report) {
  return report.files
    .flatMap((file) => file.groups)
    .flatMap(({ fullName, benchmarks }) => {
      const speeds = benchmarks.map(({ name, median }) => (operationsIn(name) / median) * 1000)
      const rows = benchmarks.map(({ name, median }, index) => {
        const speed = speeds[index] ?? 0
        const ratio = speed / (speeds[0] ?? speed)
        const perSecond = Math.round(speed).toLocaleString('en')
        return `  ${name.padEnd(44)} ${median.toFixed(3).padStart(10)} ms ${perSecond.padStart(14)}/s ${ratio.toFixed(2).padStart(8)} ×`
      })
      return [fullName, ...rows, '']
    })
    .join('\n')
}

/**
 * What the words on the command line choose: nothing said, everything; `cli` the built command line; `load` the first
 * load of the built app in a browser and `map` its map, `map=TEXT` of the map's cases those whose title holds the text;
 * any other word the files whose path holds it.
 * @param {readonly string[]} words
 */
export function chosenBy(words) {
  const maps = words.filter((word) => /^map(=|$)/.test(word))
  const files = words.filter((word) => !maps.includes(word) && word !== 'load' && word !== 'cli')
  const isAll = words.length === 0
  return {
    files: isAll || files.length > 0 ? files : null,
    cli: isAll || words.includes('cli'),
    load: isAll || words.includes('load'),
    map: isAll ? '' : (maps[0]?.slice('map='.length) ?? null),
  }
}

/** @param {readonly string[]} words */
function benchFiles(words) {
  const folder = mkdtempSync(path.join(tmpdir(), 'catchment-bench-'))
  const file = path.join(folder, 'report.json')
  const vitest = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const args = ['bench', '--run', '--passWithNoTests', `--outputJson=${file}`, ...words]
  const run = spawnSync(process.execPath, [vitest, ...args], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' })
  if (run.status === 0) {
    console.log(benchTable(/** @type {Report} */ (JSON.parse(readFileSync(file, 'utf8')))))
  } else {
    console.error(run.stdout + run.stderr)
    process.exitCode = 1
  }
  rmSync(folder, { recursive: true })
}

const DIST = path.join(ROOT, 'dist')
const CLI = path.join(ROOT, 'dist-cli', 'catchment.js')

/** A module of the benchmarks, which are written in TypeScript. @param {string} name @returns {Promise<unknown>} */
async function benchModule(name) {
  const { runnerImport } = await import('vite')
  return (await runnerImport(path.join(ROOT, 'e2e', 'bench', name), { root: ROOT })).module
}

async function benchCli() {
  if (!existsSync(CLI)) {
    console.log('not run: the benchmark of the command line needs it built (npm run build)')
    return
  }
  const module = /** @type {typeof import('../../e2e/bench/cli-bench')} */ (await benchModule('cli-bench.ts'))
  module.runCliBench(CLI, ROOT, console.log)
}

/**
 * The built app in a browser.
 * @param {(options: { chromium: string, folder: string, url: string, print: (line: string) => void }) => Promise<void>} bench
 */
async function benchApp(bench) {
  if (!existsSync(path.join(DIST, 'index.html'))) {
    console.log('not run: the benchmarks of the app need it built (npm run build)')
    return
  }
  const browser = await findBrowser(thisMachine())
  if ('problem' in browser) {
    console.log(`not run: the benchmarks of the app need a browser\n${browser.problem}`)
    return
  }
  const { url, close } = await serve({ folder: DIST, prefix: '/some/where/', port: 0 })
  await bench({ chromium: browser.file, folder: DIST, url, print: console.log })
  close()
}

async function benchLoad() {
  const module = /** @type {typeof import('../../e2e/bench/load-bench')} */ (
    await benchModule('load-bench.ts')
  )
  await benchApp(module.runLoadBench)
}

/** @param {string} only */
async function benchMap(only) {
  const module = /** @type {typeof import('../../e2e/bench/map-bench')} */ (await benchModule('map-bench.ts'))
  await benchApp((options) => module.runMapBench({ ...options, only }))
}

/** Runs the benchmarks that the words on the command line choose, or all. */
async function main() {
  requireNode()
  requirePackages()
  console.log(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, load ${loadavg()[0]?.toFixed(1)}\n`,
  )
  const { files, cli, load, map } = chosenBy(process.argv.slice(2))
  if (files !== null) benchFiles(files)
  if (cli) await benchCli()
  if (load) await benchLoad()
  if (map !== null) await benchMap(map)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
