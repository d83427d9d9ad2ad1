// @ts-check
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lock as npm writes it */

/** The folder of package.json. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Whether a Node version such as "20.19.1" satisfies a range of ^a.b.c and >=a.b.c joined by ||.
 * No more of the range language is needed, and no package is installed yet that knows it.
 * @param {string} version
 * @param {string} range
 */
export function satisfies(version, range) {
  const numbers = (/** @type {string} */ text) => text.split('.').map(Number)
  const actual = numbers(version)
  return range.split('||').some((part) => {
    const wanted = numbers(part.trim().replace(/^(\^|>=)/, ''))
    if (part.trim().startsWith('^') && actual[0] !== wanted[0]) return false
    const at = wanted.findIndex((number, index) => number !== actual[index])
    return at === -1 || (actual[at] ?? 0) > (wanted[at] ?? 0)
  })
}

/**
 * Whether what npm wrote into node_modules is what the lock file asks for. Optional packages may be missing:
 * they are builds for other systems.
 * @param {string} lockText package-lock.json
 * @param {string | undefined} installedText node_modules/.package-lock.json
 */
export function matchesLock(lockText, installedText) {
  if (installedText === undefined) return false
  const lock = /** @type {Lock} */ (JSON.parse(lockText))
  const installed = /** @type {Lock} */ (JSON.parse(installedText))
  const wanted = Object.entries(lock.packages).filter(([name]) => name !== '')
  return (
    wanted.every(([name, { version, integrity, optional }]) => {
      const actual = installed.packages[name]
      if (actual === undefined) return optional === true
      return actual.version === version && actual.integrity === integrity
    }) && Object.keys(installed.packages).every((name) => name in lock.packages)
  )
}

/** @param {string} file */
function textOf(file) {
  try {
    return readFileSync(path.join(ROOT, file), 'utf8')
  } catch {
    return undefined
  }
}

/** Stops with a plain message when this Node is too old. */
export function requireNode() {
  const { engines } = /** @type {{ engines: { node: string } }} */ (
    JSON.parse(textOf('package.json') ?? '{}')
  )
  const version = process.versions.node
  if (satisfies(version, engines.node)) return
  const wanted = engines.node
    .split('||')
    .map((part) => part.trim().replace(/^\^(\d+)(.*)$/, '$1$2 or a later $1'))
  console.error(
    `Catchment needs Node ${wanted.join(', or ').replace('>=', '')} or newer; this is Node ${version}.`,
  )
  console.error('Install a current one from https://nodejs.org/ and run the command again.')
  process.exit(1)
}

/** Installs the packages of the lock file unless they are there. Stops with a plain message when that fails. */
export function requirePackages() {
  if (matchesLock(textOf('package-lock.json') ?? '', textOf('node_modules/.package-lock.json'))) return
  console.log('Installing packages (npm ci) …')
  // A script started by npm knows where npm is; on Windows npm itself is a shell script.
  const npm = process.env['npm_execpath']
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] }
  const run = npm?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (run.status === 0) return
  console.error('npm ci failed: see above. Catchment needs the packages named in package-lock.json.')
  process.exit(1)
}
