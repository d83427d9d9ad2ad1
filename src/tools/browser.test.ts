import { describe, expect, it } from 'vitest'
import { findBrowser, type Machine } from './browser.mjs'

const PLAYWRIGHT = '/cache/playwright/chrome'

interface Setting extends Partial<Pick<Machine, 'platform' | 'env' | 'isRoot'>> {
  /** Files that exist from the start. */
  readonly present?: readonly string[]
  /** Files that exist but do not start. */
  readonly broken?: readonly string[]
  /** Files that appear when a command whose line ends with the key is run. */
  readonly installs?: Readonly<Record<string, string>>
}

/** A machine that exists only here, with a record of what was run on it. */
function machineWith({ present = [], broken = [], installs = {}, ...rest }: Setting) {
  const files = new Set([...present, ...broken])
  const commands: string[] = []
  const log: string[] = []
  const machine: Machine = {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    isRoot: false,
    ...rest,
    exists: (file) => files.has(file),
    run(command, args) {
      const line = [command, ...args].join(' ')
      if (line.includes('--dump-dom')) {
        const good = files.has(command) && !broken.includes(command)
        return {
          status: good ? 0 : 1,
          stdout: good ? '<html><head><title>catchment</title></head></html>' : '',
        }
      }
      commands.push(line)
      for (const [key, file] of Object.entries(installs)) if (line.endsWith(key)) files.add(file)
      return { status: 0, stdout: '' }
    },
    playwrightPath: async () => PLAYWRIGHT,
    makeProfile: () => '/profile',
    removeProfile: () => undefined,
    log: (line) => log.push(line),
  }
  return { machine, commands, log }
}

async function fileFound(setting: Setting) {
  const found = await findBrowser(machineWith(setting).machine)
  return 'file' in found ? found.file : found.problem
}

const everywhere = ['/own/chrome', PLAYWRIGHT, '/usr/bin/chromium']
const env = { PATH: '/usr/bin', CATCHMENT_CHROMIUM: '/own/chrome' }

describe('the browser', () => {
  it('is the one that CATCHMENT_CHROMIUM names, before all others', async () => {
    expect(await fileFound({ env, present: everywhere })).toBe('/own/chrome')
  })

  it("is else Playwright's own", async () => {
    expect(await fileFound({ present: everywhere })).toBe(PLAYWRIGHT)
  })

  it('is else the one of the system', async () => {
    expect(await fileFound({ present: ['/usr/bin/chromium', '/usr/bin/google-chrome'] })).toBe(
      '/usr/bin/chromium',
    )
  })

  it('is the one without windows where both are there', async () => {
    const shell = '/usr/bin/chromium-headless-shell'
    expect(await fileFound({ present: ['/usr/bin/chromium', shell] })).toBe(shell)
  })

  it('is found wherever PATH leads', async () => {
    const file = '/opt/browsers/google-chrome'
    expect(await fileFound({ env: { PATH: '/opt/browsers' }, present: [file] })).toBe(file)
  })

  it('is found on macOS', async () => {
    const file = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(await fileFound({ platform: 'darwin', present: [file] })).toBe(file)
  })

  it('is found on Windows', async () => {
    const file = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
    const windows = { PROGRAMFILES: 'C:\\Program Files' }
    expect(await fileFound({ platform: 'win32', env: windows, present: [file] })).toBe(file)
  })

  it('must start: one that does not is passed over with a word', async () => {
    const { machine, log } = machineWith({ env, present: ['/usr/bin/chromium'], broken: ['/own/chrome'] })
    expect(await findBrowser(machine)).toEqual({ file: '/usr/bin/chromium', source: 'an installed browser' })
    expect(log).toEqual(['/own/chrome (CATCHMENT_CHROMIUM) does not start; looking further …'])
  })

  it('costs no installation when one is there', async () => {
    const { machine, commands } = machineWith({
      isRoot: true,
      present: ['/usr/bin/chromium', '/usr/bin/apt-get'],
    })
    await findBrowser(machine)
    expect(commands).toEqual([])
  })

  it('is else downloaded by Playwright', async () => {
    expect(await fileFound({ installs: { 'cli.js install chromium': PLAYWRIGHT } })).toBe(PLAYWRIGHT)
  })

  it.each([
    { manager: '/usr/bin/apt-get', line: 'apt-get install -y --no-install-recommends chromium' },
    { manager: '/usr/bin/dnf', line: 'dnf install -y chromium' },
    { manager: '/sbin/apk', line: 'apk add chromium' },
  ])('is else installed by root through $manager', async ({ manager, line }) => {
    const setting = { isRoot: true, present: [manager], installs: { [line]: '/usr/bin/chromium' } }
    expect(await fileFound(setting)).toBe('/usr/bin/chromium')
  })

  it('is installed once, though a system may name it in two ways', async () => {
    const setting = { isRoot: true, present: ['/usr/bin/apt-get'], broken: ['/usr/bin/chromium'] }
    const shell = '/usr/bin/chromium-headless-shell'
    const { machine, commands } = machineWith({ ...setting, installs: { 'chromium-headless-shell': shell } })
    expect(await findBrowser(machine)).toEqual({ file: shell, source: "the system's package manager" })
    expect(commands.filter((line) => line.includes('install -y'))).toHaveLength(1)
  })

  it('is not installed by the package manager for anyone but root', async () => {
    const { machine, commands } = machineWith({ present: ['/usr/bin/apt-get'] })
    await findBrowser(machine)
    expect(commands.filter((line) => line.startsWith('apt-get'))).toEqual([])
  })

  it('is else missed with the exact things to do and what was tried', async () => {
    const advice = await fileFound({ broken: ['/usr/bin/chromium'] })
    expect(advice).toContain('sudo apt-get install chromium')
    expect(advice).toContain('npx playwright install --with-deps chromium')
    expect(advice).toContain('CATCHMENT_CHROMIUM')
    expect(advice).toContain('Tried, but it does not start: /usr/bin/chromium')
  })
})
