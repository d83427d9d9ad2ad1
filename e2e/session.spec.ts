import { readFile } from 'node:fs/promises'
import { EditorPage } from './editor-page'
import { expect, test } from './fixtures'

// Odd spacing, key order and spellings, which an untouched export must give back byte for byte.
const DOCUMENT = `{
    "RecordType":"A",  "AWSPolicyFormatVersion": "2015-10-01",
  "StartRule": "split", "_note": ["kept"],
  "Rules": {"split": {"Items": [
      {"Weight": 3, "EndpointReference": "blue"},
      {"EndpointReference":"green","Weight":"1"} ],
    "RuleType": "weighted"}},
  "Endpoints": { "blue": {"Type":"value","Value":"192.0.2.1"},
    "green": {"Value":"192.0.2.2","Type":"value"} }
}
`

test('a pasted document opens, and exports the same bytes untouched', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(DOCUMENT)
  expect(await editor.exportedDocument()).toBe(DOCUMENT)
})

test('a dropped file opens under its name', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'blue-green.json', { type: 'application/json' }))
    return data
  }, DOCUMENT)
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
  await expect(editor.name).toHaveValue('blue-green')
})

test('a chosen file opens, Ctrl-O asks for one, and the exported download has its bytes', async ({
  page,
}) => {
  const editor = new EditorPage(page)
  // Asked for first: the browser is told in its own time that the test takes the chooser.
  const chooser = page.waitForEvent('filechooser')
  await editor.open()
  await page.keyboard.press('Control+o')
  await (await chooser).setFiles({
    name: 'policy.json',
    mimeType: 'application/json',
    buffer: Buffer.from(DOCUMENT),
  })
  await expect(editor.name).toHaveValue('policy')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  expect(await readFile(await (await downloading).path(), 'utf8')).toBe(DOCUMENT)
})

test('a text that cannot be opened says what is wrong and where, and changes nothing', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(DOCUMENT)
  await editor.paste('{"AWSPolicyFormatVersion": "2015-10-01",\n  "RecordType" "A"}')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('could not be opened')
  await expect(dialog).toContainText(/line 2/i)
  await expect(dialog).toContainText('Nothing has changed')
  await page.keyboard.press('Escape')
  expect(await editor.exportedDocument()).toBe(DOCUMENT)
})

test('Ctrl-S saves a scenario file that opens again as it was', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(DOCUMENT)
  await editor.name.fill('Blue and green')
  const downloading = page.waitForEvent('download')
  await page.keyboard.press('Control+s')
  const download = await downloading
  expect(download.suggestedFilename()).toBe('blue-and-green.scenario.json')
  const text = await readFile(await download.path(), 'utf8')
  await editor.openExample('80/20 canary')
  // The name field has no focus now, so the paste is the window's.
  await editor.paste(text)
  await expect(editor.name).toHaveValue('Blue and green')
  expect(await editor.exportedDocument()).toBe(DOCUMENT)
})

test('a link opens the same scenario and gives the same answer in a fresh browser profile', async ({
  page,
  browser,
  baseURL,
}) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.openExample('A nested policy for the whole world')
  await editor.askFrom('Lyon', /Lyon.*France/)
  await expect(editor.answer).toContainText('fra_stable')
  const answer = await editor.answer.innerText()
  const why = await editor.why.innerText()
  const document = await editor.exportedDocument()
  const link = await editor.shareLink()

  const elsewhere = await browser.newContext(baseURL ? { baseURL } : {})
  const other = new EditorPage(await elsewhere.newPage())
  await other.page.goto(link)
  await expect(other.name).toHaveValue('A nested policy for the whole world')
  await other.askFrom('Lyon', /Lyon.*France/)
  expect(await other.answer.innerText()).toBe(answer)
  expect(await other.why.innerText()).toBe(why)
  // A link keeps everything of the document but its white space.
  const parse = (text: string): unknown => JSON.parse(text)
  expect(parse(await other.exportedDocument())).toEqual(parse(document))
  await elsewhere.close()
})

test('a second link opens as a new scenario, and Back returns to the former one with its edits', async ({
  page,
}) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.openExample('80/20 canary')
  const first = new URL(await editor.shareLink()).hash.slice(1)
  await editor.openExample('Multivalue answer')
  const second = new URL(await editor.shareLink()).hash.slice(1)

  await editor.open(first)
  await expect(editor.name).toHaveValue('80/20 canary')
  await editor.name.fill('My canary')
  await editor.name.blur()
  await page.evaluate((payload) => {
    location.hash = payload
  }, second)
  await expect(editor.name).toHaveValue('Multivalue answer')
  await page.goBack()
  await expect(editor.name).toHaveValue('My canary')
  await page.goForward()
  await expect(editor.name).toHaveValue('Multivalue answer')
})

test('a damaged link is refused with its own message and changes nothing', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.openExample('80/20 canary')
  const payload = new URL(await editor.shareLink()).hash.slice(1)
  const messages = new Set<string>()
  for (const damaged of [
    payload.slice(0, -4),
    `${payload}AAAA`,
    `${payload.slice(0, 30)}${payload[30] === 'A' ? 'B' : 'A'}${payload.slice(31)}`,
  ]) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, damaged)
    const dialog = page.getByRole('dialog', { name: 'This link could not be opened.' })
    messages.add(await dialog.getByRole('list').innerText())
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(editor.name).toHaveValue('80/20 canary')
  }
  expect(messages.size).toBe(3)
})

test('whatever opens, the former scenario stays under Recent with its edits', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.openExample('80/20 canary')
  await editor.name.fill('Edited canary')
  await editor.openExample('Active-passive failover')
  await editor.pastePolicy(DOCUMENT)
  expect(await editor.recent()).toEqual(['Active-passive failover', 'Edited canary'])
  await page.getByRole('button', { name: 'Recent' }).click()
  await page.getByRole('menuitem', { name: 'Edited canary' }).click()
  await expect(editor.name).toHaveValue('Edited canary')
})

test('after a crash of the tab the work is there again', async ({ page, context }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(DOCUMENT)
  await editor.name.fill('Before the crash')
  await expect(editor.saved).toBeVisible()
  const crashed = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => null)
  await crashed
  const again = new EditorPage(await context.newPage())
  await again.open()
  await expect(again.name).toHaveValue('Before the crash')
})

test('two tabs never write over each other', async ({ page, context }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.openExample('80/20 canary')
  const other = new EditorPage(await context.newPage())
  await other.open()
  await expect(other.name).toHaveValue('80/20 canary')
  await other.name.fill('The other tab')
  await expect(other.saved).toBeVisible()
  await editor.name.fill('The first tab')
  await expect(editor.saved).toBeVisible()
  await other.page.reload()
  await expect(other.name).toHaveValue('The other tab')
  await editor.page.reload()
  await expect(editor.name).toHaveValue('The first tab')
})

test('a scenario that was open before is removed when that is said twice', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.name.fill('First')
  await editor.openExample('80/20 canary')
  await page.getByRole('button', { name: 'Recent' }).click()
  await page.getByRole('menuitem', { name: 'Remove some…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Recent' })
  await dialog.getByRole('button', { name: 'Remove First' }).click()
  await dialog.getByRole('button', { name: 'Keep' }).click()
  await dialog.getByRole('button', { name: 'Remove First' }).click()
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(dialog).toContainText('Nothing else yet')
})

test('a browser that keeps nothing for the site opens it, and says that nothing is kept', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      },
    })
  })
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(DOCUMENT)
  await expect(page.getByText('Not saved')).toBeVisible()
  expect(await editor.exportedDocument()).toBe(DOCUMENT)
})
