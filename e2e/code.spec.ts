import type { Page } from '@playwright/test'
import { axeFaults } from './axe-faults'
import { EditorPage } from './editor-page'
import { expect, test } from './fixtures'

/** Spaced as nobody would, to see that nothing else changes. */
const DOCUMENT = `{ "AWSPolicyFormatVersion":"2015-10-01","RecordType" : "A",
  "Rules": {"split":{"Items":[ {"Weight":"3","EndpointReference":"blue"},
      {"EndpointReference":"green",   "Weight":1} ],"RuleType":"weighted"}},
  "Endpoints": {"blue":{"Type":"value","Value":"192.0.2.1"},"green":{"Value":"192.0.2.2","Type":"value"}},
  "StartRule": "split" }`

async function openCode(page: Page): Promise<EditorPage> {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(DOCUMENT)
  await page.getByRole('tab', { name: 'Code' }).click()
  await expect(text(page)).toBeVisible()
  return editor
}

const text = (page: Page) => page.getByRole('textbox', { name: 'Traffic policy document' })
const shown = async (page: Page) => (await text(page).locator('.cm-line').allInnerTexts()).join('\n')

const isLeavingAsked = (page: Page) =>
  page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })))

test('typing changes the graph, and one undo takes it back', async ({ page }) => {
  await openCode(page)
  expect(await shown(page)).toBe(DOCUMENT)
  await page.locator('.cm-line span').filter({ hasText: /^"3"$/ }).dblclick()
  await page.keyboard.type('7')
  const weight = page.getByRole('textbox', { name: /^Weight of blue/ }).first()
  await expect(weight).toHaveValue('7')
  await page.keyboard.press('Control+z')
  await expect(weight).toHaveValue('3')
  expect(await shown(page)).toBe(DOCUMENT)
})

test('the graph changes its own characters of the text', async ({ page }) => {
  await openCode(page)
  const weight = page.getByRole('textbox', { name: /^Weight of green/ }).first()
  await weight.fill('9')
  await weight.blur()
  expect(await shown(page)).toBe(DOCUMENT.replace('"Weight":1', '"Weight":9'))
})

test('a broken text is underlined, kept, and leaves the last valid policy standing', async ({ page }) => {
  await openCode(page)
  await text(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(']')
  const pane = page.getByRole('region', { name: 'Code' })
  await expect(pane.getByRole('alert')).toContainText('At line 5, column')
  await expect(page.locator('.cm-lintRange-error')).toHaveCount(1)
  await expect(page.locator('.react-flow__node').filter({ hasText: 'green' }).first()).toBeVisible()
  await page.getByRole('tab', { name: 'Ask' }).click()
  await page.getByRole('tab', { name: 'Code' }).click()
  await expect(pane.getByRole('alert')).toBeVisible()
  // Only the page holds it, so the browser asks before it is left behind.
  expect(await isLeavingAsked(page)).toBe(true)
  await pane.getByRole('button', { name: 'Back to the last valid document' }).click()
  await expect(pane.getByRole('alert')).toBeHidden()
  expect(await isLeavingAsked(page)).toBe(false)
  expect(await shown(page)).toBe(DOCUMENT)
})

test('a problem that can be mended is mended from its place in the text', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(DOCUMENT.replace('"EndpointReference":"green"', '"EndpointReference":"Green"'))
  await page.getByRole('tab', { name: 'Code' }).click()
  await page.locator('.cm-lintRange-error').first().hover()
  await page.locator('.cm-diagnosticAction').first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Fix', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await shown(page)).toBe(DOCUMENT)
})

test('a selected node scrolls to its text, and the caret selects its node', async ({ page }) => {
  await openCode(page)
  await page
    .locator('.react-flow__node')
    .filter({ hasText: 'green' })
    .last()
    .click({ position: { x: 60, y: 14 } })
  await expect(page.locator('.cm-shown')).toContainText('"green"')
  await expect(page.getByRole('tab', { name: 'Code' })).toHaveAttribute('aria-selected', 'true')
  await page.locator('.cm-line').filter({ hasText: 'StartRule' }).click()
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(1)
})

test('keys, words and ids are offered from the schema', async ({ page }) => {
  await openCode(page)
  await page.locator('.cm-line').filter({ hasText: 'StartRule' }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(', "Start')
  await page.keyboard.press('Control+Space')
  await page.getByRole('option', { name: /StartEndpoint/ }).click()
  // What may stand behind a key is offered with it.
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([/"blue"/, /"green"/])
  await page.getByRole('option', { name: /"blue"/ }).click()
  expect(await shown(page)).toContain(', "StartEndpoint": "blue"}')
})

test('the keys of an IP-based rule are offered, and each says what it means', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.openExample('Offices and a partner by address')
  await page.getByRole('tab', { name: 'Code' }).click()
  await page
    .locator('.cm-line span')
    .filter({ hasText: /^"CidrList"$/ })
    .first()
    .hover()
  await expect(page.locator('.cm-tooltip-hover')).toContainText('IPv4 with 1 to 24 bits')
  await page.mouse.move(0, 0)
  await page
    .locator('.cm-line span')
    .filter({ hasText: /^"LocationName"$/ })
    .first()
    .click()
  await page.keyboard.press('Home')
  await page.keyboard.type('"Eval')
  await page.keyboard.press('Control+Space')
  await expect(page.getByRole('option', { name: /EvaluateTargetHealth/ })).toBeVisible()
})

test('a broken text is told of wherever the policy is checked, exported or shared, with the way there', async ({
  page,
}) => {
  await openCode(page)
  await text(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(']')
  const mistake = 'The text in Code has a mistake at line 5'
  const caret = () => page.evaluate(() => document.activeElement?.closest('[aria-label="Code"]') !== null)

  await page.getByRole('tab', { name: 'Problems' }).click()
  await expect(page.getByRole('tabpanel').filter({ hasText: mistake })).toBeVisible()
  await page.getByRole('button', { name: 'Go to the mistake' }).click()
  await expect(text(page)).toBeFocused()

  await page.getByRole('tab', { name: 'Problems' }).click()
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText(mistake)
  await dialog.getByRole('button', { name: 'Go to the mistake' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect.poll(caret).toBe(true)

  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText(mistake)
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'Code' }).click()
  await page.getByRole('button', { name: 'Back to the last valid document' }).click()
  await page.keyboard.press('Control+e')
  await expect(dialog).toBeVisible()
  await expect(dialog.getByText(mistake)).toBeHidden()
})

test('has no faults of accessibility', async ({ page }) => {
  await openCode(page)
  expect(await axeFaults(page, ['[aria-label="Code"]'])).toEqual([])
})
