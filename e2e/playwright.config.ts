import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

const ROOT = path.join(import.meta.dirname, '..')

/** The site must work in any sub-folder of any host, so it is tested in one. */
const PREFIX = '/some/where/'

/**
 * A free port. It goes into the environment because Playwright reads this file once more in each of its workers,
 * and they must all get the same answer; it is found by another process because this file cannot wait.
 */
function port(): string {
  const script =
    'require("net").createServer().listen(0, "127.0.0.1", function () { console.log(this.address().port); this.close() })'
  process.env['CATCHMENT_E2E_PORT'] ??= execFileSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
  }).trim()
  return process.env['CATCHMENT_E2E_PORT']
}

const baseURL = `http://127.0.0.1:${port()}${PREFIX}`
const folder = process.env['CATCHMENT_DIST'] ?? 'dist'
const chromium = process.env['CATCHMENT_CHROMIUM']

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  reporter: [['list']],
  use: {
    baseURL,
    viewport: { width: 1440, height: 900 },
    trace: 'off',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
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
    command: `node src/tools/serve.mjs "${folder}" ${PREFIX} ${port()}`,
    cwd: ROOT,
    url: baseURL,
    reuseExistingServer: false,
  },
})
