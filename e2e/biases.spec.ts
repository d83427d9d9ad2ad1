import type { Locator, Page } from '@playwright/test'
import { axeFaults } from './axe-faults'
import { boxOf } from './canvas-page'
import { EditorPage } from './editor-page'
import { expect, test } from './fixtures'

/** The tools for biases in the Tune tab, and the map that they move. */
class BiasPage extends EditorPage {
  readonly tools: Locator
  readonly preview: Locator
  readonly hint: Locator
  readonly map: Locator

  constructor(page: Page) {
    super(page)
    this.tools = page.getByRole('region', { name: 'Biases', exact: true })
    this.preview = page.getByRole('region', { name: 'Preview of new biases' })
    this.hint = page.getByTestId('border-hint')
    this.map = page.getByRole('application', { name: /Map of catchments/ })
  }

  async openTools(): Promise<void> {
    await this.open()
    await this.openExample('Geoproximity with a tuned bias')
    await this.page.getByRole('tab', { name: 'Tune' }).click()
    await this.tools.waitFor()
  }

  async unfold(tool: string): Promise<void> {
    await this.tools.getByText(tool, { exact: true }).click()
  }

  /** The biases on the canvas, in the order of the document. */
  async biases(): Promise<readonly string[]> {
    const fields = await this.page.getByRole('textbox', { name: /^Bias of .*99 to 99$/ }).all()
    return Promise.all(fields.map((field) => field.inputValue()))
  }

  async target(endpoint: string, text: string): Promise<void> {
    await this.tools.getByRole('textbox', { name: `Target for ${endpoint}, ` }).fill(text)
  }

  /** What the map shows, in short: the land that each endpoint has. */
  async shown(): Promise<string> {
    const legend = this.page.getByRole('region', { name: 'Legend' })
    await expect(legend).toContainText('estimate')
    return legend.getByRole('list').innerText()
  }

  /** A point on the map where a border can be taken; looked for along a line. */
  async border(): Promise<{ readonly x: number; readonly y: number }> {
    const box = await this.map.boundingBox()
    if (!box) throw new Error('The map is not on the page')
    const y = box.y + box.height * 0.55
    for (let x = box.x + 40; x < box.x + box.width - 60; x += 6) {
      await this.page.mouse.move(x, y)
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
      if (await this.hint.isVisible()) return { x, y }
    }
    throw new Error('No border can be taken on the map')
  }
}

test('finds biases for target shares, shows them on the map, and takes them back as one step', async ({
  page,
}) => {
  const tuning = new BiasPage(page)
  await tuning.openTools()
  const before = await tuning.biases()
  const shown = await tuning.shown()
  await tuning.target('frankfurt', '35')
  await tuning.target('warsaw', '20 to 40')
  await page.keyboard.press('Enter')
  await expect(tuning.preview).toContainText('Preview, on the map too')
  await expect(tuning.preview).toContainText(/Largest error: (< )?0\.\d points/)
  await expect(tuning.preview.getByRole('row', { name: /frankfurt/ })).toContainText(/3[45]\.\d %/)
  // Looked at, not accepted.
  await expect.poll(() => tuning.shown()).not.toBe(shown)
  await expect(page.getByText('Preview, not accepted yet')).toBeVisible()
  expect(await tuning.biases()).toEqual(before)
  expect(await page.evaluate(() => performance.getEntriesByName('catchment:tune').length)).toBe(1)

  // On the map or beside it: both do the same.
  await page.getByRole('region', { name: 'Map', exact: true }).getByRole('button', { name: 'Accept' }).click()
  await expect(tuning.preview).toHaveCount(0)
  expect(await tuning.biases()).not.toEqual(before)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(() => tuning.biases()).toEqual(before)
  await expect.poll(() => tuning.shown()).toBe(shown)
})

test('discards a preview without a trace, and does not apply one that is out of date', async ({ page }) => {
  const tuning = new BiasPage(page)
  await tuning.openTools()
  const shown = await tuning.shown()
  await tuning.target('dublin', '50')
  await tuning.tools.getByRole('button', { name: 'Find biases' }).click()
  await expect.poll(() => tuning.shown()).not.toBe(shown)
  // It stays while another tab is looked at.
  await page.getByRole('tab', { name: 'Ask' }).click()
  await expect(page.getByText('Preview, not accepted yet')).toBeVisible()
  expect(await tuning.shown()).not.toBe(shown)
  await page.getByRole('tab', { name: 'Tune' }).click()
  await tuning.preview.getByRole('button', { name: 'Discard' }).click()
  await expect.poll(() => tuning.shown()).toBe(shown)

  await tuning.tools.getByRole('button', { name: 'Find biases' }).click()
  await expect(tuning.preview).toContainText('on the map too')
  const bias = page.getByRole('textbox', { name: /^Bias of .*99 to 99$/ }).first()
  await bias.fill('-50')
  // Left, it is spelled like every number shown.
  await bias.blur()
  await expect(bias).toHaveValue('−50')
  await expect(tuning.preview).toContainText('out of date')
  const edited = await tuning.biases()
  await tuning.preview.getByRole('button', { name: 'Accept' }).click({ force: true })
  expect(await tuning.biases()).toEqual(edited)
  await tuning.preview.getByRole('button', { name: 'Find biases again' }).click()
  await expect(tuning.preview).toContainText('on the map too')
})

test('calls off a search, and begins another', async ({ page }) => {
  const tuning = new BiasPage(page)
  await tuning.openTools()
  // The first search never gets its data.
  await page.route(/bias-worker/, () => {})
  await tuning.target('dublin', '50')
  await page.keyboard.press('Enter')
  const progress = tuning.tools.getByRole('progressbar', { name: 'Search for biases' })
  await expect(progress).toBeVisible()
  await tuning.tools.getByRole('button', { name: 'Cancel' }).click()
  await expect(progress).toBeHidden()
  await expect(tuning.preview).toHaveCount(0)
  await page.unroute(/bias-worker/)
  await tuning.tools.getByRole('button', { name: 'Find biases' }).click()
  await expect(tuning.preview).toContainText('on the map too')
})

test('says when a target cannot be met, how near it came and why', async ({ page }) => {
  const tuning = new BiasPage(page)
  await tuning.openTools()
  await tuning.tools.getByText('Limits of biases').click()
  await tuning.tools.getByRole('checkbox', { name: 'Hold the bias of eu-central-1', exact: true }).check()
  await tuning.tools.getByRole('textbox', { name: 'Highest bias of eu-central-1-waw-1a' }).fill('5')
  await tuning.target('warsaw', '100')
  await page.keyboard.press('Enter')
  await expect(tuning.preview).toContainText(
    /warsaw gets [\d.]+ % instead of 100\.0 %: this rule's biases can give/,
  )
  await tuning.target('warsaw', 'much')
  await expect(tuning.tools).toContainText('such as 35')
})

test('says what is wrong with a figure without hiding what stands below it', async ({ page }) => {
  const tuning = new BiasPage(page)
  await tuning.openTools()
  await tuning.target('warsaw', 'much')
  const capacity = page.getByRole('textbox', { name: 'Capacity of frankfurt' })
  await capacity.fill('10 %')
  await capacity.press('Enter')
  await capacity.fill('much')
  await page.getByRole('textbox', { name: 'All clients together ask' }).fill('much')
  const below: readonly (readonly [Locator, Locator])[] = [
    [tuning.tools.getByText('Type percent'), tuning.tools.getByText('Empty endpoints may get anything')],
    [page.getByText(/^Type 40 %/), page.getByText(/% of capacity: /)],
    [page.getByText('Type an amount and a unit'), page.getByRole('heading', { name: 'Biggest movers' })],
  ]
  for (const [problem, hidden] of below) {
    const [over, under] = [await boxOf(problem), await boxOf(hidden)]
    expect(over.y + over.height, await problem.innerText()).toBeLessThanOrEqual(under.y)
  }
  // Nothing makes the page itself longer than its window, or it would be moved out of sight with the focus.
  const excess = await page.evaluate(
    () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
  )
  expect(excess).toBe(0)
})

test('sets a bias at a cliff, by mouse and by keyboard, each time as one step', async ({ page }) => {
  const tuning = new BiasPage(page)
  await tuning.openTools()
  await tuning.unfold('Cliffs')
  const cliffs = tuning.tools.getByRole('list', { name: 'Cliffs of eu-central-1' })
  const first = cliffs.getByRole('listitem').first()
  await expect(first).toContainText(/\+[\d.]+ points: \p{L}/u)
  const wanted = (await first.getByRole('button').innerText()).replace('+', '').replace('−', '-')
  await first.getByRole('button').click()
  await expect.poll(async () => (await tuning.biases())[0]).toBe(wanted)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await tuning.biases())[0]).toBe('25')

  const plot = tuning.tools.getByRole('slider', { name: /Share by bias of eu-west-1/ })
  await plot.focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'PageUp']) await page.keyboard.press(key)
  await expect(plot).toHaveAttribute('aria-valuetext', /^\+12: [\d.]+ %/)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await tuning.biases())[1]).toBe('12')
})

test('leads to other biases in versions, to be applied or downloaded', async ({ page }) => {
  const tuning = new BiasPage(page)
  await tuning.openTools()
  await tuning.unfold('Roll out')
  await tuning.tools.getByRole('textbox', { name: 'Goal for the bias of eu-west-1' }).fill('40')
  const versions = tuning.tools.getByRole('list', { name: 'Versions', exact: true })
  // The demand has to be loaded first.
  await expect(versions.getByText(/^Version \d+$/).nth(1)).toBeVisible({ timeout: 20_000 })
  await expect(versions).toContainText(/[\d.]+ points move/)
  const loading = page.waitForEvent('download')
  await tuning.tools.getByRole('button', { name: 'All versions in one file' }).click()
  const file = await loading
  expect(file.suggestedFilename()).toBe('geoproximity-with-a-tuned-bias-rollout.json')

  await versions.getByRole('button', { name: 'Apply version 1', exact: true }).click()
  const applied = (await tuning.biases())[1]
  expect(Number(applied)).toBeGreaterThan(0)
  expect(Number(applied)).toBeLessThan(40)
  // The rest of the path begins there.
  await expect(versions.getByRole('listitem').first()).toContainText(`eu-west-1 +${applied} → `)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await tuning.biases())[1]).toBe('0')
})

test('lets a border be dragged on the map: live, one step, and called off by Escape', async ({ page }) => {
  const tuning = new BiasPage(page)
  await tuning.openTools()
  const before = await tuning.biases()
  const { x, y } = await tuning.border()
  await expect(tuning.hint).toContainText(/Drag the border between .+ and .+/)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 40, y, { steps: 8 })
  // The button is still held.
  await expect.poll(() => tuning.biases()).not.toEqual(before)
  await expect(tuning.hint).toContainText(/Bias of .+; [\d.<  ]+ points of demand move/)
  const ghost = page.getByTestId('map-ghost')
  await expect(ghost).toBeVisible()
  await page.mouse.up()
  await expect(ghost).toBeHidden()
  const dragged = await tuning.biases()
  expect(dragged).not.toEqual(before)
  // The map itself has not moved, and nobody was asked about.
  await expect(page.getByRole('tab', { name: 'Tune' })).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(() => tuning.biases()).toEqual(before)

  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 30, y, { steps: 6 })
  await expect.poll(() => tuning.biases()).not.toEqual(before)
  await page.keyboard.press('Escape')
  await expect.poll(() => tuning.biases()).toEqual(before)
  await page.mouse.up()
  // Called off without a trace: the step that was undone can still be redone.
  await page.getByRole('button', { name: /^Redo/ }).click()
  await expect.poll(() => tuning.biases()).toEqual(dragged)
})

test('moves a border by keyboard: a city shall go to a location', async ({ page }) => {
  const tuning = new BiasPage(page)
  await tuning.openTools()
  await tuning.unfold('Move a border')
  await tuning.tools.getByRole('combobox', { name: 'Place' }).focus()
  await page.keyboard.type('Lyon')
  await page.keyboard.press('Enter')
  await tuning.tools.getByRole('combobox', { name: 'shall go to' }).selectOption('eu-west-1')
  await tuning.tools.getByRole('button', { name: 'Move the border' }).focus()
  await page.keyboard.press('Enter')
  await expect(tuning.preview).toContainText(/Lyon, France goes to eu-west-1; [\d.]+ % of all demand/)
  await tuning.preview.getByRole('button', { name: 'Accept' }).focus()
  await page.keyboard.press('Enter')
  await expect(tuning.preview).toHaveCount(0)
  await tuning.askFrom('Lyon', /Lyon/)
  await expect(tuning.answer).toContainText('dublin')
})

test('tells what the guide and the map of AWS disagree on, and hatches it', async ({ page }) => {
  const tuning = new BiasPage(page)
  await tuning.openTools()
  await tuning.unfold('Contested demand')
  await expect(tuning.tools).toContainText(/[\d.]+ % of all demand is contested/)
  await expect(tuning.tools.getByRole('list', { name: 'Contested demand by endpoints' })).toContainText(
    /warsaw by the guide, .+ by the map: \p{L}/u,
  )
  await tuning.tools.getByRole('switch', { name: /Hatch/ }).click()
  const hatching = page.getByTestId('map-contested')
  await expect(hatching).toBeVisible()
  const inked = () =>
    hatching.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: [],
      }
      return data.filter((_: number, index: number) => index % 4 === 3 && data[index] !== 0).length
    })
  await expect.poll(inked).toBeGreaterThan(20)
})

test('moves the map where there is no border to take', async ({ page }) => {
  const tuning = new BiasPage(page)
  await tuning.openTools()
  const before = await tuning.biases()
  const box = await tuning.map.boundingBox()
  if (!box) throw new Error('The map is not on the page')
  const land = page.getByTestId('map-world')
  const view = () => land.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL().length)
  const shown = await view()
  const { x } = await tuning.border()
  await page.mouse.move(x - 60, box.y + box.height * 0.55)
  await expect(tuning.hint).toBeHidden()
  await page.mouse.down()
  await page.mouse.move(x + 60, box.y + box.height * 0.55, { steps: 6 })
  await page.mouse.up()
  await expect.poll(view).not.toBe(shown)
  expect(await tuning.biases()).toEqual(before)
})

test('has tools that everybody can use in both themes, also on a phone', async ({ page }) => {
  const tuning = new BiasPage(page)
  await tuning.openTools()
  for (const tool of ['Cliffs', 'Move a border', 'Roll out', 'Contested demand']) await tuning.unfold(tool)
  await tuning.tools.getByRole('textbox', { name: 'Goal for the bias of eu-west-1' }).fill('10')
  await tuning.target('dublin', '10')
  await page.keyboard.press('Enter')
  await expect(tuning.preview).toContainText('on the map too')
  await expect(tuning.tools.getByRole('list', { name: 'Versions', exact: true })).toBeVisible()
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 844 })
    if (width < 760) {
      await page.getByRole('tab', { name: 'Ask and edit' }).click()
      // The tools stay as they were left while another tab is looked at.
      await page.getByRole('tab', { name: 'Code' }).click()
      await page.getByRole('tab', { name: 'Tune' }).click()
      await expect(tuning.tools.getByRole('list', { name: 'Versions', exact: true })).toBeVisible()
    }
    const overflow = await tuning.tools.evaluate(
      ({ parentElement }) => (parentElement?.scrollWidth ?? 0) - (parentElement?.clientWidth ?? 0),
    )
    expect(overflow).toBe(0)
    expect(await axeFaults(page, ['[aria-label="Biases"]'])).toEqual([])
  }
})
