import { readFile } from 'node:fs/promises'
import { EditorPage } from './editor-page'
import { expect, test } from './fixtures'

const DOCUMENT = JSON.stringify({
  AWSPolicyFormatVersion: '2023-05-09',
  RecordType: 'A',
  StartEndpoint: 'site',
  Endpoints: { site: { Type: 'value', Value: '192.0.2.1' } },
})

test('a format is chosen by keyboard alone, says what it leaves out, and is there again next time', async ({
  page,
}) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(DOCUMENT)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const text = dialog.getByRole('textbox', { name: 'Document' })
  await expect(text).toHaveValue(DOCUMENT)
  await dialog.getByRole('radio', { name: 'Traffic policy document' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: 'Terraform', exact: true })).toBeChecked()
  await expect(text).toHaveValue(/^terraform \{/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+e')
  await expect(dialog.getByRole('radio', { name: 'Terraform', exact: true })).toBeChecked()
})

test('a download has the ending of its format, and the spellings of the document are one click away', async ({
  page,
}) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(DOCUMENT)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByText('Indented').click()
  await expect(dialog.getByRole('textbox', { name: 'Document' })).toHaveValue(/^\{\n {2}"AWSPolicy/)
  await dialog.getByText('Shell script for the AWS CLI').click()
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('imported-policy.sh')
  expect(await readFile(await download.path(), 'utf8')).toMatch(/^#!\/bin\/sh\n/)
})

test('a download has the media type of its format, and keeps its ending all the same', async ({ page }) => {
  await page.addInitScript(() => {
    const make = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (source) => {
      document.documentElement.dataset['made'] = source instanceof Blob ? source.type : ''
      return make(source)
    }
  })
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(DOCUMENT)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  for (const [format, ending, type] of [
    ['Markdown report', '.md', 'text/markdown'],
    ['octoDNS', '.yaml', 'application/yaml'],
    ['PowerDNS zone', '.zone', 'text/dns'],
    ['Graphviz', '.dot', 'text/vnd.graphviz'],
    ['gdnsd configuration', '.conf', 'text/plain'],
    ['CloudFormation', '.template.json', 'application/json'],
  ] as const) {
    await dialog.getByRole('radio', { name: format, exact: true }).check({ force: true })
    const downloading = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Download' }).click()
    expect((await downloading).suggestedFilename()).toBe(`imported-policy${ending}`)
    await expect(page.locator('html')).toHaveAttribute('data-made', type)
  }
})

test('a name server’s file is for the zone that the name is registered in, as the policy record proposes', async ({
  page,
}) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(DOCUMENT)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: 'PowerDNS zone', exact: true }).check({ force: true })
  await expect(dialog.getByRole('textbox', { name: 'Document' })).toHaveValue(/^\$ORIGIN example\.com\.$/m)
  await expect(dialog.getByRole('region', { name: 'Losses' })).toContainText(
    'the file is for “example.com”, the name that is registered',
  )
})

test('on a phone the formats are a menu, and nothing is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(DOCUMENT)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('Markdown report')
  await expect(dialog.getByRole('textbox', { name: 'Document' })).toHaveValue(/^# Imported policy/)
  const { scrollWidth, clientWidth } = await dialog.evaluate(({ scrollWidth, clientWidth }) => ({
    scrollWidth,
    clientWidth,
  }))
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
})

test('on a phone the buttons stay in reach, however much a format leaves out', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 560 })
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(DOCUMENT)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  for (const format of ['PowerDNS zone', 'Markdown report']) {
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption(format)
    await expect(dialog.getByRole('button', { name: 'Download', exact: true })).toBeInViewport({ ratio: 1 })
  }
})

test('an error of the document leads to its node', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(DOCUMENT.replace('192.0.2.1', 'not-an-address'))
  await page.keyboard.press('Control+e')
  await page.getByRole('region', { name: 'Errors' }).getByRole('button').first().click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('tab', { name: 'Properties' })).toHaveAttribute('aria-selected', 'true')
})

test('a loss leads to the rule that it is about, by keyboard', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.openExample('Geoproximity with a tuned bias')
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByText('gdnsd configuration').click()
  const losses = dialog.getByRole('region', { name: 'Losses' })
  await expect(losses).toContainText('One thing changes in this format.')
  await losses.getByRole('button', { name: 'gdnsd knows no bias' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('tab', { name: 'Properties' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('textbox', { name: 'Id', exact: true })).toHaveValue('nearest')
})

test('a policy that was never a text is not offered as imported', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByText('Indented')).toBeVisible()
  await expect(dialog.getByText('As imported')).toHaveCount(0)
})
