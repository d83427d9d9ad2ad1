// @ts-check
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findBrowser, thisMachine } from './browser.mjs'
import { ROOT, requireNode, requirePackages } from './install.mjs'
import { judged, notRun, tallyOfPlaywright, tallyOfVitest, total } from './tally.mjs'

/**
 * @typedef {object} Check
 * @property {string} script a script of package.json
 * @property {readonly string[]} [args]
 * @property {Record<string, string>} [env]
 * @property {string} [needs] the script that must have succeeded before
 * @property {boolean} [isLive] shows its output as it comes, not at the end
 * @property {() => import('./tally.mjs').Tally} [tally] reads the tests' report
 */

/** @typedef {{ check: Check, isGood: boolean, output: string, seconds: number, tally: import('./tally.mjs').Tally }} Result */

const isAllRequired = process.env['CATCHMENT_REQUIRE_ALL'] === '1'
const reports = mkdtempSync(path.join(tmpdir(), 'catchment-test-'))
const unitReport = path.join(reports, 'unit.json')
const e2eReport = path.join(reports, 'e2e.json')

/** Checks that need no other and may share the processors. @type {readonly Check[]} */
const INDEPENDENT = [
  { script: 'typecheck' },
  { script: 'build' },
  { script: 'lint' },
  { script: 'format:check' },
]

/** @type {Check} */
const BUDGET = { script: 'budget', needs: 'build' }

/** @type {Check} */
const UNIT = {
  script: 'unit',
  args: ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
  needs: 'build',
  isLive: true,
  tally: () => tallyOfVitest(readFileSync(unitReport, 'utf8')),
}

/** @param {string} chromium @returns {Check} */
const e2e = (chromium) => ({
  script: 'e2e',
  args: ['--reporter=list,json'],
  env: { CATCHMENT_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport },
  needs: 'build',
  isLive: true,
  tally: () => tallyOfPlaywright(readFileSync(e2eReport, 'utf8')),
})

/** @type {Result[]} */
const results = []

/** @param {Check} check @param {boolean} isGood @param {string} output @param {number} seconds */
function finish(check, isGood, output, seconds) {
  let tests
  try {
    tests = check.tally?.()
  } catch {
    // It ended before it could write its report.
    isGood = false
  }
  const tally = judged(tests, isGood, isAllRequired)
  results.push({ check, isGood: tally.failed === 0, output, seconds, tally })
  console.log(`${tally.failed === 0 ? 'ok' : 'FAILED'}  ${check.script}  ${seconds.toFixed(1)} s`)
  if (tally.failed > 0 && !check.isLive) console.log(output.trimEnd())
}

/** Runs one check to its end. @param {Check} check @returns {Promise<void>} */
function run(check) {
  const needed = results.find((result) => result.check.script === check.needs)
  if (needed?.isGood === false) {
    finish(check, false, `not run, because "${check.needs}" failed`, 0)
    return Promise.resolve()
  }
  if (check.isLive) console.log(`\n${check.script} …`)
  const start = performance.now()
  // npm itself is a shell script on Windows; started by npm, the path of its JavaScript is known.
  const npm = process.env['npm_execpath'] ?? ''
  const [command, ...first] = npm.endsWith('npm-cli.js') ? [process.execPath, npm] : ['npm']
  const args = [...first, 'run', '--silent', check.script, ...(check.args ? ['--', ...check.args] : [])]
  const child = spawn(command ?? '', args, {
    cwd: ROOT,
    env: { ...process.env, ...check.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command === 'npm' && process.platform === 'win32',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text
      if (check.isLive) process.stdout.write(text)
    })
  }
  return new Promise((resolve) => {
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => {
      finish(check, code === 0, output, (performance.now() - start) / 1000)
      resolve()
    })
  })
}

/** Runs checks two at a time. @param {readonly Check[]} checks */
async function runInPairs(checks) {
  const waiting = checks.values()
  const lane = async () => {
    for (const check of waiting) await run(check)
  }
  await Promise.all([lane(), lane()])
}

requireNode()
requirePackages()
await runInPairs(INDEPENDENT)
await run(BUDGET)
await run(UNIT)
const browser = await findBrowser(thisMachine())
if ('file' in browser) {
  console.log(`\nBrowser: ${browser.file} (${browser.source})`)
  await run(e2e(browser.file))
} else {
  finish({ script: 'e2e' }, false, browser.problem, 0)
}
rmSync(reports, { recursive: true })

const { passed, failed, skipped } = total(results.map((result) => result.tally))
console.log('\nSummary')
for (const { check, tally, seconds } of results) {
  const counts = check.tally === undefined ? '' : `${tally.passed} passed, ${tally.failed} failed`
  const verdict = tally.failed === 0 ? 'ok    ' : 'FAILED'
  console.log(`  ${verdict}  ${check.script.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s  ${counts}`)
}
for (const line of results.flatMap((result) => notRun(result.output))) console.log(line)
if (skipped > 0) console.log(`not run: ${skipped} skipped tests`)
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)
