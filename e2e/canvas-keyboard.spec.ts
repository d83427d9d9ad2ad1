import { NESTED, SPLIT } from './canvas-documents'
import { boxOf, CanvasPage } from './canvas-page'
import { expect, test } from './fixtures'

test('a policy is designed from an empty canvas', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.open()
  await editor.palette.getByRole('button', { name: 'Geolocation' }).focus()
  await page.keyboard.press('Enter')
  await expect(editor.node('geolocation-1')).toBeVisible()
  await editor.node('geolocation-1').focus()
  // It is selected already, since it was just added: Enter opens what it can do.
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Connect a new branch to…' }).press('Enter')
  await page.getByRole('combobox', { name: 'Connect geolocation-1 to' }).press('Enter')
  await expect(editor.node('endpoint-1')).toBeVisible()
  await editor.node('geolocation-1').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Connect a new branch to…' }).press('Enter')
  await page.getByRole('combobox', { name: 'Connect geolocation-1 to' }).fill('endpoint-1')
  await page.keyboard.press('Enter')
  expect(await editor.policy()).toMatchObject({
    StartRule: 'geolocation-1',
    Rules: {
      'geolocation-1': {
        Locations: [
          { IsDefault: true, EndpointReference: 'endpoint-1' },
          { EndpointReference: 'endpoint-1' },
        ],
      },
    },
  })
})

test('arrow keys move the selection as one step, and Escape clears it', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.openDocument(SPLIT)
  await editor.node('blue').focus()
  const before = await boxOf(editor.node('blue'))
  await page.keyboard.press('Enter')
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowDown')
  expect((await boxOf(editor.node('blue'))).y).toBeGreaterThan(before.y)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await boxOf(editor.node('blue'))).y).toBeCloseTo(before.y, 0)
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled()
})

test('a refused choice is shown with its reason', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.openDocument(SPLIT)
  await page.getByRole('button', { name: 'Menu of rule split' }).press('Enter')
  await page.getByRole('menuitem', { name: /Change type/ }).press('Enter')
  await page.getByRole('combobox', { name: 'Change the type of split' }).fill('multivalue')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Menu of blue in split' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Connect to something else…' }).press('Enter')
  const refused = page.getByRole('option', { name: /^Latency/ })
  await expect(refused).toBeDisabled()
  await expect(refused).toContainText('Multivalue answer takes endpoints only')
})

test('everything is selected and deleted, and comes back in one step', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.openDocument(NESTED)
  await editor.node('rest').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(page.getByRole('region', { name: 'How to begin' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(editor.node('safe')).toBeVisible()
})

test('Alt and an arrow key follow the connections', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.openDocument(NESTED)
  await editor.node('places').focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(editor.node('safe')).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(editor.node('rest')).toBeFocused()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(editor.node('places')).toBeFocused()
})

test('C connects the focused branch, and Delete takes only what has the focus', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.openDocument(NESTED)
  await editor.press('places')
  await editor
    .node('places')
    .getByRole('button', { name: /^Default/ })
    .focus()
  await page.keyboard.press('c')
  await page.getByRole('combobox', { name: 'Connect places to' }).fill('spare')
  await page.keyboard.press('Enter')
  const row = editor.node('places').getByRole('button', { name: /^Default/ })
  await expect(row).toBeFocused()
  expect(await editor.policy()).toMatchObject({
    Rules: { places: { Locations: [{}, { EndpointReference: 'spare' }] } },
  })
  await row.focus()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('button', { name: 'Undo: Disconnect' })).toBeEnabled()
  expect((await editor.ids()).rules).toEqual(['places', 'safe'])
})

test('plus and minus zoom the canvas, and 0 shows the whole policy', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.openDocument(SPLIT)
  const widthOf = async () => (await boxOf(editor.node('split'))).width
  const whole = await widthOf()
  await editor.node('split').focus()
  for (let step = 0; step < 3; step++) await page.keyboard.press('+')
  await expect.poll(widthOf).toBeGreaterThan(whole * 1.1)
  await page.keyboard.press('0')
  await expect.poll(widthOf).toBeLessThan(whole * 1.05)
  await page.keyboard.press('-')
  await expect.poll(widthOf).toBeLessThan(whole * 0.95)
})
