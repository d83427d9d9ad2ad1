import type { Locator } from '@playwright/test'
import { boxOf } from './canvas-page'
import { expect, test } from './fixtures'
import { MapPage } from './map-page'

// A small map, on which words that know nothing of each other would lie on each other.
test.use({ viewport: { width: 1024, height: 768 } })

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
})

/** What lies on what, of parts with a name. */
async function overlaps(parts: Readonly<Record<string, Locator>>): Promise<readonly string[]> {
  const boxes = await Promise.all(
    Object.entries(parts).map(async ([name, part]) => ({ name, ...(await boxOf(part)) })),
  )
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      )
      .map((b) => `${a.name} on ${b.name}`),
  )
}

test('a preview, the time of the night, words and a hint show together, and a story keeps clear of all', async ({
  page,
}) => {
  const map = new MapPage(page)
  await map.openPaintedExample('Geoproximity with a tuned bias')
  await page.getByRole('tab', { name: 'Tune' }).click()
  await page.getByRole('textbox', { name: 'Target for dublin, ' }).fill('50')
  await page.keyboard.press('Enter')
  const preview = map.region.getByText('Preview, not accepted yet')
  await preview.waitFor()
  const toggle = async (name: string) => {
    await map.region.getByRole('button', { name: 'Layers of the map' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  await toggle('Day and night')
  await map.region.getByRole('button', { name: 'Add a location' }).click()
  const buttons = map.region.getByRole('button', { name: 'Zoom in' }).locator('..')
  const notes = {
    buttons,
    preview,
    time: map.region.getByText(/\d\d:\d\d UTC/).locator('..'),
    hint: map.region.getByText(/^Click where the location stands/),
  }
  expect(await overlaps(notes)).toEqual([])

  await map.surface.focus()
  const story = page.getByTestId('map-tooltip')
  for (const keys of ['Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowUp']) {
    await page.keyboard.press(keys)
    expect(await overlaps({ ...notes, story }), `after ${keys}`).toEqual([])
  }

  await toggle('Map in words')
  const words = map.region.getByRole('region', { name: 'Map in words' })
  await expect(words).toContainText('% of demand')
  expect(await overlaps({ ...notes, words })).toEqual([])
  await expect(words.getByRole('button', { name: 'Close the map in words' })).toBeInViewport({ ratio: 1 })
})

test('the search for a place leaves the choice of what is painted in sight', async ({ page }) => {
  const map = new MapPage(page)
  await map.openPaintedExample('Geoproximity with a tuned bias')
  await map.region.getByRole('button', { name: /leads to dublin/ }).click()
  await map.region.getByRole('button', { name: 'Find a place' }).click()
  const search = map.region.getByRole('search')
  const painted = map.region.getByRole('group', { name: 'Painted' })
  expect(await overlaps({ search, painted })).toEqual([])
})

test('the story of a place near a border keeps clear of the hint that the border can be dragged', async ({
  page,
}) => {
  const map = new MapPage(page)
  await map.openPaintedExample('Geoproximity with a tuned bias')
  const { x, y, width, height } = await boxOf(map.surface)
  const hint = page.getByTestId('border-hint')
  let seen = 0
  for (let across = x + width * 0.6; across < x + width * 0.9; across += 6) {
    await page.mouse.move(across, y + height * 0.75)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    if (!(await hint.isVisible())) continue
    seen++
    await expect.poll(() => overlaps({ story: page.getByTestId('map-tooltip'), hint })).toEqual([])
  }
  expect(seen, 'a border was met').toBeGreaterThan(0)
})

test('the map stands where it stood when it is built anew, as where a tablet is turned', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const map = new MapPage(page)
  await map.openPaintedExample('Geoproximity with a tuned bias')
  // The world repeats, and so do the markers.
  const sites = map.region.locator('[data-site][aria-hidden="false"]')
  /** How far two markers are apart, which tells the zoom, in whole pixels. */
  const scale = async () => {
    const [first, second] = [await sites.nth(0).boundingBox(), await sites.nth(1).boundingBox()]
    return Math.round(Math.abs((first?.x ?? 0) - (second?.x ?? 0)))
  }
  const before = await scale()
  await map.region.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(scale).not.toBe(before)
  const zoomed = await scale()
  const size = page.viewportSize() ?? { width: 1280, height: 720 }
  await page.setViewportSize({ width: 700, height: 1000 })
  await page.getByRole('tab', { name: 'Map', exact: true }).click()
  await expect.poll(scale).toBe(zoomed)
  await page.setViewportSize(size)
  await expect(map.region.getByRole('button', { name: 'Zoom in' })).toBeVisible()
  await expect.poll(scale).toBe(zoomed)
})
