import { readFile } from 'node:fs/promises'
import type { Download } from '@playwright/test'
import { expect, test } from './fixtures'
import { MapPage } from './map-page'

const FIRST = '#0072b2'

const value = (address: string) => ({ Type: 'value', Value: address })
const region = (name: string, endpoint: string) => ({
  Location: { Type: 'Region', LocationName: `aws:route53:${name}` },
  EndpointReference: endpoint,
  Bias: '0',
})

/** A custom location in Africa between a Region in America and one in Asia. */
const THREE_SITES = {
  AWSPolicyFormatVersion: '2023-05-09',
  RecordType: 'A',
  StartRule: 'nearest',
  Endpoints: { own: value('192.0.2.1'), west: value('192.0.2.2'), east: value('192.0.2.3') },
  Rules: {
    nearest: {
      RuleType: 'geoproximity',
      GeoproximityLocations: [
        {
          Location: { Type: 'Coordinate', Latitude: '10', Longitude: '20' },
          EndpointReference: 'own',
          Bias: '0',
        },
        region('us-east-1', 'west'),
        region('ap-southeast-1', 'east'),
      ],
    },
  },
}

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
})

test('drags custom coordinates with live catchments, in one step that can be undone', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(THREE_SITES)
  const marker = map.region.getByRole('button', { name: /leads to own/ })
  const before = await map.pixels(FIRST)
  const [from, to] = [await map.pointOf(10, 20), await map.pointOf(45, -100)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 8 })
  // Still held: the catchment is on its way already.
  await expect.poll(async () => Math.abs((await map.pixels(FIRST)) - before)).toBeGreaterThan(before / 20)
  await expect(page.getByTestId('move-hint')).toContainText(/4[45]\.\d\d° N, (99|100)\.\d\d° W/)
  await page.mouse.up()
  await expect(marker).toHaveAccessibleName(/^4[45](\.\d{1,2})?, −(99|100)(\.\d{1,2})? leads to own/)
  await page.keyboard.press('Control+z')
  await expect(marker).toHaveAccessibleName(/^10, 20 leads to own/)

  // Escape puts it back and leaves no trace in the history.
  await expect.poll(async () => Math.abs(((await marker.boundingBox())?.x ?? 0) + 8 - from.x)).toBeLessThan(3)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await expect(marker).not.toHaveAccessibleName(/^10, 20/)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(marker).toHaveAccessibleName(/^10, 20 leads to own/)
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible()
})

test('warns while a location comes too near to another, and moves it by arrow keys', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(THREE_SITES)
  const marker = map.region.getByRole('button', { name: /leads to own/ })
  await marker.focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(marker).toHaveAccessibleName(/^10\.1, 21 leads to own/)
  await expect(marker).toBeFocused()
  // A burst of keys is one step.
  await page.keyboard.press('Control+z')
  await expect(marker).toHaveAccessibleName(/^10, 20 leads to own/)

  const [from, to] = [await map.pointOf(10, 20), await map.pointOf(1.3, 103.9)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await expect(page.getByTestId('move-hint')).toContainText('metropolitan area')
  await page.keyboard.press('Escape')
  await page.mouse.up()
})

test('snaps a Region to another, or makes it coordinates by choice', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(THREE_SITES)
  const marker = map.region.getByRole('button', { name: /leads to west/ }).first()
  const from = await map.pointOf(38.89, -77.01)
  const saoPaulo = await map.pointOf(-23.53, -46.61)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(saoPaulo.x, saoPaulo.y, { steps: 6 })
  await expect(page.getByTestId('map-snap-targets')).toBeVisible()
  await page.mouse.up()
  await expect(marker).toHaveAccessibleName(/^sa-east-1 leads to west/)

  const atSea = await map.pointOf(-45, -20)
  await page.mouse.move(saoPaulo.x, saoPaulo.y)
  await page.mouse.down()
  await page.mouse.move(atSea.x, atSea.y, { steps: 6 })
  await page.mouse.up()
  await page.getByRole('menuitem', { name: /^Stand here, by coordinates/ }).click()
  await expect(marker).toHaveAccessibleName(/^−4[456](\.\d{1,2})?, −(19|20|21)(\.\d{1,2})? leads to west/)
})

test('shows its crosshair also to who came with the keys before that was loaded', async ({ page }) => {
  const map = new MapPage(page)
  let load = () => {}
  const isWanted = new Promise<void>((resolve) => {
    load = resolve
  })
  await page.route(/map-reading-.*\.js/, async (route) => {
    await isWanted
    await route.continue()
  })
  await map.open()
  await map.surface.focus()
  await expect(map.surface).toHaveAttribute('data-keys', 'true')
  load()
  await expect(page.getByTestId('map-crosshair')).toBeVisible()
})

test('adds a location by a click, and by the crosshair', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(THREE_SITES)
  await map.region.getByRole('button', { name: 'Add a location' }).click()
  const moscow = await map.pointOf(55.75, 37.6)
  await page.mouse.move(moscow.x, moscow.y)
  const story = page.getByTestId('map-tooltip')
  await expect(story).toBeVisible()
  await page.mouse.click(moscow.x, moscow.y)
  const choice = page.getByRole('menuitem', { name: 'Leading to a new endpoint' })
  await expect(choice).toBeVisible()
  // The story of the place is not told beside the menu that hangs from it.
  await expect(story).toBeHidden()
  await choice.click()
  await expect(
    map.region.getByRole('button', { name: /^5[56](\.\d+)?, 3[678](\.\d+)? leads to endpoint-1/ }),
  ).toBeVisible()
  await expect(page.getByRole('region', { name: 'Properties' })).toContainText('nearest')

  await map.region.getByRole('button', { name: 'Add a location' }).click()
  await map.surface.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Leading to east' }).press('Enter')
  await expect(
    map.region.getByRole('button', { name: /^2[45](\.\d+)?, \d+(\.\d+)? leads to east/ }),
  ).toBeVisible()
})

test('tells the whole story of a place by keys alone, and asks for it', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(THREE_SITES)
  await map.surface.focus()
  const crosshair = page.getByTestId('map-crosshair')
  await expect(crosshair).toBeVisible()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('ArrowRight')
  const announcement = page.getByTestId('map-announcement')
  await expect(announcement).toContainText(/own\. 10, 20: nearest after bias, [\d,]+ km\. Next: /)
  const card = page.getByTestId('map-tooltip')
  await expect(card).toContainText('Geoproximity nearest')
  await expect(card).toContainText(/Next: (us-east-1|ap-southeast-1), [\d,]+ km/)
  const before = await crosshair.boundingBox()
  await page.keyboard.press('+')
  // Zooming leaves the crosshair where it is.
  await expect
    .poll(async () => Math.abs(((await crosshair.boundingBox())?.x ?? 0) - (before?.x ?? 0)))
    .toBeLessThan(3)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Who asks?' })).not.toHaveValue('')
  await expect(map.answer).toContainText('192.0.2.1')
})

test('shows the story of a place whole, also on a low map', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 600 })
  const map = new MapPage(page)
  await map.openPaintedExample('Geoproximity with a tuned bias')
  const box = await map.surface.boundingBox()
  if (!box) throw new Error('The map is not on the page')
  const card = page.getByTestId('map-tooltip')
  for (const part of [0.45, 0.55]) {
    await page.mouse.move(box.x + box.width * 0.35, box.y + box.height * part)
    await expect(card).toContainText('Geoproximity nearest')
    const shown = await card.boundingBox()
    expect(shown?.y).toBeGreaterThanOrEqual(box.y)
    expect((shown?.y ?? 0) + (shown?.height ?? 0)).toBeLessThanOrEqual(box.y + box.height)
  }
})

test('finds a city, goes there and tells its story', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(THREE_SITES)
  await map.region.getByRole('button', { name: 'Find a place' }).click()
  await map.region.getByRole('combobox', { name: 'Find a place on the map' }).fill('Nairobi')
  await page
    .getByRole('option', { name: /Nairobi/ })
    .first()
    .click()
  await expect(page.getByTestId('map-tooltip')).toContainText('near Nairobi, Kenya')
  await expect(page.getByTestId('map-announcement')).toContainText('near Nairobi, Kenya: own')
  // Close enough to tell its suburbs apart: the crosshair is in the middle of the map.
  const [box, at] = [await map.surface.boundingBox(), await page.getByTestId('map-crosshair').boundingBox()]
  const middleOf = (rectangle: typeof box) => (rectangle?.x ?? Number.NaN) + (rectangle?.width ?? 0) / 2
  expect(Math.abs(middleOf(at) - middleOf(box))).toBeLessThan(3)
})

test('shows day and night, population, patterns and words on request, and remembers layers', async ({
  page,
}) => {
  const map = new MapPage(page)
  await map.openDocument(THREE_SITES)
  const toggle = async (name: string) => {
    await map.region.getByRole('button', { name: 'Layers of the map' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  const painted = (name: string) =>
    page.getByTestId(name).evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error('The layer is no canvas')
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      return data.filter((_, at) => at % 4 === 3).filter((alpha) => alpha > 0).length / (data.length / 4)
    })
  await expect(page.getByTestId('map-night')).toHaveCount(0)
  await toggle('Day and night')
  await expect.poll(() => painted('map-night')).toBeGreaterThan(0.2)
  expect(await painted('map-night')).toBeLessThan(0.8)
  const slider = map.region.getByRole('slider', { name: /Time of day and night/ })
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(map.region.getByText('00:00 UTC')).toBeVisible()
  await toggle('Population')
  await expect.poll(() => painted('map-population')).toBeGreaterThan(0.005)

  const plain = await map.pixels('#e69f00')
  await toggle('Patterns')
  await expect.poll(() => map.pixels('#e69f00')).toBeLessThan(plain * 0.9)

  await toggle('Map in words')
  const words = map.region.getByRole('region', { name: 'Map in words' })
  await expect(words).toContainText(/east: \d+\.\d % of demand, largest: China, India/)
  await expect(words).toContainText(/an estimate from [\d,]+ places/)
  // Words and the time of the night stand above each other, and both beside the buttons.
  const [text, time] = [await words.boundingBox(), await slider.boundingBox()]
  const button = await map.region.getByRole('button', { name: 'Find a place' }).boundingBox()
  if (!text || !time || !button) throw new Error('Something is not in sight')
  expect(text.y + text.height).toBeLessThanOrEqual(time.y)
  expect(text.x + text.width).toBeLessThanOrEqual(button.x)

  await expect(map.saved).toBeVisible()
  await page.reload()
  await expect(page.getByTestId('map-night')).toBeVisible()
  await expect(page.getByTestId('map-population')).toBeVisible()
})

test('exports the areas of all answers as GeoJSON', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(THREE_SITES)
  await map.region.getByRole('button', { name: 'Export or print the map' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export the map' })
  await dialog.getByText('GeoJSON', { exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download GeoJSON' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('imported-policy-map.geojson')
  const collection: unknown = JSON.parse(await textOf(download))
  const features = membersOf(collection, 'features')
  const names = features.map((each) => memberOf(memberOf(each, 'properties'), 'name'))
  expect(new Set(names)).toEqual(new Set(['east', 'own', 'west']))
  const percent = features.map((each) => Number(memberOf(memberOf(each, 'properties'), 'percentOfEarth')))
  expect(percent.reduce((sum, each) => sum + each, 0)).toBeCloseTo(100, 1)
  for (const each of features) {
    expect(memberOf(memberOf(each, 'geometry'), 'type')).toBe('MultiPolygon')
    expect(memberOf(memberOf(each, 'properties'), 'fill')).toMatch(/^#[0-9a-f]{6}$/)
  }
  expect(memberOf(memberOf(collection, 'catchment'), 'demand')).toContain('estimate')
})

test('exports the map with its legend as PNG and SVG', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(THREE_SITES)
  await map.region.getByRole('button', { name: 'Export or print the map' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export the map' })
  await dialog.getByText('Whole world', { exact: true }).click()
  const save = async (format: string) => {
    await dialog.getByText(format, { exact: true }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: `Download ${format}` }).click(),
    ])
    return download
  }
  const svg = await textOf(await save('SVG'))
  const width = Number(/ width="(\d+)"/.exec(svg)?.[1])
  expect(svg).toContain('<title id="title">Imported policy: map of catchments</title>')
  for (const words of ['own', 'west', 'east', 'Percent of land area (estimate', 'Natural Earth'])
    expect(svg).toContain(words)

  expect(svg).not.toContain('Shaded: night')

  // What is drawn besides the catchments goes along, with the time of the night; and what the legend counts.
  await page.keyboard.press('Escape')
  await map.legend.getByText('Demand', { exact: true }).click()
  await map.region.getByRole('button', { name: 'Layers of the map' }).click()
  await page.getByRole('menuitem', { name: 'Day and night' }).click()
  await map.region.getByRole('button', { name: 'Export or print the map' }).click()
  await dialog.getByText('Whole world', { exact: true }).click()
  const atNight = await textOf(await save('SVG'))
  expect(atNight).toContain('data-layer="night"')
  expect(atNight).toContain('internet users (estimate)')
  expect(atNight).toMatch(/Shaded: night on \d+ \w+ \d{4} at \d\d:\d\d UTC/)

  const png = await readFile(await (await save('PNG')).path())
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  // Width and height stand at the head of the file; twice the pixels of the drawing.
  expect(png.readUInt32BE(16)).toBe(width * 2)
  expect(png.length).toBeGreaterThan(50_000)
})

test('prints the map with its legend and the policy in words, and nothing else', async ({ page }) => {
  const map = new MapPage(page)
  await map.openDocument(THREE_SITES)
  await expect(map.region.getByRole('button', { name: 'Find a place' })).toBeVisible()
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const summary = page.locator('.print-summary')
  await expect(summary).toContainText('Geoproximity nearest')
  await expect(summary).toContainText('us-east-1 → west')
  await expect(map.legend).toBeVisible()
  await expect(page.getByRole('banner')).toBeHidden()
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(summary).toHaveCount(0)
})

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8')
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) throw new Error(`There is no ${key} in ${String(value)}`)
  return new Map<string, unknown>(Object.entries(value)).get(key)
}

function membersOf(value: unknown, key: string): readonly unknown[] {
  const members = memberOf(value, key)
  return Array.isArray(members) ? members : []
}
