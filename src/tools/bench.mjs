// @ts-check
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT, requireNode, requirePackages } from './install.mjs'

/**
 * The part that is read of the report which Vitest writes.
 * @typedef {{ name: string, median: number, hz: number }} Benchmark median in ms, hz in runs per second
 * @typedef {{ files: { groups: { fullName: string, benchmarks: Benchmark[] }[] }[] }} Report
 */

/** How many operations a run holds: "resolve × 1,000" holds 1000, because the clock cannot time one. @param {string} name */
export function operationsIn(name) {
  return Number(/× ([\d,]+)$/.exec(name)?.[1]?.replaceAll(',', '') ?? 1)
}

/**
 * One table for each group: the time of a run, operations per second, and the speed as a ratio to the group's
 * first benchmark, which carries from machine to machine better than the times do.
 * @param {Report} report
 */
export function benchTable(report) {
  return report.files
    .flatMap((file) => file.groups)
    .flatMap(({ fullName, benchmarks }) => {
      const speeds = benchmarks.map(({ name, hz }) => hz * operationsIn(name))
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

/** Runs the benchmarks whose files match the words on the command line, or all. */
function main() {
  requireNode()
  requirePackages()
  const folder = mkdtempSync(path.join(tmpdir(), 'catchment-bench-'))
  const file = path.join(folder, 'report.json')
  const vitest = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const args = ['bench', '--run', '--passWithNoTests', `--outputJson=${file}`, ...process.argv.slice(2)]
  const run = spawnSync(process.execPath, [vitest, ...args], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' })
  if (run.status === 0) {
    console.log(
      `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}\n`,
    )
    console.log(benchTable(/** @type {Report} */ (JSON.parse(readFileSync(file, 'utf8')))))
  } else {
    console.error(run.stdout + run.stderr)
    process.exitCode = 1
  }
  rmSync(folder, { recursive: true })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
