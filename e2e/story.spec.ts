import type { Browser, Page } from '@playwright/test'
import { boxOf, CanvasPage } from './canvas-page'
import { EditorPage } from './editor-page'
import { expect, test } from './fixtures'
import { MapPage } from './map-page'

// The whole job, as a newcomer does it: design a nested policy, watch its catchments move with a bias, ask
// what a user in Lyon gets and why, export the document, and send the scenario as a link.

const NESTED = {
  RecordType: 'A',
  StartRule: 'geolocation-1',
  Endpoints: {
    'endpoint-1': { Type: 'value', Value: '198.51.100.1' },
    'endpoint-2': { Type: 'value', Value: '192.0.2.1' },
    'endpoint-3': { Type: 'value', Value: '192.0.2.2' },
  },
  Rules: {
    'geolocation-1': {
      RuleType: 'geo',
      Locations: [
        { IsDefault: true, EndpointReference: 'endpoint-1' },
        { Continent: 'EU', RuleReference: 'geoproximity-1', EvaluateTargetHealth: true },
      ],
    },
    'geoproximity-1': {
      RuleType: 'geoproximity',
      GeoproximityLocations: [
        { EndpointReference: 'endpoint-2', Location: { LocationName: 'aws:route53:eu-central-1' } },
        { EndpointReference: 'endpoint-3', Location: { LocationName: 'aws:route53:eu-west-1' } },
      ],
    },
  },
}

/** What must be true at the end, however it was done; `bias` is what the slider was left at. */
async function finish(page: Page, browser: Browser, baseURL: string | undefined): Promise<void> {
  const editor = new EditorPage(page)
  await editor.askFrom('Lyon', /^Lyon\s*France/)
  await expect(editor.answer).toContainText('192.0.2.1')
  await expect(editor.answer).toContainText('100 %')
  await expect(editor.why).toContainText('Europe')
  await expect(editor.why).toContainText(/km × 0\.\d+ \(bias \+\d+\) = \d+ km/)
  const document: unknown = JSON.parse(await editor.exportedDocument())
  expect(document).toMatchObject(NESTED)

  const elsewhere = await browser.newContext(baseURL ? { baseURL } : {})
  const other = new EditorPage(await elsewhere.newPage())
  await other.page.goto(await editor.shareLink())
  await other.askFrom('Lyon', /^Lyon\s*France/)
  expect(await other.answer.innerText()).toBe(await editor.answer.innerText())
  expect(await other.why.innerText()).toBe(await editor.why.innerText())
  expect(JSON.parse(await other.exportedDocument())).toEqual(document)
  await elsewhere.close()
}

test('the whole job by mouse', async ({ page, browser, baseURL }) => {
  test.slow()
  const editor = new CanvasPage(page)
  const map = new MapPage(page)
  await editor.open()

  await editor.drag(
    editor.palette.getByRole('button', { name: 'Geolocation' }),
    await editor.emptyPoint(0.4, 0.2),
  )
  await editor.drag(editor.handle('geolocation-1'), await editor.emptyPoint(0.8, 0.15))
  await editor.choose(/^Endpoint/)
  await page.getByRole('textbox', { name: 'Value of endpoint-1' }).fill('198.51.100.1')
  await editor.drag(editor.handle('geolocation-1'), await editor.emptyPoint(0.3, 0.6))
  await editor.choose(/^Geoproximity/)
  await expect(editor.node('geoproximity-1')).toBeVisible()
  for (const [down, id, value] of [
    [0.45, 'endpoint-2', '192.0.2.1'],
    [0.75, 'endpoint-3', '192.0.2.2'],
  ] as const) {
    await editor.drag(editor.handle('geoproximity-1'), await editor.emptyPoint(0.82, down))
    await editor.choose(/^Endpoint/)
    await page.getByRole('textbox', { name: `Value of ${id}` }).fill(value)
  }

  // Places are chosen in the properties of each rule.
  const properties = page.getByRole('region', { name: 'Properties' })
  await editor.press('geolocation-1')
  await properties.getByRole('button', { name: /^No place/ }).click()
  await properties.getByRole('combobox', { name: 'Place', exact: true }).fill('Europe')
  await editor.choose(/^Europe/)
  await editor.press('geoproximity-1')
  for (const region of ['eu-central-1', 'eu-west-1']) {
    await properties
      .getByRole('button', { name: /^No location/ })
      .first()
      .click()
    await properties.getByRole('combobox', { name: 'Region', exact: true }).fill(region)
    await editor.choose(new RegExp(region))
  }

  await map.painted()
  const slider = editor.node('geoproximity-1').getByRole('slider', { name: 'Bias of eu-central-1' })
  const { x, y, width, height } = await boxOf(slider)
  const before = await map.colours()
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width * 0.7, y + height / 2, { steps: 8 })
  await expect.poll(async () => [...(await map.colours())]).not.toEqual([...before])
  await page.mouse.up()
  await finish(page, browser, baseURL)
})

test('the whole job by keyboard alone', async ({ page, browser, baseURL }) => {
  test.slow()
  const editor = new CanvasPage(page)
  const map = new MapPage(page)
  const properties = page.getByRole('region', { name: 'Properties' })
  const { keyboard } = page
  await editor.open()

  /** Opens what a node can do and connects a new branch of it. */
  async function connectNew(rule: string, to: string): Promise<void> {
    await editor.node(rule).focus()
    await keyboard.press('Enter')
    const item = page.getByRole('menuitem', { name: 'Connect a new branch to…' })
    // The first Enter selects a node, the next opens what it can do.
    if (!(await item.isVisible())) await keyboard.press('Enter')
    await item.press('Enter')
    await page.getByRole('combobox', { name: `Connect ${rule} to` }).fill(to)
    await keyboard.press('Enter')
  }

  await editor.palette.getByRole('button', { name: 'Geolocation' }).press('Enter')
  await connectNew('geolocation-1', 'endpoint')
  await page.getByRole('textbox', { name: 'Value of endpoint-1' }).focus()
  await keyboard.type('198.51.100.1')
  await connectNew('geolocation-1', 'geoproximity')
  await connectNew('geoproximity-1', 'endpoint')
  await page.getByRole('textbox', { name: 'Value of endpoint-2' }).focus()
  await keyboard.type('192.0.2.1')
  await connectNew('geoproximity-1', 'endpoint')
  await page.getByRole('textbox', { name: 'Value of endpoint-3' }).focus()
  await keyboard.type('192.0.2.2')

  await editor.node('geolocation-1').focus()
  await keyboard.press('Enter')
  await properties.getByRole('button', { name: /^No place/ }).press('Enter')
  await properties.getByRole('combobox', { name: 'Place', exact: true }).fill('Europe')
  await keyboard.press('Enter')
  await editor.node('geoproximity-1').focus()
  await keyboard.press('Enter')
  for (const region of ['eu-central-1', 'eu-west-1']) {
    await properties
      .getByRole('button', { name: /^No location/ })
      .first()
      .press('Enter')
    await properties.getByRole('combobox', { name: 'Region', exact: true }).fill(region)
    await keyboard.press('Enter')
  }

  await map.painted()
  const before = await map.colours()
  await editor.node('geoproximity-1').getByRole('slider', { name: 'Bias of eu-central-1' }).focus()
  for (let step = 0; step < 25; step++) await keyboard.press('ArrowRight')
  await expect.poll(async () => [...(await map.colours())]).not.toEqual([...before])
  await finish(page, browser, baseURL)
})
