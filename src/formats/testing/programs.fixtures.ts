import { spawnSync } from 'node:child_process'

/** A program that waits for ever must not hold up the tests for ever: no timeout of a test ends a synchronous call. */
const LONGEST_RUN_MS = 120_000

/**
 * Whether a program of the system can be run. Where it cannot, that is said in a line that begins with
 * `not run:`; with CATCHMENT_REQUIRE_ALL=1 that throws.
 */
export function hasProgram(program: string, whatFor: string): boolean {
  // Looked for and not started: some programs are servers.
  const found = spawnSync('sh', ['-c', 'command -v -- "$1"', 'sh', program]).status === 0
  if (found) return true
  if (process.env['CATCHMENT_REQUIRE_ALL'] === '1') throw new Error(`${whatFor}: there is no ${program}`)
  console.log(`not run: ${whatFor}, since there is no ${program}`)
  return false
}

/** Runs a program to its end with a text as its input; the status is null where it had to be ended. */
export function runProgram(program: string, args: readonly string[], input = '', env = process.env) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    input,
    env,
    encoding: 'utf8',
    timeout: LONGEST_RUN_MS,
  })
  return { status, stdout, stderr }
}
