import { FORMAT, NESTED, SPLIT, value } from './canvas-documents'
import { boxOf, CanvasPage } from './canvas-page'
import { expect, test } from './fixtures'

test('a rule with 52 branches folds, finds a branch, and shows them all', async ({ page }) => {
  const editor = new CanvasPage(page)
  const states =
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC'
  await editor.openDocument({
    ...SPLIT,
    Rules: {
      split: {
        RuleType: 'geo',
        Locations: [
          { IsDefault: true, EndpointReference: 'blue' },
          ...states
            .split(' ')
            .map((state) => ({ Country: 'US', Subdivision: state, EndpointReference: 'green' })),
        ],
      },
    },
  })
  const rows = editor.node('split').getByRole('listitem')
  await expect(rows).toHaveCount(13)
  await page.getByRole('searchbox', { name: 'Find among the 52 branches of split' }).fill('wyo')
  await expect(rows).toHaveCount(2)
  await expect(editor.node('split')).toContainText('1 found')
  await editor.node('split').getByRole('button', { name: '+51 more' }).click()
  await expect(rows).toHaveCount(53)
  await editor.node('split').getByRole('button', { name: 'Fold the branches of split' }).click()
  await expect(rows).toHaveCount(13)
})

test('a policy of four levels opens whole, with its names large enough to be read', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.open()
  await editor.openExample('Three levels: country, latency, failover')
  for (const id of ['geo_restriction', 'region_selector', 'west_coast', 'west_2']) {
    await expect(editor.node(id)).toBeInViewport({ ratio: 0.99 })
    const size = await editor
      .node(id)
      .getByTitle(id, { exact: true })
      .first()
      .evaluate((name) => {
        const zoom = name.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(name).width)
        return Number.parseFloat(getComputedStyle(name).fontSize) * zoom
      })
    expect(size, id).toBeGreaterThan(9.5)
  }
  await editor.canvas.getByRole('button', { name: 'Zoom in' }).click()
  await editor.canvas.getByRole('button', { name: 'Zoom in' }).click()
  await expect(page.getByRole('button', { name: 'Menu of rule geo_restriction' })).toBeVisible()
})

test('undoing all that was added leaves the start in view', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const editor = new CanvasPage(page)
  await editor.open()
  const rules = ['Geolocation', 'Geoproximity', 'Weighted']
  for (const rule of rules) {
    await editor.palette.getByRole('button', { name: rule }).click()
    await expect(editor.node(`${rule.toLowerCase()}-1`)).toBeInViewport({ ratio: 0.9 })
  }
  await expect(editor.start).not.toBeInViewport()
  for (const _ of rules) await page.keyboard.press('Control+z')
  await expect(editor.start).toBeInViewport({ ratio: 1 })
})

test('a policy stays whole when the window changes its size, until the view of it is moved', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const editor = new CanvasPage(page)
  await editor.open()
  await editor.openExample('Three levels: country, latency, failover')
  for (const [width, height] of [
    [1280, 720],
    [1440, 640],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expect(editor.start).toBeInViewport({ ratio: 0.99 })
    for (const id of ['geo_restriction', 'region_selector', 'west_coast', 'west_2'])
      await expect(editor.node(id), `${id} at ${width} × ${height}`).toBeInViewport({ ratio: 0.99 })
  }

  const width = async () => Math.round((await boxOf(editor.node('west_2'))).width)
  const before = await width()
  await editor.canvas.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(width).toBeGreaterThan(before)
  const zoomed = await width()
  await page.setViewportSize({ width: 1024, height: 768 })
  await expect.poll(async () => (await boxOf(editor.canvas)).height).toBeLessThan(768)
  expect(await width()).toBe(zoomed)
})

test('a node added by a press comes into view, however far the policy reaches', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.openDocument(NESTED)
  for (let step = 0; step < 5; step++) await editor.canvas.getByRole('button', { name: 'Zoom in' }).click()
  await editor.palette.getByRole('button', { name: 'Latency' }).click()
  await expect(editor.node('latency-1')).toBeInViewport({ ratio: 0.99 })
  await editor.palette.getByRole('button', { name: 'Endpoint' }).press('Enter')
  await expect(editor.node('endpoint-1')).toBeInViewport({ ratio: 0.99 })
})

test('a connection that is held over another pane does not move the canvas on and on', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.openDocument(NESTED)
  const { x, y } = await boxOf(editor.handle('places'))
  const map = await boxOf(page.getByRole('region', { name: 'Map', exact: true }))
  await page.mouse.move(x + 6, y + 6)
  await page.mouse.down()
  await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2, { steps: 8 })
  const viewport = page.locator('.react-flow__viewport')
  const first = await viewport.getAttribute('style')
  await page.evaluate(async () => {
    for (let frame = 0; frame < 10; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
  })
  expect(await viewport.getAttribute('style')).toBe(first)
  await page.mouse.up()
})

test('the path of a query is lit, and what was passed over says why', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.openDocument(NESTED)
  await editor.askFrom('Lyon', /Lyon/)
  const lit = page.locator('[data-light="taken"]')
  await expect(editor.node('safe').locator('li[data-light="taken"]')).toContainText('Primary')
  await expect(editor.node('safe').locator('li[data-light="passed"]')).toContainText('Not needed')
  await page.getByRole('button', { name: 'paris is down' }).click()
  await expect(editor.node('safe').locator('li[data-light="taken"]')).toContainText('Secondary')
  await page.getByRole('button', { name: 'Path of the query' }).click()
  await expect(lit).toHaveCount(0)
})

test('a problem is marked on its node, and choosing it in the list brings the node into view', async ({
  page,
}) => {
  const editor = new CanvasPage(page)
  await editor.openDocument(NESTED)
  await page.getByRole('textbox', { name: 'Value of spare' }).fill('not an address')
  await expect(editor.node('spare').getByRole('img', { name: /error:/ })).toBeVisible()
  for (let step = 0; step < 6; step++) await editor.canvas.getByRole('button', { name: 'Zoom in' }).click()
  await editor.drag(page.getByRole('application', { name: 'Policy' }), await editor.emptyPoint(0.02, 0.02))
  await page.getByRole('tab', { name: 'Problems' }).click()
  await page.getByRole('button', { name: /not an address/ }).click()
  await expect(editor.node('spare')).toBeInViewport()
})

test('only the nodes in view of a large policy have elements', async ({ page }) => {
  const editor = new CanvasPage(page)
  const ids = Array.from({ length: 500 }, (_, index) => index)
  let endpoints = 0
  const lead = (child: number) =>
    child < 500 ? { RuleReference: `r${child}` } : { EndpointReference: `e${endpoints++}` }
  const Rules = Object.fromEntries(
    ids.map((id) => [
      `r${id}`,
      {
        RuleType: 'weighted',
        Items: [2 * id + 1, 2 * id + 2].map((child) => ({ Weight: '1', ...lead(child) })),
      },
    ]),
  )
  const Endpoints = Object.fromEntries(
    Array.from({ length: 501 }, (_, index) => [`e${index}`, value(`192.0.2.${index % 255}`)]),
  )
  await editor.openDocument({
    AWSPolicyFormatVersion: FORMAT,
    RecordType: 'A',
    StartRule: 'r0',
    Endpoints,
    Rules,
  })
  await expect(editor.node('r0')).toBeVisible()
  expect(await page.locator('.react-flow__node').count()).toBeLessThan(100)
  await page.getByRole('button', { name: 'Show the whole policy' }).click()
  await expect.poll(() => page.locator('.react-flow__node').count()).toBeGreaterThan(900)
})

test.describe('by touch', () => {
  test.use({ hasTouch: true })

  test('pressing a dot and then a node connects them', async ({ page }) => {
    const editor = new CanvasPage(page)
    await editor.openDocument(NESTED)
    await editor.handle('places, Default').tap()
    await expect(page.getByText(/Press what it leads to/)).toBeVisible()
    await editor.node('spare').tap()
    expect(await editor.policy()).toMatchObject({
      Rules: {
        places: {
          Locations: [{}, { EndpointReference: 'spare' }],
        },
      },
    })
  })
})
