import { EditorPage } from './editor-page'
import { expect, test } from './fixtures'

test('opens in a sub-folder of a static host', async ({ page }) => {
  await page.goto('')
  await expect(page).toHaveTitle(/Catchment/)
  await expect(page.getByRole('heading', { name: 'Catchment' })).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/some/where/')
})

test('lets nothing be loaded but its own files, inline styles and local images', async ({ page }) => {
  await page.goto('')
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
  const directives = new Map(
    (policy ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ')
      return [name, sources]
    }),
  )
  const loose = [...directives].filter(
    ([, sources]) => sources.join() !== "'self'" && sources.join() !== "'none'",
  )
  expect(Object.fromEntries(loose)).toEqual({
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
  })
  expect(directives.get('default-src')).toEqual(["'self'"])
})

test('has no inline script', async ({ page }) => {
  const html = await (await page.request.get('')).text()
  expect(html).toContain('<script')
  expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g)).toBeNull()
  expect(html.match(/\son\w+=/g)).toBeNull()
})

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' })
  test('works without a network after the first visit, whole and also after a reload', async ({
    page,
    context,
  }) => {
    await page.goto('')
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await context.setOffline(true)
    for (const visit of ['first', 'reloaded']) {
      if (visit === 'reloaded') await page.reload()
      const editor = new EditorPage(page)
      await editor.openExample('80/20 canary')
      await editor.askFrom('Lyon', /Lyon.*France/)
      await expect(editor.answer).toContainText('80 %')
    }
  })
})

/** The kinds of the faults so far, which are then forgotten. */
function takeKinds(faults: string[]): readonly string[] {
  return faults.splice(0).map((fault) => fault.slice(0, fault.indexOf(':')))
}

test.describe('the watch over every test', () => {
  test('sees a console error', async ({ page, faults }) => {
    await page.goto('')
    await page.evaluate(() => console.error('planted'))
    expect(takeKinds(faults)).toEqual(['console error'])
  })

  test('sees a violation of the content security policy', async ({ page, faults }) => {
    await page.goto('')
    await page.evaluate(() => fetch('https://example.com/').catch(() => null))
    expect(faults[0]).toContain('Content Security Policy')
    expect(new Set(takeKinds(faults))).toEqual(new Set(['console error']))
  })

  test('sees an uncaught error', async ({ page, faults }) => {
    await page.goto('')
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('planted')
      })
    })
    await expect.poll(() => faults.length).toBe(1)
    expect(takeKinds(faults)).toEqual(['uncaught error'])
  })

  test('sees a request to another origin', async ({ page, faults }) => {
    const elsewhere = new URL(test.info().project.use.baseURL ?? '')
    elsewhere.hostname = 'localhost'
    await page.goto(elsewhere.href)
    expect(new Set(takeKinds(faults))).toEqual(new Set(['request to another origin']))
  })
})

test('measures its speed for anyone to read, in the User Timing of the browser', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.openExample('Geoproximity with a tuned bias')
  await editor.askFrom('Lyon', /Lyon.*France/)
  await page.getByRole('slider', { name: 'Bias of eu-west-1' }).press('ArrowRight')
  for (const name of ['catchment:open', 'catchment:repaint', 'catchment:evaluate', 'catchment:shares']) {
    await expect
      .poll(() => page.evaluate((each) => performance.getEntriesByName(each, 'measure').length, name), name)
      .toBeGreaterThan(0)
  }
})
