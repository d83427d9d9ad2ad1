import { NEAR, NESTED, SPLIT, value } from './canvas-documents'
import { boxOf, CanvasPage } from './canvas-page'
import { expect, test } from './fixtures'

// On a phone one pane is in sight at a time, so each leads to what it bears on in another.

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

test('a place tapped on the map is answered there in one line, which leads to the reasons', async ({
  page,
}) => {
  const editor = new CanvasPage(page)
  await editor.open()
  await editor.pastePolicy(NESTED)
  await page.getByRole('tab', { name: 'Map' }).tap()
  await page.getByRole('region', { name: 'Map', exact: true }).getByRole('application').tap()
  const answer = page.getByRole('button', { name: /→ .*Why\?/ })
  await answer.tap()
  await expect(editor.why).toContainText('places')
})

test('a node tapped on the canvas leads to its properties', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.open()
  await editor.pastePolicy(NESTED)
  await page.getByRole('tab', { name: 'Policy' }).tap()
  await editor.node('places').tap({ position: { x: 60, y: 14 } })
  await page.getByRole('button', { name: 'Edit places' }).tap()
  await expect(page.getByRole('region', { name: 'Properties' })).toContainText('Geolocation rule')
})

test('what was open before is found in the menu', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.open()
  await editor.name.fill('First')
  await editor.pastePolicy(NESTED)
  await page.getByRole('button', { name: 'Menu', exact: true }).tap()
  await page.getByRole('menuitem', { name: 'Recent…' }).tap()
  await page
    .getByRole('dialog', { name: 'Recent' })
    .getByRole('button', { name: /^First/ })
    .tap()
  await expect(editor.name).toHaveValue('First')
})

test('the canvas and the map are as they were left when another pane has been looked at', async ({
  page,
}) => {
  // Zooming is then done at once.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const editor = new CanvasPage(page)
  await editor.open()
  await editor.pastePolicy(NESTED)
  const painted = page.getByTestId('map-catchments')
  await expect(painted).toBeVisible()
  await painted.evaluate((canvas) => canvas.setAttribute('data-mark', 'the same one'))
  await page.getByRole('tab', { name: 'Policy' }).tap()
  const node = editor.node('places')
  const width = async () => Math.round((await node.boundingBox())?.width ?? 0)
  await node.waitFor()
  const before = await width()
  await editor.canvas.getByRole('button', { name: 'Zoom out' }).tap()
  await expect.poll(width).toBeLessThan(before)
  const zoomed = await width()
  await page.getByRole('tab', { name: 'Map' }).tap()
  await expect(painted).toBeVisible()
  await expect(painted).toHaveAttribute('data-mark', 'the same one')
  await page.getByRole('tab', { name: 'Policy' }).tap()
  await expect.poll(width).toBe(zoomed)

  // A canvas that was opened out of sight shows the policy from its beginning, too.
  await page.getByRole('tab', { name: 'Map' }).tap()
  await editor.pastePolicy(SPLIT)
  await expect(page.getByRole('region', { name: 'Legend' })).toContainText('green')
  await page.getByRole('tab', { name: 'Policy' }).tap()
  await expect(editor.start).toBeInViewport({ ratio: 0.99 })
})

test('a label of the map is not hidden under its buttons, which are larger for fingers', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.open()
  await editor.pastePolicy({
    ...NEAR,
    Endpoints: { ...NEAR.Endpoints, tokyo: value('192.0.2.3') },
    Rules: {
      near: {
        RuleType: 'geoproximity',
        GeoproximityLocations: [
          ...NEAR.Rules.near.GeoproximityLocations,
          {
            Location: { Type: 'Region', LocationName: 'aws:route53:ap-northeast-1' },
            Bias: '0',
            EndpointReference: 'tokyo',
          },
        ],
      },
    },
  })
  const map = page.getByRole('region', { name: 'Map', exact: true })
  const label = map.getByRole('button', { name: /leads to tokyo/ }).getByText('tokyo')
  const buttons = map.getByRole('button', { name: 'Zoom in' }).locator('..')
  await expect(map.getByRole('button', { name: 'Add a location' })).toBeVisible()
  const [words, over] = [await boxOf(label), await boxOf(buttons)]
  const isUnder = words.x + words.width > over.x && words.y < over.y + over.height
  expect(isUnder, 'the label lies under the buttons').toBe(false)
})

test('own demand can be taken without a search for the button, also beside a keyboard', async ({ page }) => {
  const editor = new CanvasPage(page)
  await editor.open()
  await editor.pastePolicy(NEAR)
  await page.getByRole('tab', { name: 'Ask and edit' }).tap()
  await page.getByRole('tab', { name: 'Tune' }).tap()
  await page.getByRole('button', { name: 'Use your own…' }).tap()
  await page.setViewportSize({ width: 390, height: 480 })
  const dialog = page.getByRole('dialog', { name: 'Use your own demand' })
  const rows = Array.from({ length: 30 }, (_, index) => `Nowhere ${index},1`)
  await dialog
    .getByRole('textbox', { name: 'Table' })
    .fill(['country,queries', 'Germany,60', ...rows].join('\n'))
  const matched = dialog.getByText('1 of 31 rows matched')
  await expect(matched).toBeInViewport({ ratio: 1 })
  await expect(dialog.getByRole('button', { name: 'Use this demand' })).toBeInViewport({ ratio: 1 })
  const [words, button] = [await boxOf(matched), await boxOf(dialog.getByRole('button', { name: 'Cancel' }))]
  expect(words.y + words.height).toBeLessThanOrEqual(button.y)
})
