// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from './install.mjs'

/**
 * What the search asks of the machine; tests put another one in its place.
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Record<string, string | undefined>} env
 * @property {boolean} isRoot
 * @property {(file: string) => boolean} exists
 * @property {(command: string, args: readonly string[], timeoutMs: number) => { status: number | null, stdout: string }} run
 * @property {() => Promise<string>} playwrightPath where Playwright keeps its own download
 * @property {() => string} makeProfile an empty folder for a browser profile
 * @property {(folder: string) => void} removeProfile
 * @property {(line: string) => void} log
 */

const SECOND = 1000

/** The shell first: the same browser without windows, which takes half of the processor's time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
]

/** @param {Machine} machine */
function usualPlaces({ platform, env }) {
  if (platform === 'darwin') {
    return ['', env['HOME'] ?? ''].flatMap((home) => [
      `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
      `${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${home}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
    ])
  }
  if (platform === 'win32') {
    const homes = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? [])
    return homes.flatMap((home) => [
      `${home}\\Chromium\\Application\\chrome.exe`,
      `${home}\\Google\\Chrome\\Application\\chrome.exe`,
      `${home}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ])
  }
  const folders = [
    ...(env['PATH'] ?? '').split(':'),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ]
  return NAMES.flatMap((name) => [...new Set(folders)].map((folder) => `${folder}/${name}`))
}

/**
 * Root's package managers, each with its commands, of which those after the first that brings a browser are not needed.
 * @type {Record<string, readonly (readonly string[])[]>}
 */
const PACKAGE_MANAGERS = {
  '/usr/bin/apt-get': [
    ['apt-get', 'update'],
    // Debian's own; its relatives have not all of them.
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium-headless-shell'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
  ],
  '/usr/bin/dnf': [['dnf', 'install', '-y', 'chromium']],
  '/sbin/apk': [['apk', 'add', 'chromium']],
}

/** @param {Machine} machine */
function installByPackageManager(machine) {
  const commands = Object.entries(PACKAGE_MANAGERS).find(([file]) => machine.exists(file))?.[1] ?? []
  const missing = usualPlaces(machine).filter((file) => !machine.exists(file))
  for (const [command = '', ...args] of commands) {
    machine.run(command, args, 600 * SECOND)
    if (missing.some(machine.exists)) break
  }
  return missing
}

/** Whether this file really starts as a headless Chromium here. @param {Machine} machine @param {string} file */
function starts(machine, file) {
  const profile = machine.makeProfile()
  const page = 'data:text/html,<title>catchment</title>'
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    `--user-data-dir=${profile}`,
    '--dump-dom',
    page,
  ]
  const { status, stdout } = machine.run(file, flags, 60 * SECOND)
  machine.removeProfile(profile)
  return status === 0 && stdout.includes('<title>catchment</title>')
}

/**
 * The ways to a browser, in order. Each yields files to try; a way that installs something does so only when
 * its turn has come.
 * @param {Machine} machine
 * @returns {readonly { source: string, files: () => Promise<readonly string[]> }[]}
 */
function ways(machine) {
  const own = machine.env['CATCHMENT_CHROMIUM']
  const playwright = async () => [await machine.playwrightPath()]
  return [
    { source: 'CATCHMENT_CHROMIUM', files: async () => (own ? [own] : []) },
    { source: "Playwright's own browser", files: playwright },
    { source: 'an installed browser', files: async () => usualPlaces(machine) },
    {
      source: "Playwright's download",
      files: async () => {
        machine.log('No browser found: downloading one (npx playwright install chromium) …')
        const cli = path.join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js')
        machine.run(process.execPath, [cli, 'install', 'chromium'], 600 * SECOND)
        return playwright()
      },
    },
    {
      source: "the system's package manager",
      files: async () => {
        if (!machine.isRoot) return []
        machine.log('The download gave no browser that starts: asking the package manager …')
        return installByPackageManager(machine)
      },
    },
  ]
}

const ADVICE = `No Chromium could be found, downloaded or installed. Do one of these and run the command again:
  - install Chromium or Google Chrome (Debian and Ubuntu: sudo apt-get install chromium;
    Fedora: sudo dnf install chromium; macOS: brew install --cask chromium; Windows: winget install Google.Chrome)
  - npx playwright install --with-deps chromium
  - set CATCHMENT_CHROMIUM to the full path of a Chromium or Chrome that is already there`

/**
 * The path of a Chromium that starts, found or installed.
 * @param {Machine} machine
 * @returns {Promise<{ file: string, source: string } | { problem: string }>}
 */
export async function findBrowser(machine) {
  /** @type {string[]} */
  const refused = []
  for (const { source, files } of ways(machine)) {
    for (const file of await files()) {
      if (!machine.exists(file) || refused.includes(file)) continue
      if (starts(machine, file)) return { file, source }
      refused.push(file)
      machine.log(`${file} (${source}) does not start; looking further …`)
    }
  }
  const tried = refused.map((file) => `\nTried, but it does not start: ${file}`)
  return { problem: ADVICE + tried.join('') }
}

/** The machine that this runs on. @returns {Machine} */
export function thisMachine() {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
    run(command, args, timeout) {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
      const run = spawnSync(command, args, {
        timeout,
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      return { status: run.status, stdout: run.stdout ?? '' }
    },
    async playwrightPath() {
      const { chromium } = await import('@playwright/test')
      return chromium.executablePath()
    },
    makeProfile: () => mkdtempSync(path.join(tmpdir(), 'catchment-browser-')),
    removeProfile: (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
    // Standard output is for the path alone.
    log: (line) => console.error(line),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await findBrowser(thisMachine())
  if ('problem' in found) {
    console.error(found.problem)
    process.exitCode = 1
  } else {
    console.log(found.file)
  }
}
