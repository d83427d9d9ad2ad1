import type { Locator, Page } from '@playwright/test'
import { axeFaults } from './axe-faults'
import { EditorPage } from './editor-page'
import { expect, test } from './fixtures'

/** The demand, the capacities and the tables of the Tune tab. */
class DemandPage extends EditorPage {
  readonly source: Locator
  readonly dialog: Locator
  readonly countries: Locator

  constructor(page: Page) {
    super(page)
    this.source = page.getByRole('region', { name: 'Demand', exact: true })
    this.dialog = page.getByRole('dialog', { name: 'Use your own demand' })
    this.countries = page.getByRole('region', { name: 'Shares by country' })
  }

  async openTune(): Promise<void> {
    await this.open()
    await this.openExample('Latency over five Regions')
    await this.page.getByRole('tab', { name: 'Tune' }).click()
    await expect(this.source).toContainText('internet users at')
  }

  async writeTable(text: string): Promise<void> {
    await this.source.getByRole('button', { name: /Use your own|Replace/ }).click()
    await this.dialog.getByRole('textbox', { name: 'Table' }).fill(text)
  }
}

test('takes the user’s own demand, says what was left out, and shares it out', async ({ page }) => {
  const tune = new DemandPage(page)
  await tune.openTune()
  await tune.writeTable('country,queries\nGermany,60\nFrance,40\nGermny,10\nBrazil,x\n')
  const preview = tune.dialog.getByRole('region', { name: 'What was matched' })
  await expect(preview).toContainText('2 of 4 rows matched, together 100 queries. Largest: Germany; France.')
  await expect(preview).toContainText('Line 4: There is no country “Germny”. Did you mean Germany?')
  await expect(preview).toContainText('Line 5: “x” is no weight above zero.')
  await tune.dialog.getByRole('button', { name: 'Use this demand' }).click()

  const shares = page.getByRole('region', { name: 'Shares of your demand' })
  await expect(shares.getByRole('listitem').filter({ hasText: 'site-eu-west-1' })).toContainText('100.0 %')
  await expect(shares).toContainText('Percent of your queries from')
  await expect(tune.countries.getByRole('row')).toHaveCount(3)
  await expect(tune.countries.getByRole('row').nth(1)).toContainText(/Germany\s*60\.0 %/)
  const movers = page.getByRole('region', { name: 'Biggest movers' })
  await expect(movers).toContainText(/changed where demand comes from, and with it the shares:/)
  await expect(movers.getByRole('listitem').first()).toContainText(
    /site-eu-west-1: [\d.]+ % → 100\.0 %\s*\+[\d.]+ points/,
  )

  // It is in the link, and one step to undo.
  const link = await tune.shareLink()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('region', { name: 'Shares of world demand' })).toContainText('estimate from')
  await tune.open(new URL(link).hash.slice(1))
  await page.reload()
  await page.getByRole('tab', { name: 'Tune' }).click()
  await expect(page.getByRole('region', { name: 'Shares of your demand' })).toContainText('100.0 %')
  await tune.source.getByRole('button', { name: 'Back to the bundled world' }).click()
  await expect(tune.source).toContainText('internet users at')
})

test('shows the beginning of a table that is too long to edit, and reads all of it', async ({ page }) => {
  const tune = new DemandPage(page)
  await tune.openTune()
  const rows = Array.from({ length: 40_000 }, (_, row) => `${row % 2 === 0 ? 'DE' : 'FR'},${row + 1}`)
  const table = `country,queries\n${rows.join('\n')}\n`
  const field = tune.dialog.getByRole('textbox', { name: 'Table' })
  await tune.source.getByRole('button', { name: 'Use your own' }).click()
  const file = { name: 'queries.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
  await tune.dialog.getByLabel('Choose a file').setInputFiles(file)
  await expect(tune.dialog).toContainText('The beginning of 40,001 lines, all of which are read.')
  await expect(field).not.toBeEditable()
  expect((await field.inputValue()).length).toBeLessThan(30_000)
  await expect(tune.dialog).toContainText('40,000 of 40,000 rows matched, together 800,020,000 queries.')

  // Pasted, it is never laid out as a whole.
  await tune.dialog.getByRole('button', { name: 'Empty the field' }).click()
  await expect(field).toHaveValue('')
  await field.evaluate((element, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, table)
  await expect(tune.dialog).toContainText('40,000 of 40,000 rows matched')
  await expect(field).not.toBeEditable()
})

test('says that addresses cannot be placed', async ({ page }) => {
  const tune = new DemandPage(page)
  await tune.openTune()
  await tune.writeTable('192.0.2.1,12\n198.51.100.7,9\n')
  await expect(tune.dialog.getByRole('alert')).toContainText('GeoIP database, which Catchment does not have')
  await expect(tune.dialog.getByRole('button', { name: 'Use this demand' })).toBeDisabled()
})

test('shows what is over capacity in the list, on the canvas and on the map', async ({ page }) => {
  const tune = new DemandPage(page)
  await tune.openTune()
  const capacity = page.getByRole('textbox', { name: 'Capacity of site-us-east-1' })
  await capacity.fill('10 %')
  await capacity.press('Enter')
  const line = page
    .getByRole('region', { name: 'Shares of world demand' })
    .getByRole('listitem')
    .filter({ hasText: 'site-us-east-1' })
  await expect(line).toContainText(/1\d\d % of capacity/)
  await expect(line.getByRole('img', { name: 'Over capacity:' })).toBeVisible()
  await expect(page.getByRole('img', { name: /^Over capacity: 1\d\d % of capacity/ })).toBeVisible()
  await expect(
    page.getByRole('button', { name: /us-east-1 leads to .*over capacity: site-us-east-1/ }),
  ).toBeVisible()

  const total = page.getByRole('textbox', { name: 'All clients together ask' })
  await total.fill('120k requests/s')
  await total.press('Enter')
  await expect(line).toContainText(/of 12,000 requests\/s/)
  await capacity.fill('60k')
  await capacity.press('Tab')
  await expect(line).toContainText(/\d\d % of capacity: [\d,]+ of 60,000 requests\/s/)
  await expect(page.getByRole('img', { name: /^Over capacity/ })).toHaveCount(0)
})

test('warns among the problems of what is over capacity, and of what a failure would overload', async ({
  page,
}) => {
  const tune = new DemandPage(page)
  await tune.openTune()
  const capacity = page.getByRole('textbox', { name: 'Capacity of site-us-east-1' })
  await capacity.fill('10 %')
  await capacity.press('Enter')
  await page.getByRole('tab', { name: /^Problems/ }).click()
  const over = page.getByRole('button', { name: /“site-us-east-1” carries 1\d\d % of its capacity/ })
  await expect(over).toContainText(
    /Loads are an estimate from the demand of [\d,]+ places \(internet users\)/,
  )
  await over.click()

  await page.getByRole('tab', { name: 'Tune' }).click()
  await capacity.fill('25 %')
  await capacity.press('Enter')
  await page.getByRole('tab', { name: /^Problems/ }).click()
  await expect(
    page.getByRole('button', { name: /“site-us-east-1” would carry 1\d\d % .* if “site-[\w-]+” were down/ }),
  ).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(over).toBeVisible()
})

test('sorts, searches and copies the countries by keyboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const tune = new DemandPage(page)
  await tune.openTune()
  const { countries } = tune
  await expect(countries.getByRole('row').nth(1)).toContainText('China')
  await countries.getByRole('button', { name: 'Country', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(countries.getByRole('columnheader', { name: 'Country' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await expect(countries.getByRole('row').nth(1)).toContainText('Afghanistan')
  await countries.getByRole('button', { name: /Show all \d+/ }).press('Enter')
  expect(await countries.getByRole('row').count()).toBeGreaterThan(150)
  await countries.getByRole('textbox', { name: 'Find a country' }).fill('russ')
  await expect(countries.getByRole('row')).toHaveCount(2)
  await expect(countries.getByRole('row').nth(1)).toContainText(
    /Russia.*site-eu-west-1 [\d.]+ %, site-ap-northeast-1 [\d.]+ %/s,
  )
  await countries.getByRole('button', { name: 'Copy CSV' }).press('Enter')
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^code,country,share %,site-us-east-1 %/)
})

test('has no accessibility faults', async ({ page }) => {
  const tune = new DemandPage(page)
  await tune.openTune()
  await page.getByRole('textbox', { name: 'Capacity of site-us-east-1' }).fill('10 %')
  await page.getByRole('textbox', { name: 'Capacity of site-us-east-1' }).press('Enter')
  expect(await axeFaults(page, ['[role="tabpanel"]'])).toEqual([])
  await tune.writeTable('country,queries\nGermany,60\nAtlantis,4\n')
  await tune.dialog.getByRole('region', { name: 'What was matched' }).waitFor()
  expect(await axeFaults(page, ['[role="dialog"]'])).toEqual([])
  await page.keyboard.press('Escape')
})
