import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

const ROOT = path.join(import.meta.dirname, '..')

/** The site must work in any sub-folder of any host, so it is tested in one. */
const PREFIX = '/some/where/'

const FREE_PORT =
  'const s = require("net").createServer().listen(0, "127.0.0.1", () => s.close(console.log(s.address().port)))'

/**
 * A setting from the environment, or what a Node script prints. It goes into the environment, because Playwright
 * reads this file once more in each of its workers, and they must all get the same answer.
 */
function setting(name: string, script: readonly string[]): string {
  const value =
    process.env[name] ?? execFileSync(process.execPath, script, { cwd: ROOT, encoding: 'utf8' }).trim()
  process.env[name] = value
  return value
}

const port = setting('CATCHMENT_E2E_PORT', ['-e', FREE_PORT])
const chromium = setting('CATCHMENT_CHROMIUM', ['src/tools/browser.mjs'])
const baseURL = `http://127.0.0.1:${port}${PREFIX}`
const folder = process.env['CATCHMENT_DIST'] ?? 'dist'

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Generous, because the processors may be busy: no test asserts on time.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // A browser that hangs must not hold up the other checks for ever.
  globalTimeout: 45 * 60_000,
  reporter: [['list']],
  use: {
    baseURL,
    viewport: { width: 1440, height: 900 },
    trace: 'off',
    // Storing the whole site for every test takes longer than most tests; the one about that allows it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-gpu',
      ],
    },
  },
  projects: [{ name: 'chromium' }],
  webServer: {
    command: `node src/tools/serve.mjs "${folder}" ${PREFIX} ${port}`,
    cwd: ROOT,
    url: baseURL,
    reuseExistingServer: false,
  },
})
