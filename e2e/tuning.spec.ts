import type { Locator, Page } from '@playwright/test'
import { axeFaults } from './axe-faults'
import { EditorPage } from './editor-page'
import { expect, test } from './fixtures'

/** The Tune tab as a user sees it. */
class TuningPage extends EditorPage {
  readonly shares: Locator
  readonly movers: Locator

  constructor(page: Page) {
    super(page)
    this.shares = page.getByRole('region', { name: 'Shares of world demand' })
    this.movers = page.getByRole('region', { name: 'Biggest movers' })
  }

  async openTuned(title: string): Promise<void> {
    await this.open()
    await this.openExample(title)
    await this.page.getByRole('tab', { name: 'Tune' }).click()
    await expect(this.shares).toContainText('estimate from')
  }

  /** The percent that stands beside an endpoint. */
  async percent(endpoint: string): Promise<number> {
    const line = await this.shares.getByRole('listitem').filter({ hasText: endpoint }).innerText()
    const percent = /([\d.]+) %/.exec(line)?.[1]
    if (percent === undefined) throw new Error(`no percent in "${line}"`)
    return Number(percent)
  }
}

test('divides the world’s demand, with its unit and where it is from', async ({ page }) => {
  const tuning = new TuningPage(page)
  await tuning.openTuned('Geoproximity with a tuned bias')
  const lines = await tuning.shares.getByRole('listitem').allInnerTexts()
  const sum = lines.reduce((total, line) => total + Number(/([\d.]+) %/.exec(line)?.[1]), 0)
  expect(Math.abs(sum - 100)).toBeLessThan(0.3)
  await expect(tuning.shares).toContainText(
    /Percent of the world’s internet users; an estimate from [\d,]{5,} places/,
  )
  await expect(tuning.shares).toContainText('GeoNames, CC BY 4.0')
  await expect(tuning.movers).toContainText('Drag a bias')
})

test('follows the slider while it is dragged and names the cities that move', async ({ page }) => {
  const tuning = new TuningPage(page)
  await tuning.openTuned('Geoproximity with a tuned bias')
  const slider = page.getByRole('slider', { name: /bias/i }).first()
  const box = await slider.boundingBox()
  if (!box) throw new Error('The slider is not on the page')
  const before = await tuning.shares.innerText()
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * 0.5, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.9, y, { steps: 12 })
  // The button is still held: neither the shares nor the movers wait for its release.
  await expect.poll(() => tuning.shares.innerText()).not.toBe(before)
  await expect(tuning.movers.getByRole('listitem').first()).toContainText(/\p{L}.* → .+, \+[\d.]+ points/u)
  await page.mouse.up()
  const measured = await page.evaluate(() =>
    performance
      .getEntriesByName('catchment:shares')
      .filter((entry) => entry instanceof PerformanceMeasure)
      .map(({ detail }) => JSON.stringify(detail)),
  )
  expect(measured).toContain('{"of":"demand"}')
  await page.keyboard.press('Control+z')
  await expect.poll(() => tuning.shares.innerText()).toBe(before)
  await expect(tuning.movers.getByRole('listitem')).toHaveCount(0)
})

test('says how much is black-holed and how much has no answer', async ({ page }) => {
  const tuning = new TuningPage(page)
  await tuning.open()
  await tuning.pastePolicy(
    JSON.stringify({
      AWSPolicyFormatVersion: '2023-05-09',
      RecordType: 'A',
      StartRule: 'places',
      Endpoints: {
        europe: { Type: 'value', Value: '192.0.2.1' },
        asia: { Type: 'value', Value: '192.0.2.2' },
      },
      Rules: {
        places: {
          RuleType: 'geo',
          Locations: [
            { Continent: 'EU', EndpointReference: 'europe' },
            { Continent: 'AS', EndpointReference: 'asia' },
          ],
        },
      },
    }),
  )
  await page.getByText('What is up?').click()
  await page.getByRole('switch', { name: 'asia' }).click()
  await page.getByRole('tab', { name: 'Tune' }).click()
  await expect(tuning.shares.getByRole('listitem').filter({ hasText: 'No answer' })).toContainText('%')
  await expect(tuning.shares).toContainText(/[\d.]+ % of demand is black-holed/)
  const asia = await tuning.percent('asia')
  expect(asia).toBeGreaterThan(40)
  expect(await tuning.percent('No answer')).toBeGreaterThan(10)
})

test('can be read by everybody in both themes, also on a phone', async ({ page }) => {
  const tuning = new TuningPage(page)
  await tuning.openTuned('Latency over five Regions')
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 844 })
    if (width < 760) {
      // The phone shows one pane at a time, and begins with the map.
      await page.getByRole('tab', { name: 'Ask and edit' }).click()
      await page.getByRole('tab', { name: 'Tune' }).click()
      await expect(tuning.shares).toContainText('estimate from')
    }
    const overflow = await tuning.shares.evaluate(
      ({ parentElement }) => (parentElement?.scrollWidth ?? 0) - (parentElement?.clientWidth ?? 0),
    )
    expect(overflow).toBe(0)
    expect(
      await axeFaults(page, ['[aria-label="Shares of world demand"]', '[aria-label="Biggest movers"]']),
    ).toEqual([])
  }
})
