import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { quantile, table } from './figures'

/** What one run of a program took, in ms. */
interface Run {
  readonly wall: number
  readonly processor: number
}

const RUNS = 21
const POLICY = path.join('src', 'examples', 'three-levels.scenario.json')

const CASES: readonly (readonly [title: string, args: (file: string) => readonly string[]])[] = [
  ['node -e 0, for comparison', () => ['-e', '0']],
  ['resolve, three levels', (file) => [file, 'resolve', POLICY]],
  ['resolve --country FR', (file) => [file, 'resolve', POLICY, '--country', 'FR']],
  ['resolve --at 45.76,4.84', (file) => [file, 'resolve', POLICY, '--at', '45.76,4.84']],
  ['check', (file) => [file, 'check', POLICY]],
]

/** Starts the built command line again and again, the cases in turn, and prints the medians. */
export function runCliBench(file: string, root: string, print: (line: string) => void): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'catchment-cli-bench-'))
  const probe = path.join(folder, 'probe.cjs')
  writeFileSync(probe, PROBE)
  const runs = CASES.map((): Run[] => [])
  for (let turn = 0; turn < RUNS; turn++) {
    for (const [index, [, args]] of CASES.entries()) {
      const run = start(['--require', probe, ...args(file)], root)
      // The first fills the caches of the system.
      if (turn > 0) runs[index]?.push(run)
    }
  }
  rmSync(folder, { recursive: true })
  print(`command line from process start, medians of ${RUNS - 1} runs:`)
  const rows = CASES.map(([title], index) => {
    const of = (key: keyof Run) => quantile(runs[index]?.map((run) => run[key]) ?? [], 0.5).toFixed(0)
    return [title, of('wall'), of('processor')]
  })
  print(table([['', 'wall, ms', 'processor, ms'], ...rows]))
}

/** Says at the end of a process what it took, since Node does not tell it of its children. */
const PROBE = `process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  require('node:fs').writeSync(2, '\\n' + (user + system))
})
`

function start(args: readonly string[], cwd: string): Run {
  const since = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
  const wall = performance.now() - since
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`)
  return { wall, processor: Number(stderr.slice(stderr.lastIndexOf('\n'))) / 1000 }
}
